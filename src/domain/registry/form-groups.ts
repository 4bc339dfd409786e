// The household's fields in the order and under the headings of the registration form, as the card
// shows and prints them. Every field of the form stands in exactly one group; a test proves it.

import type { HouseholdField } from './form.ts';

export type FormGroupId =
  | 'place'
  | 'identification'
  | 'people'
  | 'income'
  | 'house'
  | 'land'
  | 'living'
  | 'organisation';

export interface FormGroup {
  readonly id: FormGroupId;
  readonly fields: readonly HouseholdField[];
}

export const formGroups: readonly FormGroup[] = [
  {
    id: 'place',
    fields: ['householdNo', 'headName', 'areaCode', 'address', 'phone', 'bank', 'bankAccount'],
  },
  {
    id: 'identification',
    fields: [
      'stage',
      'standard',
      'attribute',
      'povertyStatus',
      'notExitedReason',
      'primaryCause',
      'otherCauses',
      'primaryMeasure',
      'helpClass',
      'surveyedOn',
      'listedOn',
      'exitedOn',
    ],
  },
  {
    id: 'people',
    fields: [
      'members',
      'labourers',
      'migrantWorkers',
      'students',
      'chronicallyIll',
      'severelyIll',
      'disabled',
      'elderly',
      'children',
      'dibaoMembers',
      'militaryFamily',
    ],
  },
  { id: 'income', fields: ['incomeYear', 'incomePerHead'] },
  {
    id: 'house',
    fields: ['houseArea', 'houseStructure', 'houseBuiltYear', 'houseGrade', 'relocation'],
  },
  {
    id: 'land',
    fields: [
      'arableLand',
      'irrigatedLand',
      'forestLand',
      'returnedForestLand',
      'orchardLand',
      'grassland',
      'waterSurface',
    ],
  },
  {
    id: 'living',
    fields: [
      'electricity',
      'fuel',
      'drinkingWater',
      'waterSafe',
      'sanitaryToilet',
      'television',
      'roadSurface',
      'roadDistance',
    ],
  },
  { id: 'organisation', fields: ['inMutualFund', 'inCooperative'] },
];

// The national registration form of 2014 as typed columns: the one list that import, forms, exports,
// expressions and packs read. Labels, purposes and retention are texts of the pack china-2014; code
// lists are its data. A pack's own items go into the numbered slots, everything else into `extras`.
// Source: domain notes on the registration form, marks A1 to A37.

export type FieldType =
  | 'text'
  | 'code' // one value of a code list
  | 'codes' // several values of a code list
  | 'integer'
  | 'number' // float8
  | 'boolean'
  | 'date'
  | 'area'
  | 'fen'
  | 'sealed'; // encrypted, with a keyed hash and a mask beside it

export interface FormField {
  readonly name: string;
  /** Column, or the stem of three columns `_sealed`, `_hash`, `_mask` where the type is sealed. */
  readonly column: string;
  readonly type: FieldType;
  /** Code list of the pack, for `code` and `codes`. */
  readonly list?: string;
  readonly unit?: 'squareMetre' | 'mu' | 'kilometre' | 'month' | 'person' | 'year' | 'fen';
  /** Mark on the paper form. */
  readonly mark?: string;
  /** One of the fourteen kinds that may never reach a public notice. */
  readonly sensitive?: true;
  /** Kept by the application from members or the income ledger; nobody types it. */
  readonly derived?: true;
}

const household = [
  { name: 'householdNo', column: 'household_no', type: 'text' },
  { name: 'areaCode', column: 'area_code', type: 'area' },
  { name: 'address', column: 'address', type: 'text', sensitive: true },
  { name: 'phone', column: 'phone', type: 'sealed', sensitive: true },
  { name: 'bank', column: 'bank', type: 'text' },
  { name: 'bankAccount', column: 'bank_account', type: 'sealed', sensitive: true },
  { name: 'stage', column: 'stage', type: 'code', list: 'stage' },
  {
    name: 'standard',
    column: 'standard',
    type: 'code',
    list: 'identificationStandard',
    mark: 'A1',
  },
  { name: 'attribute', column: 'attribute', type: 'code', list: 'povertyAttribute', mark: 'A2' },
  { name: 'povertyStatus', column: 'poverty_status', type: 'code', list: 'povertyStatus' },
  { name: 'notExitedReason', column: 'not_exited_reason', type: 'code', list: 'notExitedReason' },
  { name: 'primaryCause', column: 'primary_cause', type: 'code', list: 'cause', mark: 'A3a' },
  { name: 'otherCauses', column: 'other_causes', type: 'codes', list: 'cause', mark: 'A3b' },
  { name: 'primaryMeasure', column: 'primary_measure', type: 'code', list: 'measure' },
  { name: 'helpClass', column: 'help_class', type: 'code', list: 'difficultyClass' },
  { name: 'surveyedOn', column: 'surveyed_on', type: 'date' },
  { name: 'listedOn', column: 'listed_on', type: 'date' },
  { name: 'exitedOn', column: 'exited_on', type: 'date' },
  { name: 'houseArea', column: 'house_area', type: 'number', unit: 'squareMetre', mark: 'A21' },
  {
    name: 'houseStructure',
    column: 'house_structure',
    type: 'code',
    list: 'houseStructure',
    mark: 'A22',
  },
  {
    name: 'houseBuiltYear',
    column: 'house_built_year',
    type: 'integer',
    unit: 'year',
    mark: 'A23',
  },
  { name: 'houseGrade', column: 'house_grade', type: 'code', list: 'houseGrade' },
  { name: 'relocation', column: 'relocation', type: 'code', list: 'relocation', mark: 'A24' },
  { name: 'arableLand', column: 'arable_land', type: 'number', unit: 'mu', mark: 'A25' },
  { name: 'irrigatedLand', column: 'irrigated_land', type: 'number', unit: 'mu', mark: 'A25a' },
  { name: 'forestLand', column: 'forest_land', type: 'number', unit: 'mu', mark: 'A26' },
  {
    name: 'returnedForestLand',
    column: 'returned_forest_land',
    type: 'number',
    unit: 'mu',
    mark: 'A26a',
  },
  { name: 'orchardLand', column: 'orchard_land', type: 'number', unit: 'mu', mark: 'A26b' },
  { name: 'grassland', column: 'grassland', type: 'number', unit: 'mu', mark: 'A27' },
  { name: 'waterSurface', column: 'water_surface', type: 'number', unit: 'mu', mark: 'A28' },
  { name: 'inMutualFund', column: 'in_mutual_fund', type: 'boolean', mark: 'A30' },
  { name: 'inCooperative', column: 'in_cooperative', type: 'boolean', mark: 'A31' },
  { name: 'electricity', column: 'electricity', type: 'code', list: 'electricity', mark: 'A35' },
  { name: 'fuel', column: 'fuel', type: 'code', list: 'fuel', mark: 'A36' },
  {
    name: 'drinkingWater',
    column: 'drinking_water',
    type: 'code',
    list: 'drinkingWater',
    mark: 'A37',
  },
  { name: 'waterSafe', column: 'water_safe', type: 'boolean' },
  { name: 'sanitaryToilet', column: 'sanitary_toilet', type: 'boolean' },
  { name: 'television', column: 'television', type: 'boolean' },
  { name: 'roadSurface', column: 'road_surface', type: 'code', list: 'roadSurface' },
  { name: 'roadDistance', column: 'road_distance', type: 'number', unit: 'kilometre' },
  { name: 'militaryFamily', column: 'military_family', type: 'boolean' },
  { name: 'headName', column: 'head_name', type: 'text', derived: true },
  { name: 'members', column: 'members', type: 'integer', unit: 'person', derived: true },
  { name: 'labourers', column: 'labourers', type: 'integer', unit: 'person', derived: true },
  {
    name: 'migrantWorkers',
    column: 'migrant_workers',
    type: 'integer',
    unit: 'person',
    derived: true,
  },
  { name: 'students', column: 'students', type: 'integer', unit: 'person', derived: true },
  {
    name: 'chronicallyIll',
    column: 'chronically_ill',
    type: 'integer',
    unit: 'person',
    derived: true,
  },
  { name: 'severelyIll', column: 'severely_ill', type: 'integer', unit: 'person', derived: true },
  { name: 'disabled', column: 'disabled', type: 'integer', unit: 'person', derived: true },
  { name: 'elderly', column: 'elderly', type: 'integer', unit: 'person', derived: true },
  { name: 'children', column: 'children', type: 'integer', unit: 'person', derived: true },
  { name: 'dibaoMembers', column: 'dibao_members', type: 'integer', unit: 'person', derived: true },
  { name: 'incomeYear', column: 'income_year', type: 'integer', unit: 'year', derived: true },
  {
    name: 'incomePerHead',
    column: 'income_per_head_fen',
    type: 'fen',
    unit: 'fen',
    mark: 'A20',
    derived: true,
  },
] as const satisfies readonly FormField[];

const person = [
  { name: 'name', column: 'name', type: 'text', mark: 'A4' },
  { name: 'sex', column: 'sex', type: 'code', list: 'sex', mark: 'A5' },
  { name: 'identity', column: 'identity', type: 'sealed', mark: 'A6', sensitive: true },
  { name: 'identityKind', column: 'identity_kind', type: 'code', list: 'identityKind', mark: 'A6' },
  { name: 'birthDate', column: 'birth_date', type: 'date' },
  { name: 'relation', column: 'relation', type: 'code', list: 'relation', mark: 'A7' },
  { name: 'ethnicity', column: 'ethnicity', type: 'code', list: 'ethnicity', mark: 'A8' },
  { name: 'education', column: 'education', type: 'code', list: 'education', mark: 'A9' },
  { name: 'schoolStage', column: 'school_stage', type: 'code', list: 'schoolStage', mark: 'A10' },
  { name: 'health', column: 'health', type: 'codes', list: 'health', mark: 'A11', sensitive: true },
  { name: 'labour', column: 'labour', type: 'code', list: 'labour', mark: 'A12' },
  { name: 'workPlace', column: 'work_place', type: 'code', list: 'workPlace', mark: 'A13' },
  { name: 'workMonths', column: 'work_months', type: 'integer', unit: 'month', mark: 'A13' },
  { name: 'dibao', column: 'dibao', type: 'boolean', mark: 'A14' },
  { name: 'medicalInsurance', column: 'medical_insurance', type: 'boolean', mark: 'A15' },
  { name: 'pensionInsurance', column: 'pension_insurance', type: 'boolean', mark: 'A16' },
  { name: 'primaryMeasure', column: 'primary_measure', type: 'code', list: 'measure' },
  { name: 'joinedOn', column: 'joined_on', type: 'date' },
  { name: 'joinedReason', column: 'joined_reason', type: 'code', list: 'memberChange' },
  { name: 'leftOn', column: 'left_on', type: 'date' },
  { name: 'leftReason', column: 'left_reason', type: 'code', list: 'memberChange' },
] as const satisfies readonly FormField[];

export const householdFields: readonly FormField[] = household;
export const personFields: readonly FormField[] = person;
export type HouseholdField = (typeof household)[number]['name'];
export type PersonField = (typeof person)[number]['name'];
/** Fields that may never reach a public notice. */
export type SensitiveField = Extract<
  (typeof household)[number] | (typeof person)[number],
  { readonly sensitive: true }
>['name'];

/** What counts some of the members; a member may be in several of these. */
const someMembers = [
  'labourers',
  'migrantWorkers',
  'students',
  'chronicallyIll',
  'severelyIll',
  'disabled',
  'elderly',
  'children',
  'dibaoMembers',
] as const satisfies readonly HouseholdField[];

/** Fields that are parts of another one, together at most the whole. */
export const formParts: readonly {
  readonly whole: HouseholdField;
  readonly parts: readonly HouseholdField[];
}[] = [
  ...someMembers.map((part) => ({ whole: 'members' as const, parts: [part] })),
  // Nobody is both.
  { whole: 'members', parts: ['children', 'elderly'] },
  { whole: 'arableLand', parts: ['irrigatedLand'] },
  { whole: 'forestLand', parts: ['returnedForestLand'] },
  { whole: 'forestLand', parts: ['orchardLand'] },
];

/** A number of the form is zero or within this range; constraints of its column promise it to rules. */
export const numberRange = { least: 1e-9, most: 100_000 } as const;

export function isInNumberRange(value: number): boolean {
  return value === 0 || (value >= numberRange.least && value <= numberRange.most);
}

/** A pack's own items of a household: small integers in columns item_01 … item_40. */
export const itemSlots = 40;

export function itemColumn(slot: number): string {
  if (!Number.isInteger(slot) || slot < 1 || slot > itemSlots) {
    throw new Error(`no item slot ${slot}`);
  }
  return `item_${String(slot).padStart(2, '0')}`;
}

export function householdField(name: string): FormField | undefined {
  return householdFields.find((field) => field.name === name);
}

export function personField(name: string): FormField | undefined {
  return personFields.find((field) => field.name === name);
}

// What every published case must come to, and one change of a number, a unit or a definition that must
// turn it into something else. The packs hold no verdict; these are the expectations they are held to.

import type { Verdict } from '#domain/insight/reconcile/verdict.ts';
import type { Figure } from '#domain/policy/pack/figure-schemas.ts';

export interface FigureCase {
  readonly id: string;
  readonly verdict: Verdict;
  /** A figure of the same pack, and what is changed of it. */
  readonly figure: string;
  readonly change: Partial<Figure>;
  readonly becomes: Verdict;
}

type Line = readonly [
  id: string,
  verdict: Verdict,
  figure: string,
  change: Partial<Figure>,
  becomes: Verdict,
];

/** A number typed exactly, whatever was printed. */
const number = (value: number): Partial<Figure> => ({
  value,
  printed: undefined,
  bounds: undefined,
  exact: true,
});

const huanjiang: readonly Line[] = [
  ['AT-HJ-01', 'AGREE', 'batchIndustryPersons', number(15_500), 'DISAGREE'],
  ['AT-HJ-02', 'DISAGREE', 'batchRelocationHouseholds', number(10_090), 'AGREE'],
  ['AT-HJ-03', 'AGREE_CONDITIONAL', 'loanHouseholds', number(5200), 'DISAGREE'],
  ['AT-HJ-04', 'AGREE_CONDITIONAL', 'registeredHouseholds', number(18_434), 'AGREE'],
  ['AT-HJ-05', 'AGREE_CONDITIONAL', 'exitApplied', number(8700), 'DISAGREE'],
  ['AT-HJ-06', 'SUSPECT', 'batchEmploymentPersons', number(5010), 'PLAUSIBLE'],
  ['AT-HJ-07', 'AGREE', 'exitStandard', number(5188), 'DISAGREE'],
  ['AT-HJ-08', 'SUSPECT', 'industryBeneficiaryPersons', number(10_245), 'PLAUSIBLE'],
  ['AT-HJ-09', 'SUSPECT', 'ledHouseholds', { counting: 'times' }, 'DIFFERENT_MEASURES'],
  ['AT-HJ-10', 'AGREE', 'entrustedRate', number(6), 'DISAGREE'],
  ['AT-HJ-11', 'AGREE', 'loanCap', { bounds: { most: 40_000 } }, 'DISAGREE'],
  ['AT-HJ-12', 'AGREE', 'leveragedCredit', number(900_000_000), 'DESIGN_BOUND'],
  ['AT-HJ-13', 'AGREE', 'townships', number(13), 'DISAGREE'],
  ['AT-HJ-14', 'DESIGN_BOUND', 'hamletsDrawn', { bounds: undefined }, 'UNDETERMINED'],
  ['AT-HJ-15', 'PLAUSIBLE', 'surveyed', { unit: 'person' }, 'UNDETERMINED'],
  ['AT-HJ-16', 'AGREE_CONDITIONAL', 'statedTaskGroups', number(10), 'AGREE'],
  ['AT-HJ-17', 'DIFFERENT_MEASURES', 'industryCoverage', sameAsBatch(), 'DISAGREE'],
  ['AT-HJ-18', 'PLAUSIBLE', 'cooperativeMembers', number(443_400), 'SUSPECT'],
  ['AT-HJ-19', 'DESIGN_BOUND', 'helperQuota', { nature: 'stock' }, 'DERIVED'],
];

function sameAsBatch(): Partial<Figure> {
  return { concept: 'industryBatch', nature: 'attributed' };
}

const gansu: readonly Line[] = [
  ['AT-GS-01', 'PLAUSIBLE', 'registeredHouseholds', number(10_100_000), 'SUSPECT'],
  ['AT-GS-02', 'AGREE', 'exits2014', number(1_300_000), 'DISAGREE'],
  ['AT-GS-03', 'DIFFERENT_MEASURES', 'candidates2015', number(1_000_000), 'SUSPECT'],
  ['AT-GS-04', 'AGREE', 'statedCharts', number(6), 'DISAGREE'],
  ['AT-GS-05', 'AGREE', 'signersAll', number(12), 'DISAGREE'],
  ['AT-GS-06', 'AGREE', 'loanHouseholds', number(400_000), 'DISAGREE'],
  ['AT-GS-07', 'DESIGN_BOUND', 'loanProgramme', number(51_000_000_000), 'AGREE'],
  ['AT-GS-08', 'PLAUSIBLE', 'movedHouseholds', number(12_720), 'SUSPECT'],
  ['AT-GS-09', 'AGREE', 'teamUnits', number(6120), 'DISAGREE'],
  ['AT-GS-10', 'AGREE', 'certified', number(319_000), 'DISAGREE'],
  ['AT-GS-11', 'DERIVED', 'loanMultiple', { numerator: undefined }, 'UNDETERMINED'],
  ['AT-GS-12', 'PLAUSIBLE', 'twinCadres', number(40_000), 'SUSPECT'],
  ['AT-GS-13', 'PLAUSIBLE', 'otherPoorVillages', number(18_914), 'SUSPECT'],
  ['AT-GS-14', 'AGREE_CONDITIONAL', 'dibaoSecond', number(2700), 'DISAGREE'],
  ['AT-GS-15', 'UNDETERMINED', 'policyExits', { population: 'registeredPoor' }, 'DERIVED'],
  ['AT-GS-16', 'SUSPECT', 'twinDeeds', number(681_214), 'DIFFERENT_MEASURES'],
  ['AT-GS-17', 'DERIVED', 'integrated2016', { unit: 'project' }, 'UNDETERMINED'],
];

const jiangjin: readonly Line[] = [
  ['AT-JJ-01', 'OVERLAP', 'batchIndustryPersons', number(10_724), 'AGREE'],
  ['AT-JJ-02', 'OVERLAP', 'exitHouseholds', number(9000), 'DERIVED'],
  ['AT-JJ-03', 'PLAUSIBLE', 'exitPersons', number(29_416), 'SUSPECT'],
  ['AT-JJ-04', 'AGREE_CONDITIONAL', 'pilotFunds', number(500_000), 'DISAGREE'],
  ['AT-JJ-05', 'AGREE', 'villageFloor', { bounds: { least: 3_000_000 } }, 'DISAGREE'],
  ['AT-JJ-06', 'DERIVED', 'districtAdded', number(48_000_000), 'DISAGREE'],
  ['AT-JJ-07', 'AGREE', 'supportGroups', number(16), 'DISAGREE'],
  ['AT-JJ-08', 'AGREE', 'roadsDone', number(119), 'DISAGREE'],
  ['AT-JJ-09', 'DIFFERENT_MEASURES', 'batchRelocationPersons', { nature: 'completed' }, 'DISAGREE'],
  ['AT-JJ-10', 'AGREE', 'leadersPerVillage', { bounds: { least: 3 } }, 'DISAGREE'],
  ['AT-JJ-11', 'DESIGN_BOUND', 'exitHouseholds', number(154_000), 'SUSPECT'],
  ['AT-JJ-12', 'UNDETERMINED', 'statedDifficulties', number(6), 'AGREE'],
  ['AT-JJ-13', 'DIFFERENT_MEASURES', 'teaNew', { nature: 'stock' }, 'DISAGREE'],
  ['AT-JJ-14', 'AGREE', 'statedDocuments', number(10), 'DISAGREE'],
];

const huaihua: readonly Line[] = [
  ['AT-HH-01', 'UNDETERMINED', 'actionEducation', { unit: 'person' }, 'DERIVED'],
  ['AT-HH-02', 'SUSPECT', 'actionEducation', { unit: 'person' }, 'AGREE'],
  ['AT-HH-03', 'DERIVED', 'added', { unit: 'household' }, 'UNDETERMINED'],
  ['AT-HH-04', 'UNDETERMINED', 'accuracyPersons', { denominator: 'projectPersons' }, 'DERIVED'],
  ['AT-HH-05', 'DESIGN_BOUND', 'linkedShare', { denominator: 'specialFunds' }, 'UNDETERMINED'],
  ['AT-HH-06', 'PLAUSIBLE', 'projectHouseholds', number(1120), 'SUSPECT'],
  ['AT-HH-07', 'AGREE', 'statedSteps', number(8), 'DISAGREE'],
];

const tongliao: readonly Line[] = [
  ['AT-TL-01', 'AGREE', 'exited', number(301_000), 'DISAGREE'],
  ['AT-TL-02', 'AGREE', 'yearlyFiscal', number(280_000_000), 'DISAGREE'],
  ['AT-TL-03', 'AGREE_CONDITIONAL', 'sectorFunds', number(7_570_000_000), 'DISAGREE'],
  ['AT-TL-04', 'DERIVED', 'ownRate', { numerator: undefined }, 'UNDETERMINED'],
  ['AT-TL-05', 'UNDETERMINED', 'guaranteePool', number(300_000_000), 'AGREE'],
  ['AT-TL-06', 'PLAUSIBLE', 'renovatedPersons', number(6_000_000), 'SUSPECT'],
  ['AT-TL-07', 'AGREE', 'firstSecretaries', number(430), 'DISAGREE'],
  ['AT-TL-08', 'DESIGN_BOUND', 'tightShare', { nature: 'stock' }, 'DERIVED'],
  ['AT-TL-09', 'DERIVED', 'exitedByFirms', number(400_000), 'SUSPECT'],
  ['AT-TL-10', 'DERIVED', 'cattleAdded', number(4_138_000), 'DISAGREE'],
  ['AT-TL-11', 'AGREE', 'regionalCounties', { on: '2021' }, 'DISAGREE'],
  [
    'AT-TL-12',
    'UNDETERMINED',
    'postedCadres',
    { concept: 'postedToVillages' },
    'DIFFERENT_MEASURES',
  ],
  ['AT-TL-13', 'UNDETERMINED', 'postedCadres', { counting: 'distinct' }, 'AGREE'],
];

const elsewhere: readonly Line[] = [
  ['AT-EX-01', 'OVERLAP', 'mashanCarOwners', number(2294), 'AGREE'],
  ['AT-EX-02', 'DERIVED', 'mashanPersonRate', { numerator: undefined }, 'UNDETERMINED'],
  ['AT-EX-03', 'DERIVED', 'lookBackAdded', { unit: 'household' }, 'UNDETERMINED'],
  ['AT-EX-04', 'DERIVED', 'jinggangshanRate', { numerator: undefined }, 'UNDETERMINED'],
];

const casesOf = (lines: readonly Line[]): readonly FigureCase[] =>
  lines.map(([id, verdict, figure, change, becomes]) => ({ id, verdict, figure, change, becomes }));

/** By the pack that holds the claim. */
export const figureCases: Readonly<Record<string, readonly FigureCase[]>> = {
  'huanjiang-2016': casesOf(huanjiang),
  'gansu-2015': casesOf(gansu),
  'jiangjin-2015': casesOf(jiangjin),
  'huaihua-2015': casesOf(huaihua),
  'tongliao-2015': casesOf(tongliao),
  'china-2014': casesOf(elsewhere),
};

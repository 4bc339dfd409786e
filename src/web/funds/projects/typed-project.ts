// A project as it is typed, and as it is sent.
import type { Project, ProjectChoices } from '#contract/funds-projects.ts';
import { projectLevels, projectModes } from '#domain/funds/projects/project.ts';
import { fenOfTyped } from '../read-yuan.ts';

export interface TypedLine {
  readonly key: number;
  readonly source: string;
  readonly purpose: string;
  readonly amount: string;
}

export interface TypedMilestone {
  readonly key: number;
  readonly title: string;
  readonly dueOn: string;
  readonly share: string;
}

export interface TypedOutput {
  readonly key: number;
  readonly product: string;
  readonly unit: string;
  readonly planned: string;
}

export interface TypedProject {
  readonly title: string;
  readonly kind: string;
  readonly level: string;
  readonly mode: string;
  readonly year: string;
  readonly planned: string;
  readonly holder: string;
  readonly arrangement: string;
  readonly money: string;
  readonly organiser: string;
  readonly implementer: string;
  readonly dueOn: string;
  readonly acceptance: string;
  readonly mechanism: string;
  readonly link: string;
  readonly localLabour: boolean;
  readonly isDemonstration: boolean;
  readonly expectedHouseholds: string;
  readonly expectedPersons: string;
  readonly expectedEffect: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly lines: readonly TypedLine[];
  readonly milestones: readonly TypedMilestone[];
  readonly outputs: readonly TypedOutput[];
}

const yuan = (fen: number) => String(fen / 100);

export function emptyDraft({ kinds, sources, uses, year }: ProjectChoices): TypedProject {
  const source = sources[0]?.id ?? '';
  return {
    title: '',
    kind: kinds[0]?.id ?? '',
    level: 'village',
    mode: 'buildThenSubsidize',
    year: String(year),
    planned: '',
    holder: '',
    arrangement: '',
    money: '',
    organiser: '',
    implementer: '',
    dueOn: '',
    acceptance: '',
    mechanism: '',
    link: '',
    localLabour: false,
    isDemonstration: false,
    expectedHouseholds: '',
    expectedPersons: '',
    expectedEffect: '',
    latitude: '',
    longitude: '',
    lines: [{ key: 0, source, purpose: uses[0]?.id ?? '', amount: '' }],
    milestones: [{ key: 0, title: '', dueOn: '', share: '' }],
    outputs: [{ key: 0, product: '', unit: '', planned: '' }],
  };
}

export function typedOf(project: Project): TypedProject {
  const number = (value: number | null) => (value === null ? '' : String(value));
  return {
    title: project.title,
    kind: project.kind,
    level: project.level,
    mode: project.mode,
    year: String(project.year),
    planned: yuan(project.planned),
    holder: project.holder,
    arrangement: project.arrangement,
    money: project.money,
    organiser: project.organiser,
    implementer: project.implementer,
    dueOn: project.dueOn ?? '',
    acceptance: project.acceptance,
    mechanism: project.mechanism,
    link: project.link ?? '',
    localLabour: project.localLabour,
    isDemonstration: project.isDemonstration,
    expectedHouseholds: number(project.expectedHouseholds),
    expectedPersons: number(project.expectedPersons),
    expectedEffect: project.expectedEffect,
    latitude: number(project.latitude),
    longitude: number(project.longitude),
    lines: project.lines.map((one, key) => ({ ...one, key, amount: yuan(one.amount) })),
    milestones: project.milestones.map((one, key) => ({
      key,
      title: one.title,
      dueOn: one.dueOn ?? '',
      share: yuan(one.share),
    })),
    outputs: project.outputs.map((one, key) => ({ ...one, key, planned: String(one.planned) })),
  };
}

/** What is empty is not sent: the library takes a project as it is. */
export function bodyOf(typed: TypedProject) {
  const number = (value: string) => (value.trim() === '' ? null : Number(value));
  const { lines, milestones, outputs, planned, dueOn, link } = typed;
  return {
    title: typed.title,
    kind: typed.kind,
    level: projectLevels.find((one) => one === typed.level) ?? 'village',
    mode: projectModes.find((one) => one === typed.mode) ?? 'ordinary',
    year: Number(typed.year),
    planned: fenOfTyped(planned) ?? 0,
    holder: typed.holder,
    arrangement: typed.arrangement,
    money: typed.money,
    organiser: typed.organiser,
    implementer: typed.implementer,
    dueOn: dueOn === '' ? null : dueOn,
    acceptance: typed.acceptance,
    mechanism: typed.mechanism,
    link: link === '' ? null : link,
    localLabour: typed.localLabour,
    isDemonstration: typed.isDemonstration,
    expectedHouseholds: number(typed.expectedHouseholds),
    expectedPersons: number(typed.expectedPersons),
    expectedEffect: typed.expectedEffect,
    latitude: number(typed.latitude),
    longitude: number(typed.longitude),
    lines: lines
      .filter(({ amount }) => amount !== '')
      .map(({ source, purpose, amount }) => ({ source, purpose, amount: fenOfTyped(amount) ?? 0 })),
    milestones: milestones
      .filter(({ title }) => title !== '')
      .map(({ title, dueOn: due, share }) => ({
        title,
        dueOn: due === '' ? null : due,
        share: fenOfTyped(share) ?? 0,
      })),
    outputs: outputs
      .filter(({ product }) => product !== '')
      .map((one) => ({ product: one.product, unit: one.unit, planned: Number(one.planned) })),
  };
}

/** Sum of amounts as typed, and how far it is from the cost; in fen. */
export function sumTyped(amounts: readonly string[], planned: string) {
  const sum = amounts.reduce((total, one) => total + (fenOfTyped(one) ?? 0), 0);
  return { sum, difference: (fenOfTyped(planned) ?? 0) - sum };
}

// Changes as a person made them: one set over another, and each as "what, from, to" in words.
import type { TrialRules } from '#contract/insight-simulation.ts';
import type { Change } from '#domain/insight/simulation/change.ts';
import { targetOf } from '#domain/insight/simulation/change-target.ts';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { Text } from '#web/text/catalogue.ts';
import type { simulationTexts } from './simulation-texts.ts';

export type SimulationText = Text<NonNullable<(typeof simulationTexts)['key']>>;

/** The set with this change instead of an earlier one of the same thing. */
export function withChange(changes: readonly Change[], change: Change): readonly Change[] {
  const target = targetOf(change);
  const others = changes.filter((one) => targetOf(one) !== target);
  return [...others, change];
}

export function withoutChange(changes: readonly Change[], change: Change): readonly Change[] {
  return changes.filter((one) => targetOf(one) !== targetOf(change));
}

/** The set with this change, or without it where it changes nothing. */
export function settled(
  changes: readonly Change[],
  change: Change,
  isAsBefore: boolean,
): readonly Change[] {
  return isAsBefore ? withoutChange(changes, change) : withChange(changes, change);
}

export interface ChangeWords {
  readonly key: string;
  readonly change: Change;
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

export function wordsOf(
  text: SimulationText,
  rules: TrialRules,
  changes: readonly Change[],
): readonly ChangeWords[] {
  return changes.map((change) => ({
    key: targetOf(change),
    change,
    ...wordsOfOne(text, rules, change),
  }));
}

type Words = Omit<ChangeWords, 'key' | 'change'>;

function wordsOfOne(text: SimulationText, rules: TrialRules, change: Change): Words {
  switch (change.kind) {
    case 'cutOff': {
      const from = rules.sheet?.cutOff;
      return {
        what: text('line'),
        from: from === null || from === undefined ? text('noLine') : String(from),
        to: String(change.value),
      };
    }
    case 'parameter': {
      const parameter = rules.parameters.find(({ id }) => id === change.id);
      return {
        what: titleOf(text, parameter, change.id),
        from: shownValue(text, parameter?.value ?? null),
        to: shownValue(text, change.value),
      };
    }
    case 'weight':
      return {
        what: text('weightOf', { item: itemOf(text, rules, change.item) }),
        from: '1',
        to: String(change.factor),
      };
    case 'points': {
      const item = rules.sheet?.items.find(({ id }) => id === change.item);
      const band = item?.points[change.at];
      const from = band?.points;
      return {
        what: text('pointsOf', {
          item: itemOf(text, rules, change.item),
          place: (band && text.pick(band.words)) || text('otherwise'),
        }),
        from: from === undefined ? '' : String(from),
        to: String(change.points),
      };
    }
    case 'veto': {
      const veto = rules.sheet?.vetoes.find(({ id }) => id === change.veto);
      return {
        what: text('vetoOf', { veto: titleOf(text, veto, change.veto) }),
        from: veto?.rule ?? '',
        to: change.rule ?? text('off'),
      };
    }
    case 'benefit':
      return wordsOfBenefit(text, rules, change);
  }
}

function wordsOfBenefit(
  text: SimulationText,
  rules: TrialRules,
  change: Extract<Change, { kind: 'benefit' }>,
): Words {
  const benefit = rules.benefits.find(({ id }) => id === change.benefit);
  const parts = (amount: number | null | undefined, eligible: string | null | undefined) =>
    [
      amount === undefined ? '' : amount === null ? text('noAmount') : String(amount),
      eligible === undefined ? '' : (eligible ?? text('everybodyListed')),
    ]
      .filter((part) => part !== '')
      .join(text('comma'));
  return {
    what: titleOf(text, benefit, change.benefit),
    from: parts(
      change.amount === undefined ? undefined : (benefit?.amount ?? null),
      change.eligible === undefined ? undefined : (benefit?.eligible ?? null),
    ),
    to: parts(change.amount, change.eligible),
  };
}

function itemOf(text: SimulationText, rules: TrialRules, id: string): string {
  return titleOf(
    text,
    rules.sheet?.items.find((item) => item.id === id),
    id,
  );
}

function titleOf(
  text: SimulationText,
  row: { readonly title: Bilingual } | undefined,
  id: string,
): string {
  return row === undefined ? id : text.pick(row.title);
}

export function shownValue(
  text: SimulationText,
  value: TrialRules['parameters'][number]['value'],
): string {
  if (value === null) return text('noValue');
  if (typeof value === 'boolean') return text(value ? 'yes' : 'no');
  return Array.isArray(value) ? value.join(text('comma')) : String(value);
}

/** The changes in one phrase: "cut-off 60 to 62, years away 3 to 2". */
export function phraseOf(text: SimulationText, words: readonly ChangeWords[]): string {
  return words
    .map(({ what, from, to }) =>
      from.length + to.length > 24 ? text('changed', { what }) : text('fromTo', { what, from, to }),
    )
    .join(text('comma'));
}

/** How far a slider goes and in what steps, from the value as it is. */
export function rangeOf(value: number, most?: number): { most: number; step: number } {
  const size = Math.abs(value);
  const far = most ?? (size === 0 ? 10 : size * 2);
  const raw = far / 100;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= raw) ?? power;
  const whole = Number.isInteger(value) && size >= 2 ? Math.max(1, step) : step;
  return { most: far, step: Number(whole.toPrecision(3)) };
}

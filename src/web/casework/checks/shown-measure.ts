// Figures of a checklist as people write them, on the page and on the form.
import type { CheckItem } from '#contract/casework-checks.ts';
import type { Language } from '#domain/kernel/refusal.ts';
import { amountText, parseUnit } from '#domain/policy/expression-unit.ts';

/** A figure with its unit: 3.5 米 and 3.5 m, 1,254 persons, 95% in both. */
export function shownMeasure(value: number, unit: string, language: Language): string {
  const number = value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
  return amountText(number, value, parseUnit(unit) ?? {})[language];
}

type Measured = Pick<CheckItem, 'limit'>;

/** What was found; a pure number without a limit is a yes or no, and is said as the register says it. */
export function shownFigure(
  { limit }: Measured,
  { figure, values }: CheckItem['register'],
  language: Language,
): string {
  if (figure === null) return '';
  const [only] = values;
  const unit = limit?.unit ?? '1';
  if (unit === '1' && values.length === 1 && only !== undefined) return only.shown[language];
  return shownMeasure(figure, unit, language);
}

/** What the register makes of it; without a limit a figure decides nothing, though none is missing. */
export function computedKey({ holds, figure }: CheckItem['register']) {
  if (holds === null) return figure === null ? 'computed_unknown' : 'computed_noLimit';
  return holds ? 'computed_yes' : 'computed_no';
}

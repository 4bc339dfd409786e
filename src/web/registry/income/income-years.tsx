// Income per head by year, each year against the line of its own year.
import { Link } from '@tanstack/react-router';
import type { HouseholdCard } from '#contract/registry-households.ts';
import { useMay } from '#web/access/me.ts';
import { type PovertyLine, useFormWords } from '#web/registry/form-words.ts';
import { householdTexts } from '#web/registry/household/household-texts.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Unwritten } from '#web/ui/figure.tsx';
import { EmptyState } from '#web/ui/states.tsx';

type Year = HouseholdCard['incomeYears'][number];

export function IncomeYears({ card }: { readonly card: HouseholdCard }) {
  const text = useText(householdTexts);
  const may = useMay();
  const lines = useFormWords().povertyLines;
  const years = [...card.incomeYears].sort((one, other) => one.year - other.year).slice(-5);
  const known = years.some((year) => lines.has(year.year));
  const full = Math.max(
    1,
    ...years.flatMap((year) => [year.perHeadFen ?? 0, lines.get(year.year)?.fen ?? 0]),
  );
  return (
    <Block title={text('income')} aside={text(known ? 'incomeNoteLine' : 'incomeNote')}>
      {years.length === 0 ? (
        <EmptyState
          title={text('incomeEmpty')}
          action={
            may('registry.write') ? (
              <Link
                to="/households/$id/$tab"
                params={{ id: card.id, tab: 'income' }}
                className="button"
              >
                {text('incomeAdd')}
              </Link>
            ) : undefined
          }
        />
      ) : (
        <table className="rows income-years">
          <tbody>
            {years.map((year, index) => (
              <YearRow
                key={year.year}
                year={year}
                line={lines.get(year.year)}
                full={full}
                last={index === years.length - 1}
              />
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}

interface YearRowProps {
  readonly year: Year;
  readonly line: PovertyLine | undefined;
  /** Fen drawn at full width. */
  readonly full: number;
  readonly last: boolean;
}

function YearRow({ year, line, full, last }: YearRowProps) {
  const text = useText(householdTexts);
  const { perHeadFen } = year;
  const width = (fen: number) => `${(Math.max(0, fen) / full) * 100}%`;
  const gap = line === undefined || perHeadFen === null ? undefined : perHeadFen - line.fen;
  return (
    <tr>
      <th scope="row">{year.year}</th>
      <td className="income-bar">
        <span className="income-track">
          {perHeadFen === null ? null : (
            <span
              className={`bar ${last ? 'ink' : 'context'}`}
              style={{ width: width(perHeadFen) }}
            />
          )}
          {line === undefined ? null : (
            <span className="line-tick" style={{ left: width(line.fen) }} />
          )}
        </span>
      </td>
      <td className="number income-figure">
        {perHeadFen === null ? <Unwritten /> : exactNumber(perHeadFen / 100)}
      </td>
      {line === undefined ? null : (
        <td className="number quiet">{text('line', { yuan: exactNumber(line.fen / 100) })}</td>
      )}
      {gap === undefined ? null : (
        <td className="number">
          {gap > 0 ? '+' : ''}
          {exactNumber(gap / 100)}
        </td>
      )}
    </tr>
  );
}

// Households on a phone: who, where, why, how much; the whole card leads to the page.
import { Link } from '@tanstack/react-router';
import type { HouseholdRow } from '#contract/registry-households.ts';
import { useText } from '#web/text/catalogue.ts';
import { useFormWords } from './form-words.ts';
import { Income } from './household-columns.tsx';
import { householdListTexts } from './household-list-texts.ts';
import { groupedNo } from './household-no.ts';

export function HouseholdCards({ rows }: { readonly rows: readonly HouseholdRow[] }) {
  const text = useText(householdListTexts);
  const words = useFormWords();
  return (
    <ul className="household-cards">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to="/households/$id" params={{ id: row.id }} preload={false}>
            <span className="household-card-head">
              <strong>{row.headName ?? text('unnamed')}</strong>
              <span>{words.code('stage', row.stage)}</span>
            </span>
            <span>
              {row.township} {row.village}
              {text.marks.comma}
              {text('personsOf', { count: row.members })}
              {row.primaryCause === null ? null : (
                <>
                  {text.marks.comma}
                  {words.code('cause', row.primaryCause)}
                </>
              )}
            </span>
            <span className="household-card-foot">
              <span className="quiet">{groupedNo(row.householdNo)}</span>
              <span>
                <small>{text('incomeHead')}</small> <Income row={row} text={text} />
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

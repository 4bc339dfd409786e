// On a household's page: which firms and co-operatives lead it, and how.
import { Link } from '@tanstack/react-router';
import type { HouseholdHelp } from '#contract/workforce-visits.ts';
import { useMay } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownYuan } from '#web/text/number.ts';
import { tieTexts } from './tie-texts.ts';

export function HouseholdTies({ ties }: { readonly ties: HouseholdHelp['ties'] }) {
  const text = useText(tieTexts);
  const may = useMay();
  if (ties.length === 0) return null;
  return (
    <ul className="workforce-visits" aria-label={text('ofHousehold')}>
      {ties.map((one) => (
        <li key={one.id} className={one.to === null ? undefined : 'quiet'}>
          <span className="quiet">{text('ofHousehold')}</span>{' '}
          {may('workforce.read') ? (
            <Link to="/organisation/units/$id" params={{ id: one.unit }} className="row-link">
              {one.unitName}
            </Link>
          ) : (
            <strong>{one.unitName}</strong>
          )}{' '}
          {text.pick(one.title)}
          {one.yearlyFen === null
            ? ''
            : `${text.marks.comma}${text('yearlyOf', { amount: shownYuan(one.yearlyFen, text.language) })}`}{' '}
          <small className="quiet">
            {[
              one.terms,
              one.to === null
                ? text('since', { from: one.from })
                : text('ended', { from: one.from, to: one.to }),
            ]
              .filter((word) => word !== '')
              .join(text.marks.comma)}
          </small>
        </li>
      ))}
    </ul>
  );
}

// Sums of the books as tables: planned, granted, arrived, allocated, paid, left; each number is a link to
// the lines it is the sum of.
import { Link } from '@tanstack/react-router';
import type { Books } from '#contract/funds.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare, shownYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Finding } from '#web/ui/page-head.tsx';
import { moneyTexts } from './money-texts.ts';
import { barOfCounty, barOfPlace, unallocatedOf } from './stage-bar.ts';
import { StageTable } from './stage-table.tsx';

/** Below a county the way begins with what was allocated, unless a place was given something of its own. */
function isBelowCounty({ area }: Books): boolean {
  return area.code.length > 6;
}

/** The columns and the bar of these books, with what the bar says in words. */
function shapeOf(books: Books) {
  if (!isBelowCounty(books)) {
    const stages = ['arrived', 'allocated', 'paid', 'left'] as const;
    return { stages, barOf: barOfCounty, aside: 'countyAside' } as const;
  }
  const own = (['arrived'] as const).filter((stage) => books.total[stage] !== 0);
  const stages = [...own, 'allocated', 'paid', 'left'] as const;
  return { stages, barOf: barOfPlace, aside: 'placeAside' } as const;
}

export function BooksFinding({
  books,
  idle,
}: {
  readonly books: Books;
  readonly idle: { readonly ages: readonly { readonly amount: number }[] } | undefined;
}) {
  const text = useText(moneyTexts);
  const { total, dispersion } = books;
  const yuan = (fen: number) => shownYuan(fen, text.language);
  const old = idle?.ages.at(-1)?.amount ?? 0;
  const isPlace = isBelowCounty(books);
  const unallocated = isPlace ? unallocatedOf(total) : 0;
  const facts = {
    planned: yuan(total.planned),
    granted: yuan(total.granted),
    arrived: yuan(total.arrived),
    allocated: yuan(total.allocated),
    paid: yuan(total.paid),
    left: yuan(total.left),
    share: shownShare(total.paid, isPlace ? total.allocated : total.arrived),
  };
  const key =
    isPlace && total.allocated + total.left > 0
      ? 'findingPlace'
      : total.arrived === 0
        ? 'findingNone'
        : 'finding';
  return (
    <Finding
      detail={
        <>
          {old === 0 ? null : (
            <strong className="funds-alarm">{text('detailIdle', { amount: yuan(old) })} </strong>
          )}
          {unallocated === 0
            ? null
            : `${text('detailUnallocated', { amount: yuan(unallocated) })} `}
          {dispersion === null
            ? null
            : text('detailSpread', {
                places: exactNumber(dispersion.places),
                hhi: exactNumber(dispersion.hhi, 3),
                equivalent: exactNumber(dispersion.equivalent, 1),
                name: dispersion.largest.name,
                share: shownShare(dispersion.largest.share, 1),
              })}
        </>
      }
    >
      {text(key, facts)}
    </Finding>
  );
}

export function SourceTable({ books }: { readonly books: Books }) {
  const text = useText(moneyTexts);
  const { stages, barOf, aside } = shapeOf(books);
  const before = (['planned', 'granted'] as const).filter(
    (stage) => !isBelowCounty(books) || books.total[stage] !== 0,
  );
  return (
    <Block title={text('sources')} aside={text(aside)}>
      <StageTable
        head={text('source')}
        stages={[...before, ...stages]}
        barOf={barOf}
        total={books.total}
        area={books.area.code}
        rows={books.sources.map((one) => ({
          key: one.source,
          label: (
            <>
              {text.pick(one.title)}{' '}
              {one.verified ? null : <Chip meaning="unknown">{text('unverified')}</Chip>}
            </>
          ),
          asked: { area: books.area.code, source: one.source },
          amounts: one,
        }))}
      />
    </Block>
  );
}

export function PlaceTable({ books }: { readonly books: Books }) {
  const text = useText(moneyTexts);
  if (books.places.length === 0) return null;
  const { itself } = books;
  const hasOwn = itself.allocated !== 0 || itself.left !== 0;
  const rows = books.places.map((one) => ({
    key: one.area.code,
    label: (
      <Link to="/money" search={{ area: one.area.code }} className="row-link">
        {one.area.name}
      </Link>
    ),
    asked: { area: one.area.code },
    amounts: one,
  }));
  const own = { key: books.area.code, label: text('itself', books.area), amounts: itself };
  return (
    <Block title={text('places')} aside={text('placeAside')}>
      <StageTable
        head={text('place')}
        stages={['allocated', 'paid', 'left']}
        barOf={barOfPlace}
        total={books.total}
        area={books.area.code}
        rows={hasOwn ? [...rows, own] : rows}
      />
    </Block>
  );
}

export function UseTable({ books }: { readonly books: Books }) {
  const text = useText(moneyTexts);
  const { stages, barOf, aside } = shapeOf(books);
  return (
    <Block title={text('uses')} aside={text(aside)}>
      <StageTable
        head={text('use')}
        stages={stages}
        barOf={barOf}
        total={books.total}
        area={books.area.code}
        rows={books.uses.map((one) => ({
          key: one.purpose,
          label: text.pick(one.title),
          asked: { area: books.area.code, purpose: one.purpose },
          amounts: one,
        }))}
      />
    </Block>
  );
}

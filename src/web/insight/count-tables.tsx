// Counts of registered households by cause, by kind and by size: a row each, its number opening its
// list. What nobody wrote down is a row of its own, hatched.
import type { Overview } from '#contract/insight.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare } from '#web/text/number.ts';
import { BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import { type ListFilter, ListLink } from './list-link.tsx';
import { overviewTexts } from './texts.ts';

interface OverviewProps {
  readonly overview: Overview;
}

interface Counted {
  readonly key: string;
  readonly label: string;
  readonly households: number;
  readonly filter: ListFilter;
}

function CountTable({
  overview,
  title,
  head,
  rows,
  className,
  note,
}: OverviewProps & {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly Counted[];
  readonly className?: string;
  readonly note?: 'causesNote';
}) {
  const text = useText(overviewTexts);
  const sum = rows.reduce((total, row) => total + row.households, 0);
  if (rows.length === 0) return null;
  return (
    <Block
      title={title}
      aside={text(note ?? 'registeredNote', { count: exactNumber(sum) })}
      {...(className === undefined ? {} : { className })}
    >
      <BarTable
        caption={title}
        heads={[head, text('households'), '', '']}
        rows={rows.map((row) => ({
          key: row.key,
          label: row.label,
          value: row.households,
          figure: <ListLink area={overview.area.code} filter={row.filter} count={row.households} />,
          after: shownShare(row.households, sum),
          tone: row.key === '' ? 'missing' : 'ink',
        }))}
      />
    </Block>
  );
}

export function CauseTable({ overview }: OverviewProps) {
  const text = useText(overviewTexts);
  const words = useFormWords();
  const rows = inOrder(overview.causes).map(({ key, households }) => ({
    key,
    label: key === '' ? text('unwritten') : words.code('cause', key),
    households,
    filter: { registered: 'true', cause: key === '' ? 'none' : key },
  }));
  return (
    <CountTable
      overview={overview}
      title={text('causes')}
      head={text('cause')}
      rows={rows}
      className="overview-causes"
      note="causesNote"
    />
  );
}

export function KindTable({ overview }: OverviewProps) {
  const text = useText(overviewTexts);
  const words = useFormWords();
  const rows = inOrder(overview.attributes).map(({ key, households }) => ({
    key,
    label: key === '' ? text('unwritten') : words.code('povertyAttribute', key),
    households,
    filter: { registered: 'true', attribute: key === '' ? 'none' : key },
  }));
  return (
    <CountTable
      overview={overview}
      title={text('attributes')}
      head={text('attribute')}
      rows={rows}
    />
  );
}

const largestSize = 7;

export function SizeTable({ overview }: OverviewProps) {
  const text = useText(overviewTexts);
  const rows: Counted[] = Array.from({ length: largestSize }, (_, index) => index + 1).map(
    (size) => {
      const open = size === largestSize;
      const of = overview.sizes.filter(({ key }) =>
        open ? Number(key) >= size : Number(key) === size,
      );
      return {
        key: String(size),
        label: open ? text('sizeMore', { count: size }) : text('sizeOf', { count: size }),
        households: of.reduce((sum, one) => sum + one.households, 0),
        filter: {
          registered: 'true',
          membersFrom: String(size),
          ...(open ? {} : { membersTo: String(size) }),
        },
      };
    },
  );
  return <CountTable overview={overview} title={text('sizes')} head={text('size')} rows={rows} />;
}

/** Largest first; what nobody wrote down stands last. */
function inOrder(counts: Overview['causes']): Overview['causes'] {
  return counts
    .filter((count) => count.households > 0)
    .sort((one, other) =>
      one.key === '' || other.key === ''
        ? Number(one.key === '') - Number(other.key === '')
        : other.households - one.households,
    );
}

// Value by value: what is recorded, who says the same, who says otherwise.
import { Link } from '@tanstack/react-router';
import type { Datum, HouseholdSources } from '#contract/supervision-sources.ts';
import { useSourceWords } from '#web/registry/edit/source-words.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { shownValue } from '#web/registry/shown-value.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Unwritten } from '#web/ui/figure.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { sourcesTexts } from './sources-texts.ts';

const order = { disputed: 0, singleSource: 1, agreed: 2, unknown: 3 } as const;

export function SourceTable({ sources }: { readonly sources: HouseholdSources }) {
  const text = useText(sourcesTexts);
  const data = sources.data.toSorted((left, right) => order[left.standing] - order[right.standing]);
  return (
    <Block title={text('data')}>
      <StackedTable
        heads={['item', 'registered', 'sources', 'standing']}
        nameOf={text}
        className=""
      >
        <tbody>
          {data.map((datum) => (
            <DatumRow key={datum.field} datum={datum} sources={sources} />
          ))}
        </tbody>
      </StackedTable>
    </Block>
  );
}

function DatumRow({
  datum,
  sources,
}: {
  readonly datum: Datum;
  readonly sources: HouseholdSources;
}) {
  const text = useText(sourcesTexts);
  const words = useFormWords();
  const sourceWords = useSourceWords();
  const shown = (value: Datum['registered']) => shownValue(value, datum, words, text.language);
  const titleOf = (id: string) => {
    const method = sources.methods.find((one) => one.id === id);
    return method === undefined ? id : text.pick(method.title);
  };
  return (
    <tr>
      <td>{text.pick(datum.title)}</td>
      <td>{shown(datum.registered) ?? <Unwritten />}</td>
      <td>
        <small className="quiet">
          {datum.origin === 'computed' ? text('computed') : sourceWords(datum.origin)}
        </small>
        {datum.entries.map((entry) => (
          <p key={`${entry.entry}${entry.method}`} className="source-entry">
            {titleOf(entry.method)}
            {text.marks.colon}
            {entry.agrees ? shown(entry.value) : <strong>{shown(entry.value)}</strong>}{' '}
            <small className="quiet">
              {entry.informant === null || entry.informant === ''
                ? null
                : `${text('informant', { who: entry.informant })}${text.marks.comma}`}
              {text('said', { by: entry.by, on: entry.on })}
            </small>
          </p>
        ))}
      </td>
      <td>
        <Standing datum={datum} />
      </td>
    </tr>
  );
}

function Standing({ datum }: { readonly datum: Datum }) {
  const text = useText(sourcesTexts);
  switch (datum.standing) {
    case 'agreed':
      return <Chip meaning="done">{text('agreed')}</Chip>;
    case 'singleSource':
      return <Chip meaning="unknown">{text('single')}</Chip>;
    case 'unknown':
      return <span className="quiet">{text('unknown')}</span>;
    case 'disputed':
      return (
        <>
          <Chip meaning="due">{text('disputed')}</Chip>{' '}
          {datum.conflict === null ? null : (
            <Link to="/conflicts" className="link no-print">
              {text('conflict')}
            </Link>
          )}
        </>
      );
  }
}

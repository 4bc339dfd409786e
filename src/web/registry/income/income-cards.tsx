// A year of the ledger on a phone: what it was and how much in one line, the rest below; and what the table
// at a desk shows alike.
import type { IncomeEntryView, IncomeYearView } from '#contract/registry-income.ts';
import { useSourceWords } from '#web/registry/edit/source-words.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan } from '#web/text/number.ts';
import { Day, Instant } from '#web/ui/figure.tsx';
import { incomeTexts } from './income-texts.ts';

export interface YearTableProps {
  readonly year: number;
  readonly entries: readonly IncomeEntryView[];
  readonly figures: IncomeYearView | undefined;
  readonly onReverse: ((entry: IncomeEntryView) => void) | undefined;
}

export function YearCards({ year, entries, figures, onReverse }: YearTableProps) {
  const text = useText(incomeTexts);
  return (
    <ul className="entry-cards" aria-label={String(year)}>
      {entries.map((entry) => (
        <EntryCard key={entry.id} entry={entry} onReverse={onReverse} />
      ))}
      {figures === undefined ? null : (
        <li className="total">
          <span>{text('total', { year })}</span>
          <span className="number">{text('cardAmount', { yuan: exactYuan(figures.netFen) })}</span>
          <span>
            <PerHead figures={figures} />
          </span>
        </li>
      )}
    </ul>
  );
}

function EntryCard({
  entry,
  onReverse,
}: {
  readonly entry: IncomeEntryView;
  readonly onReverse: ((entry: IncomeEntryView) => void) | undefined;
}) {
  const text = useText(incomeTexts);
  const sourceWords = useSourceWords();
  const { taken, back, shown } = amountOf(entry);
  return (
    <li className={taken || back ? 'taken-back' : undefined}>
      <span>
        <Kind entry={entry} />
      </span>
      <span className="number">{text('cardAmount', { yuan: shown })}</span>
      <span>
        {[entry.note, entry.person?.name ?? text('wholeHousehold')]
          .filter((word) => word !== null && word !== '')
          .join(text.marks.comma)}
        <TakenBack entry={entry} />
      </span>
      <small className="quiet">
        <Period entry={entry} /> {sourceWords(entry.source)}
        {text.marks.comma}
        {entry.authorName === '' ? null : `${entry.authorName} `}
        <Instant at={entry.recordedAt} />
      </small>
      {onReverse === undefined || taken || back ? null : (
        <span className="no-print">
          <button type="button" className="link" onClick={() => onReverse(entry)}>
            {text('reverse')}
          </button>
        </span>
      )}
    </li>
  );
}

export function Kind({ entry }: { readonly entry: IncomeEntryView }) {
  const text = useText(incomeTexts);
  return (
    <>
      {text(`branch_${entry.branch}`)}
      {text.marks.colon}
      {text(entry.kind)}
    </>
  );
}

export function TakenBack({ entry }: { readonly entry: IncomeEntryView }) {
  const text = useText(incomeTexts);
  const { taken, back } = amountOf(entry);
  return (
    <>
      {taken ? <small className="quiet"> {text('reversed')}</small> : null}
      {back ? <small className="quiet"> {text('reversal')}</small> : null}
    </>
  );
}

/** Cost goes out, and what was taken back goes the other way. */
export function amountOf(entry: IncomeEntryView): {
  readonly taken: boolean;
  readonly back: boolean;
  readonly shown: string;
} {
  const back = entry.reverses !== null;
  const minus = (entry.branch === 'cost') !== back;
  return {
    taken: entry.reversedBy !== null,
    back,
    shown: exactYuan(minus ? -entry.amountFen : entry.amountFen),
  };
}

export function Period({ entry }: { readonly entry: IncomeEntryView }) {
  return (
    <>
      {entry.observedFrom === null ? null : <Day day={entry.observedFrom} />}
      {entry.observedTo === null ? null : (
        <>
          –<Day day={entry.observedTo} />
        </>
      )}
    </>
  );
}

export function PerHead({ figures }: { readonly figures: IncomeYearView }) {
  const text = useText(incomeTexts);
  if (figures.perHeadFen === null) return text('perHeadNone');
  return text('perHead', {
    yuan: exactYuan(figures.perHeadFen),
    members: exactNumber(figures.members),
  });
}

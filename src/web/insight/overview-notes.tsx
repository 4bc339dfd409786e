// The right margin: what an editor would note beside the figures. Disagreements to settle, where the
// line comes from, and how the demonstration resolved what its sources contradict.
import { Link } from '@tanstack/react-router';
import type { Overview } from '#contract/insight.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { overviewTexts } from './texts.ts';

export function OverviewNotes({ overview }: { readonly overview: Overview }) {
  const text = useText(overviewTexts);
  const { conflictsOpen, povertyLine, notes } = overview;
  return (
    <aside className="overview-notes">
      <Block title={text('conflicts')}>
        {conflictsOpen === 0 ? (
          <p className="quiet">{text('conflictsNone')}</p>
        ) : (
          <>
            <p>
              <Chip meaning="due">{exactNumber(conflictsOpen)}</Chip>{' '}
              {text('conflictsText', { count: exactNumber(conflictsOpen) })}
            </p>
            <p className="no-print">
              <Link to="/conflicts" search={(before) => ({ area: before.area })} className="link">
                {text('conflictsSee')}
              </Link>
            </p>
          </>
        )}
      </Block>
      {povertyLine === null ? null : (
        <Block title={text('lineTitle')}>
          <p>
            {text('lineText', {
              year: povertyLine.year,
              yuan: exactNumber(povertyLine.fen / 100),
              source: povertyLine.source,
            })}{' '}
            {povertyLine.verified ? null : <Chip meaning="unknown">{text('lineUnverified')}</Chip>}
          </p>
        </Block>
      )}
      {notes.length === 0 ? null : (
        <Block title={text('notes')} aside={text('notesAside')}>
          <ol className="note-list">
            {notes.map((note) => (
              <li key={note.zh}>{text.pick(note)}</li>
            ))}
          </ol>
        </Block>
      )}
    </aside>
  );
}

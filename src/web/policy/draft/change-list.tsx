// What changes, in words: by article, each part with its value before and after, rules also as written.
import type { PackChange } from '#contract/policy-drafts.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { draftTexts } from './texts.ts';

export function ChangeList({ changes }: { readonly changes: readonly PackChange[] }) {
  const text = useText(draftTexts);
  if (changes.length === 0) return <p className="quiet">{text('noChanges')}</p>;
  return (
    <>
      <ol className="change-list">
        {changes.map((change) => (
          <li key={`${change.kind} ${change.id}`}>
            <h4>
              <Chip meaning="neutral">
                {text(change.change === 'changed' ? 'edited' : change.change)}
              </Chip>{' '}
              <span className="quiet">{text.pick(change.kindWords)}</span> {text.pick(change.title)}
            </h4>
            {change.details.map((detail) => (
              <div key={detail.sentence.zh} className="change-detail">
                <p>{text.pick(detail.sentence)}</p>
                {detail.source === null ? null : (
                  <p className="change-source">
                    <del>
                      <span className="visually-hidden">{text('sourceBefore')} </span>
                      {detail.source.before ?? '—'}
                    </del>{' '}
                    <ins>
                      <span className="visually-hidden">{text('sourceAfter')} </span>
                      {detail.source.after ?? '—'}
                    </ins>
                  </p>
                )}
              </div>
            ))}
            {change.reason === null ? null : (
              <p className="quiet small">
                {text('reason')}
                {text.marks.colon}
                {text.pick(change.reason)}
              </p>
            )}
          </li>
        ))}
      </ol>
      <p className="quiet small">{text('nothingElse')}</p>
    </>
  );
}

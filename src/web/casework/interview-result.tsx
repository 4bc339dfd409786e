// What the visits came to: total against the line, points by item, vetoes with how they may be answered,
// and what is not known.
import type { Interview, InterviewResult } from '#contract/casework-interview.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownInstant } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { interviewTexts } from './interview-texts.ts';

export function InterviewResults({ one }: { readonly one: Interview }) {
  const text = useText(interviewTexts);
  return (
    <>
      {one.result === null ? null : (
        <Block title={text('resultTitle')}>
          <Result one={one.result} />
        </Block>
      )}
      {one.earlier.length === 0 ? null : (
        <Block title={text('earlier')}>
          {one.earlier.map((result) => (
            <Result key={result.id} one={result} />
          ))}
        </Block>
      )}
    </>
  );
}

function Result({ one }: { readonly one: InterviewResult }) {
  const text = useText(interviewTexts);
  const comma = text.marks.list;
  const missing = one.missing.map((label) => text.pick(label)).join(comma);
  return (
    <div className="interview-result">
      <p className="interview-total">
        {one.max === null
          ? text('resultNoSheet')
          : one.total === null
            ? text('resultUnknown', { missing })
            : text('resultTotal', {
                total: exactNumber(one.total),
                max: exactNumber(one.max),
              })}
      </p>
      <p className="quiet small">
        {text('by', { by: one.by, at: shownInstant(one.at, text.language) })}
        {one.cutOff === null ? null : ` · ${text('lineIs', { line: exactNumber(one.cutOff) })}`}
      </p>
      {one.max === null ? null : (
        <>
          <h3>{text('vetoes')}</h3>
          {one.vetoes.length === 0 ? <p className="quiet">{text('vetoNone')}</p> : null}
          <ul className="interview-vetoes">
            {one.vetoes.map((veto) => (
              <li key={veto.id}>
                <Chip meaning="over">{text.pick(veto.title)}</Chip>{' '}
                <small className="quiet">
                  {text('rebuttal', { text: text.pick(veto.rebuttal) })}
                </small>
              </li>
            ))}
          </ul>
          <table className="rows dense interview-points">
            <caption className="visually-hidden">{text('items')}</caption>
            <thead>
              <tr>
                <ColumnHeads heads={['item', 'points']} figures={['points']} nameOf={text} />
              </tr>
            </thead>
            <tbody>
              {one.items.map((item) => (
                <tr key={item.id}>
                  <th scope="row">{text.pick(item.title)}</th>
                  <td className="number">
                    {item.points === null ? '—' : exactNumber(item.points)} /{' '}
                    {exactNumber(item.max)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

// Everything that was done in a case, the latest first: when, what, by whom, in which capacity and why.
import type { Case, CaseAct } from '#contract/casework.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownInstant } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { caseTexts } from './case-texts.ts';
import { signingTexts } from './signing/signing-texts.ts';

export function CaseTrail({ one }: { readonly one: Case }) {
  const text = useText(caseTexts);
  return (
    <Block title={text('trail')} aside={text('trailAside', { count: one.acts.length })}>
      <ol className="case-trail" reversed>
        {[...one.acts].reverse().map((act) => (
          <TrailLine key={act.position} act={act} />
        ))}
      </ol>
    </Block>
  );
}

function TrailLine({ act }: { readonly act: CaseAct }) {
  const text = useText(caseTexts);
  const signing = useText(signingTexts);
  const what = text(`kind_${act.kind}`, {
    step: text.pick(act.step.title),
    outcome: act.outcome === null ? '' : text.pick(act.outcome.title),
    place: act.place ?? '',
  });
  const { meeting } = act;
  const comma = text.marks.list;
  return (
    <li>
      <time className="quiet" dateTime={act.on} title={shownInstant(act.at, text.language)}>
        {act.on}
      </time>
      <div>
        <p>
          <strong>{what}</strong>{' '}
          <small className="quiet">
            <Dotted>
              {act.by === '' ? text('hidden') : act.by}
              {[...(act.capacity === null ? [] : [act.capacity]), ...act.also]
                .map((office) => text.pick(office))
                .join(comma)}
              {act.isTyped ? text('typed') : null}
              {act.proof === null ? null : signing(`proof_${act.proof}`)}
            </Dotted>
          </small>
        </p>
        {act.verdict === null ? null : <p>{text(act.verdict)}</p>}
        {meeting === null ? null : (
          <p>
            {text('votes', {
              due: meeting.due,
              present: meeting.present,
              agreed: meeting.for,
              against: meeting.against,
              abstained: meeting.abstained,
              how: text(meeting.secret ? 'secret' : 'open'),
            })}
          </p>
        )}
        {act.reason === '' ? null : <p>{act.reason}</p>}
        {act.files.length === 0 ? null : (
          <p className="small quiet">
            {text('actFiles', { names: act.files.map(({ fileName }) => fileName).join(comma) })}
          </p>
        )}
      </div>
    </li>
  );
}

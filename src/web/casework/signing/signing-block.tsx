// What a signer reads before signing: what speaks against the case, who has signed in which office, and
// who is still to sign.
import { Link } from '@tanstack/react-router';
import type { Case, Signature } from '#contract/casework.ts';
import { differsFromRegister } from '#web/casework/checks/differs.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Day } from '#web/ui/figure.tsx';
import { signingTexts } from './signing-texts.ts';
import './signing.css';

export function SigningBlock({ one }: { readonly one: Case }) {
  const { open, signatures, doubts } = one;
  const isSigning = open?.kind === 'signOff';
  if (!isSigning && signatures.length === 0 && doubts.length === 0) return null;
  return (
    <>
      {isSigning || doubts.length > 0 ? <Doubts one={one} /> : null}
      {isSigning || signatures.length > 0 ? <Signatures one={one} /> : null}
    </>
  );
}

/** Objections, times it was sent back, and what was found at home against what is recorded. */
function Doubts({ one }: { readonly one: Case }) {
  const text = useText(signingTexts);
  const { doubts, hasChecklist } = one;
  const checklist = useRead(
    'GET /api/casework/cases/:id/checks',
    { params: { id: one.id } },
    { enabled: hasChecklist },
  );
  if (hasChecklist && checklist.isPending) return null;
  const against = (checklist.data?.items ?? []).filter(
    (item) => item.answer !== null && differsFromRegister(item, item.answer),
  );
  return (
    <Block title={text('doubts')}>
      {doubts.length + against.length === 0 ? (
        <p>{text('doubtsNone')}</p>
      ) : (
        <ul className="doubts">
          {against.map((item) => (
            <li key={item.id}>
              <Chip meaning="due">{text('doubt_check')}</Chip>{' '}
              <Link to="/cases/$id/checks" params={{ id: one.id }} hash={item.id} className="link">
                {text(item.answer?.holds === true ? 'foundMet' : 'foundWanting', {
                  item: text.pick(item.title),
                })}
              </Link>
            </li>
          ))}
          {doubts.map((doubt) => (
            <li key={doubt.position}>
              <Chip meaning={doubt.verdict === 'rejected' ? 'neutral' : 'due'}>
                {text(`doubt_${doubt.kind}`)}
              </Chip>{' '}
              {doubt.text}{' '}
              <small className="quiet">
                {text.pick(doubt.step)} <Day day={doubt.on} />
                {doubt.kind === 'objection' ? ` · ${text(doubt.verdict ?? 'unanswered')}` : ''}
                {doubt.answer === null ? '' : ` · ${doubt.answer}`}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}

function Signatures({ one }: { readonly one: Case }) {
  const text = useText(signingTexts);
  const { open, signatures } = one;
  const parties = open?.kind === 'signOff' ? open.parties : [];
  const signed = parties.filter(({ offices }) => offices.every((each) => each.signature !== null));
  const below = signatures.filter(
    ({ step }) => open?.kind !== 'signOff' || text.pick(step) !== text.pick(open.title),
  );
  return (
    <Block
      title={text('signatures')}
      aside={
        parties.length === 0
          ? undefined
          : text('signaturesAside', { signed: signed.length, parties: parties.length })
      }
    >
      {parties.length === 0 ? null : (
        <ul className="parties">
          {parties.map((party) => (
            <li key={text.pick(party.title)}>
              {isItself(party) ? null : <strong>{text.pick(party.title)}</strong>}
              <ul>
                {party.offices.map(({ title, signature }) => (
                  <li key={text.pick(title)}>
                    <span>{text.pick(title)}</span>
                    {signature === null ? (
                      <span className="quiet">{text('notYet')}</span>
                    ) : (
                      <Signed signature={signature} />
                    )}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {below.length === 0 ? null : (
        <>
          {parties.length === 0 ? null : <h3 className="below">{text('below')}</h3>}
          <ul className="signed-below">
            {below.map((signature) => (
              <li key={`${text.pick(signature.step)} ${text.pick(signature.capacity)}`}>
                <span>
                  {text.pick(signature.capacity)}
                  <small className="quiet"> {text.pick(signature.step)}</small>
                </span>
                <Signed signature={signature} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Block>
  );
}

type Party = NonNullable<Case['open']>['parties'][number];

/** One office of the same name signs for it: it is named once. */
function isItself({ title, offices }: Party): boolean {
  return offices.length === 1 && offices[0]?.title.zh === title.zh;
}

function Signed({ signature }: { readonly signature: Signature }) {
  const text = useText(signingTexts);
  const { by, on, also, proof, roster } = signature;
  const comma = text.marks.list;
  return (
    <span>
      <Chip meaning="done">{by}</Chip> <time dateTime={on}>{on}</time>
      {proof === null ? null : <small className="quiet"> {text(`proof_${proof}`)}</small>}
      {roster === null ? null : (
        <>
          {' '}
          <Link to="/rosters/$id" params={{ id: roster }} className="link">
            {text('roster')}
          </Link>
        </>
      )}
      {also.length === 0 ? null : (
        <small className="quiet">
          {' '}
          {text('also', { offices: also.map((office) => text.pick(office)).join(comma) })}
        </small>
      )}
    </span>
  );
}

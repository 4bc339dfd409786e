// Households offered to a helper: taken over, or declined with a reason.
import { useState } from 'react';
import type { HandoverRow } from '#contract/workforce.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { helperTexts } from './helper-texts.ts';
import { staleHelp } from './stale-help.ts';

export function OfferList({ offers }: { readonly offers: readonly HandoverRow[] }) {
  const text = useText(helperTexts);
  if (offers.length === 0) return null;
  return (
    <Block title={`${text('offers')} ${offers.length}`} aside={text('offersAside')}>
      <ul className="workforce-cards">
        {offers.map((one) => (
          <OfferItem key={one.id} offer={one} />
        ))}
      </ul>
    </Block>
  );
}

function OfferItem({ offer }: { readonly offer: HandoverRow }) {
  const text = useText(helperTexts);
  const say = useSay();
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const answer = useWrite('POST /api/workforce/handovers/:id/answer', {
    stale: [...staleHelp, 'GET /api/access/me'],
    onDone: () => {
      say(text(declining ? 'saidDeclined' : 'saidAccepted'));
      setDeclining(false);
    },
  });
  const problem = useExplanation(answer.error);
  const params = { id: offer.id };
  return (
    <li>
      <div>
        <strong>{offer.headName ?? text('unseenHousehold', { name: offer.fromName })}</strong>
        <p className="quiet">
          <WholeDays>
            {text('offerFrom', { name: offer.fromName, on: offer.offeredOn, reason: offer.reason })}
          </WholeDays>
        </p>
        {problem === undefined || declining ? null : <p role="alert">{problem}</p>}
      </div>
      {offer.mayAnswer ? (
        <span className="workforce-acts no-print">
          <button
            type="button"
            className="button primary"
            disabled={answer.isPending}
            onClick={() => answer.mutate({ params, body: { accept: true } })}
          >
            {text('accept')}
          </button>
          <button type="button" className="button" onClick={() => setDeclining(true)}>
            {text('decline')}
          </button>
        </span>
      ) : null}
      {declining ? (
        <Sheet title={text('decline')} onClose={() => setDeclining(false)} centred>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              answer.mutate({ params, body: { accept: false, reason } });
            }}
          >
            <Field label={text('declineReason')} problem={problem}>
              <input
                className="input"
                required
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
            <p className="sheet-act">
              <button type="submit" className="button primary" disabled={answer.isPending}>
                {text('decline')}
              </button>
            </p>
          </form>
        </Sheet>
      ) : null}
    </li>
  );
}

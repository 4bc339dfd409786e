// How a round is drawn: stages, digest and seed, and a button by which anybody draws again.
import { Fragment, useState } from 'react';
import type { Campaign } from '#contract/supervision.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { useExplanation } from '#web/ui/states.tsx';
import { sampleTexts } from './sample-texts.ts';

export function DrawProofBlock({ one }: { readonly one: Campaign }) {
  const text = useText(sampleTexts);
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const proof = useRead(
    'GET /api/supervision/campaigns/:id/proof',
    { params: { id: one.id } },
    { enabled: asked },
  );
  const problem = useExplanation(proof.error ?? failed);
  if (one.compares === 'observers') return null;
  return (
    <Block title={text('proofTitle')} aside={text('proofAside')}>
      <ol className="check-stages">
        {one.planWords.map((words) => (
          <li key={words.zh}>{text.pick(words)}</li>
        ))}
      </ol>
      <p className="quiet">
        {text('populationIs', { population: text(`population_${one.plan.population}`) })}
      </p>
      <dl className="check-digests">
        <dt>{text('seedDigest')}</dt>
        <dd>
          <code>{one.seedDigest}</code>
        </dd>
        {one.seed === null ? null : (
          <>
            <dt>{text('seed')}</dt>
            <dd>
              <code>{one.seed}</code>
            </dd>
          </>
        )}
        {one.word === null || one.word === '' ? null : (
          <>
            <dt>{text('wordSaid')}</dt>
            <dd>{one.word}</dd>
          </>
        )}
        {one.frame === null ? null : (
          <>
            <dt>{text('frame')}</dt>
            <dd>
              {text('frameText', {
                households: exactNumber(one.frame.households),
                villages: exactNumber(one.frame.villages),
              })}
            </dd>
            <dt>{text('frameDigest')}</dt>
            <dd>
              <code>{one.frame.digest}</code>
            </dd>
          </>
        )}
      </dl>
      {one.seed === null ? null : (
        <p className="check-acts no-print">
          <button
            type="button"
            className="button"
            disabled={proof.isFetching}
            onClick={() => (asked ? void proof.refetch() : setAsked(true))}
          >
            {text('prove')}
          </button>{' '}
          <button
            type="button"
            className="button"
            onClick={() => {
              setFailed(null);
              saveFrom(`/api/supervision/campaigns/${one.id}/frame`).catch(setFailed);
            }}
          >
            {text('download')}
          </button>
        </p>
      )}
      <div role="status">
        {problem === undefined ? null : <p className="field-problem">{problem}</p>}
        {proof.data === undefined ? null : <p>{provenOf(text, proof.data)}</p>}
      </div>
      {one.seed === null ? null : (
        <p className="small quiet">
          {text('downloadHint')} <Command>{text('downloadCommand')}</Command>
        </p>
      )}
    </Block>
  );
}

interface Proof {
  readonly seedHolds: boolean;
  readonly frameHolds: boolean;
  readonly sampleHolds: boolean;
  readonly again: number;
}

function provenOf(text: ReturnType<typeof useText<SampleKey>>, proof: Proof): string {
  const { seedHolds, frameHolds, sampleHolds, again } = proof;
  if (seedHolds && frameHolds && sampleHolds) return text('provesAll', { count: again });
  const word = (holds: boolean) => text(holds ? 'holds' : 'fails');
  return text('provesNot', {
    seed: word(seedHolds),
    frame: word(frameHolds),
    sample: word(sampleHolds),
  });
}

type SampleKey = NonNullable<(typeof sampleTexts)['key']>;

/** Typed as it stands: a line breaks between its words, never within one. */
function Command({ children }: { readonly children: string }) {
  return (
    <code>
      {children.split(' ').map((word, at) => (
        <Fragment key={word}>
          {at === 0 ? '' : ' '}
          <span className="draw-word">{word}</span>
        </Fragment>
      ))}
    </code>
  );
}

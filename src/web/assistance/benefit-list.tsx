// What reached a household: each thing with its stages, what it changed, and the household's own word.
import { useState } from 'react';
import type { HouseholdAssistance } from '#contract/assistance.ts';
import type { BenefitView } from '#contract/assistance-delivery.ts';
import type { MemberCard } from '#contract/registry-households.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Day, Money } from '#web/ui/figure.tsx';
import { BenefitAnswer } from './benefit-answer.tsx';
import { benefitMeanings } from './benefit-meanings.ts';
import { DeliverSheet } from './deliver-sheet.tsx';
import { deliveryTexts } from './delivery-texts.ts';
import { stateKey } from './household-line.tsx';
import { RecordSheet } from './record-sheet.tsx';

export function BenefitList({
  help,
  members,
}: {
  readonly help: HouseholdAssistance;
  readonly members: readonly MemberCard[];
}) {
  const text = useText(deliveryTexts);
  const [recording, setRecording] = useState(false);
  return (
    <Block
      title={text('benefits')}
      aside={
        help.mayDeliver ? (
          <button type="button" className="link no-print" onClick={() => setRecording(true)}>
            {text('record')}
          </button>
        ) : undefined
      }
    >
      {help.benefits.length === 0 ? <p className="quiet">{text('benefitsEmpty')}</p> : null}
      <ul>
        {help.benefits.map((one) => (
          <BenefitItem
            key={one.id}
            one={one}
            mayDeliver={help.mayDeliver}
            mayAnswer={help.mayAnswer}
          />
        ))}
      </ul>
      {recording ? (
        <RecordSheet help={help} members={members} onClose={() => setRecording(false)} />
      ) : null}
    </Block>
  );
}

export function BenefitItem({
  one,
  mayDeliver,
  mayAnswer,
}: {
  readonly one: BenefitView;
  readonly mayDeliver: boolean;
  readonly mayAnswer: boolean;
}) {
  const text = useText(deliveryTexts);
  const [delivering, setDelivering] = useState(false);
  const next = one.stages.find(({ reachedOn }) => reachedOn === null);
  const isOver = one.deliveredOn !== null && (one.stages.length === 0 || next === undefined);
  const asks = mayAnswer && (one.state === 'delivered' || one.state === 'promised');
  return (
    <li className="help-item">
      <div className="help-head">
        <strong>{one.title}</strong>
        <span className="quiet">
          {one.year} {one.personName ?? ''} {one.deliverer}
        </span>
        <Chip meaning={benefitMeanings[one.state]}>{text(stateKey(one.state))}</Chip>
        <span className="number">
          {one.promisedFen === null ? null : (
            <>
              <small className="quiet">{text('promised')}</small> <Money
                fen={one.promisedFen}
              />{' '}
            </>
          )}
          {one.deliveredFen === null ? null : (
            <>
              → <Money fen={one.deliveredFen} />
            </>
          )}
        </span>
      </div>
      {one.details.length === 0 ? null : (
        <p className="quiet">
          {one.details
            .map((each) => `${text.pick(each.list)} ${text.pick(each.title)}`)
            .join(' · ')}
        </p>
      )}
      {one.stages.length === 0 ? null : (
        <ol className="help-stages">
          {one.stages.map((stage) => (
            <li key={stage.code} className={stage.reachedOn === null ? '' : 'reached'}>
              {text.pick(stage.title)} <small className="quiet">{stage.reachedOn}</small>
            </li>
          ))}
        </ol>
      )}
      {one.result === null ? null : (
        <p>
          {text('resultLine', {
            field: text.pick(one.result.field),
            before: text.pick(one.result.before),
            now: text.pick(one.result.now),
          })}
          {one.result.changed ? '' : ` (${text('unchanged')})`}
        </p>
      )}
      <ul className="small quiet">
        {one.acts.map((act) => (
          <li key={`${act.on}${act.act}${text.pick(act.stage ?? { zh: '', en: '' })}${act.words}`}>
            <Day day={act.on} />{' '}
            {text.has(`act_${act.act}`) ? text(`act_${act.act}` as 'act_deliver') : act.act}
            {act.stage === null ? '' : ` ${text.pick(act.stage)}`} {act.by} {act.words}
          </li>
        ))}
      </ul>
      {asks ? <BenefitAnswer one={one} /> : null}
      {mayDeliver && !isOver ? (
        <p className="no-print">
          <button type="button" className="link" onClick={() => setDelivering(true)}>
            {next === undefined
              ? text('deliver')
              : text('nextStage', { stage: text.pick(next.title) })}
          </button>
        </p>
      ) : null}
      {delivering ? <DeliverSheet one={one} onClose={() => setDelivering(false)} /> : null}
    </li>
  );
}

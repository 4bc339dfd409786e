// One joint of a trail: what was done, how much, on which paper, by whom; it opens its entry, or who
// received where many were paid together.
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import type { TrailJoint } from '#contract/funds-trail.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan } from '#web/text/number.ts';
import { Day } from '#web/ui/figure.tsx';
import { kindOf } from './lines-page.tsx';
import { moneyTexts } from './money-texts.ts';
import type { TrailCard } from './trail-cards.ts';
import { trailTexts } from './trail-texts.ts';

interface CardProps {
  readonly card: TrailCard;
  readonly here: string;
  readonly style?: CSSProperties;
  readonly onOpen: (joint: TrailJoint) => void;
}

export function TrailCardOf({ card, here, style, onOpen }: CardProps) {
  const text = useText(trailTexts);
  if (card.is === 'origin') {
    return (
      <div
        className="trail-card"
        data-is="origin"
        style={style}
        title={text.pick(card.origin.title)}
      >
        <Head label={text('from')} amount={card.origin.amount} />
        <span className="trail-line">{text.pick(card.origin.title)}</span>
      </div>
    );
  }
  if (card.is === 'left') {
    const { area, holder, purposeTitle } = card.account;
    return (
      <Link
        to="/money/lines"
        search={{ area: area.code, account: card.account.id }}
        className="trail-card"
        data-is="left"
        style={style}
      >
        <Head label={text('left')} amount={card.amount} />
        <span className="trail-line">
          {area.name} {holder}
        </span>
        <span className="trail-line quiet">{text.pick(purposeTitle)}</span>
      </Link>
    );
  }
  return <JointCard joint={card.joint} here={here} onOpen={onOpen} {...(style ? { style } : {})} />;
}

function JointCard({
  joint,
  here,
  style,
  onOpen,
}: Omit<CardProps, 'card'> & { readonly joint: TrailJoint }) {
  const text = useText(trailTexts);
  const words = useText(moneyTexts);
  const { payments, entry } = joint;
  const names = joint.approvers.map(({ name }) => name).join(text.marks.list);
  const body = (
    <>
      <Head label={kindOf(words, joint.kind)} amount={joint.amount} />
      <span className="trail-line quiet">
        <Day day={joint.on} />
      </span>
      <span className="trail-line">{payments === null ? joint.document : joint.memo}</span>
      <span className="trail-line quiet">
        {payments === null
          ? whereOf(joint)
          : text('payments', { count: exactNumber(payments.count) })}
      </span>
      <span className="trail-line quiet">
        {joint.hidden ? text('hidden') : null}
        {payments === null && joint.whole !== joint.amount && !joint.hidden
          ? text('part', { whole: exactYuan(joint.whole) })
          : null}
        {payments !== null ? <span className="link">{text('openPayments')}</span> : null}
        {payments === null && joint.whole === joint.amount && names !== ''
          ? text('approvers', { names })
          : null}
      </span>
    </>
  );
  const title = [joint.memo, names === '' ? '' : text('approvers', { names })]
    .filter((one) => one !== '')
    .join(' · ');
  if (entry === null) {
    return (
      <button
        type="button"
        className="trail-card"
        style={style}
        title={title}
        onClick={() => onOpen(joint)}
      >
        {body}
      </button>
    );
  }
  return (
    <Link
      to="/money/entries/$id"
      params={{ id: entry }}
      className="trail-card"
      data-here={joint.key === here}
      aria-current={joint.key === here ? 'step' : undefined}
      style={style}
      title={title}
    >
      {body}
    </Link>
  );
}

function Head({ label, amount }: { readonly label: string; readonly amount: number }) {
  return (
    <span className="trail-head">
      <span>{label}</span>
      <span className="funds-amount">{exactYuan(amount)}</span>
    </span>
  );
}

function whereOf({ to }: TrailJoint): string {
  if (to === null) return '';
  return [to.area.name, to.holder, to.householdName ?? ''].filter((one) => one !== '').join(' ');
}

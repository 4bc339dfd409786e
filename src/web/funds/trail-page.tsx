// The trail of one entry's money: on the desk a drawing, on the phone its steps as a list; the same cards in
// both, each opening its entry; below, who received.
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Trail, TrailJoint } from '#contract/funds-trail.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, exactYuan } from '#web/text/number.ts';
import { Day } from '#web/ui/figure.tsx';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { useWidth } from '#web/ui/use-width.ts';
import { TrailCardOf } from './trail-card.tsx';
import { columnsOf, placed, ribbonsOf } from './trail-cards.ts';
import { TrailPayments } from './trail-payments.tsx';
import { trailTexts } from './trail-texts.ts';
import './funds.css';
import './trail.css';

export function TrailPage() {
  const { id = '' } = useParams({ strict: false });
  const read = useRead('GET /api/funds/trails/:id', { params: { id } });
  if (read.data !== undefined) return <TrailOf key={id} trail={read.data} />;
  if (read.error === null) return <PageSkeleton />;
  return (
    <div className="page funds">
      <ErrorState error={read.error} retry={() => void read.refetch()} />
    </div>
  );
}

function TrailOf({ trail }: { readonly trail: Trail }) {
  const text = useText(trailTexts);
  const narrow = useNarrow();
  const [open, setOpen] = useState<TrailJoint>();
  const here = trail.joints.find(({ key }) => key === trail.entry);
  return (
    <div className="page funds">
      <Link to="/money/entries/$id" params={{ id: trail.entry }} className="back-link no-print">
        ‹ {text('back')}
      </Link>
      <PageHead
        title={text('title')}
        note={here === undefined ? undefined : <Day day={here.on} words />}
      />
      <Finding detail={text('method')}>{useFinding(trail)}</Finding>
      {trail.cut ? <p className="quiet">{text('cut', { count: trail.joints.length })}</p> : null}
      {narrow ? (
        <TrailSteps trail={trail} onOpen={setOpen} />
      ) : (
        <TrailDrawing trail={trail} onOpen={setOpen} />
      )}
      {open?.payments ? (
        <TrailPayments
          key={open.key}
          entry={trail.entry}
          joint={open}
          payments={open.payments}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </div>
  );
}

/** One sentence: how much, from where, how much of it is paid. */
function useFinding(trail: Trail): string {
  const text = useText(trailTexts);
  if (trail.takenBack) return text('takenBack');
  const amount = exactYuan(trail.amount);
  const { paid, count } = {
    paid: exactYuan(trail.received.amount),
    count: exactNumber(trail.received.payments),
  };
  const before = trail.joints.filter(({ level }) => level < 0).length;
  const source = trail.origins.map(({ title }) => text.pick(title)).join(text.marks.list);
  const came =
    source === ''
      ? trail.joints.some(({ hidden, level }) => hidden && level <= 0)
        ? text('findingHidden', { amount })
        : ''
      : text('findingHere', { amount, source, count: exactNumber(before) });
  const goesOn = trail.received.payments > 0 || trail.left.length > 0;
  if (!goesOn) return came;
  const left = trail.left.reduce((sum, one) => sum + one.amount, 0);
  const key =
    trail.received.payments === 0 ? 'findingLies' : left === 0 ? 'findingAll' : 'findingOn';
  return `${came}${text.language === 'en' ? ' ' : ''}${text(key, { amount, paid, count, left: exactYuan(left) })}`;
}

interface Parts {
  readonly trail: Trail;
  readonly onOpen: (joint: TrailJoint) => void;
}

function TrailDrawing({ trail, onOpen }: Parts) {
  const text = useText(trailTexts);
  const [holder, room] = useWidth<HTMLElement>();
  const { cards, cardWidth, width, height } = placed(columnsOf(trail), room);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take focus.
    <section ref={holder} className="trail-drawing" tabIndex={0} aria-label={text('drawing')}>
      <div className="trail-sheet" style={{ width, height }}>
        <svg width={width} height={height} aria-hidden="true">
          {ribbonsOf(trail, cards, cardWidth).map((ribbon) => (
            <path key={ribbon.key} className="trail-ribbon" d={ribbon.path} />
          ))}
        </svg>
        {cards.map((card) => (
          <TrailCardOf
            key={card.key}
            card={card}
            here={trail.entry}
            style={{ left: card.x, top: card.y, width: cardWidth }}
            onOpen={onOpen}
          />
        ))}
      </div>
    </section>
  );
}

function TrailSteps({ trail, onOpen }: Parts) {
  const text = useText(trailTexts);
  return (
    <ol className="trail-steps" aria-label={text('list')}>
      {columnsOf(trail)
        .flat()
        .map((card) => (
          <li key={card.key}>
            <TrailCardOf card={card} here={trail.entry} onOpen={onOpen} />
          </li>
        ))}
    </ol>
  );
}

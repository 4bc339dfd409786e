// A verdict as a shape in ink and a word. Green only where something was checked and holds.
import type { ReactNode } from 'react';
import type { ClaimSummary } from '#contract/insight-figures.ts';
import { useText } from '#web/text/catalogue.ts';
import { figuresTexts } from './texts.ts';

type Verdict = ClaimSummary['verdict'];

const shapes: Readonly<Record<Verdict, ReactNode>> = {
  DISAGREE: <path d="M3 3 11 11M11 3 3 11" strokeWidth="2.4" />,
  SUSPECT: <path d="M2.5 2.5h9v9h-9zM2.5 7 7 2.5M2.5 11.5l9-9M7 11.5 11.5 7" />,
  OVERLAP: (
    <>
      <circle cx="5" cy="7" r="3.6" />
      <circle cx="9" cy="7" r="3.6" />
    </>
  ),
  DIFFERENT_MEASURES: <path d="M2 5h10M2 9h10M10 1.5 4 12.5" strokeWidth="1.6" />,
  UNDETERMINED: <circle cx="7" cy="7" r="4.6" strokeDasharray="2.2 2" />,
  AGREE_CONDITIONAL: (
    <>
      <circle cx="7" cy="7" r="4.8" />
      <path d="M7 2.2a4.8 4.8 0 0 0 0 9.6z" fill="currentColor" />
    </>
  ),
  DESIGN_BOUND: <path d="M2 2.5v9M12 2.5v9M2 7h10" strokeWidth="1.6" />,
  AGREE: <circle cx="7" cy="7" r="4.8" fill="currentColor" />,
  PLAUSIBLE: <circle cx="7" cy="7" r="4.6" strokeWidth="1.6" />,
  DERIVED: <path d="M2 7h9M8 4l3 3-3 3" strokeWidth="1.6" />,
};

export function VerdictShape({ verdict }: { readonly verdict: Verdict }) {
  return (
    <svg
      className={`verdict-shape ${verdict === 'AGREE' || verdict === 'PLAUSIBLE' ? 'holds' : ''}`}
      viewBox="0 0 14 14"
      aria-hidden="true"
    >
      {shapes[verdict]}
    </svg>
  );
}

export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const text = useText(figuresTexts);
  return (
    <span className="verdict-mark">
      <VerdictShape verdict={verdict} />
      {text(verdict)}
    </span>
  );
}

// The answer in one sentence: what was changed, who enters, who leaves, and what it costs.
import type { Simulation } from '#contract/insight-simulation.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Finding } from '#web/ui/page-head.tsx';
import { shownTenThousand } from './shown-cost.ts';
import { simulationTexts } from './simulation-texts.ts';
import { type ChangeWords, phraseOf, type SimulationText } from './trial-changes.ts';

interface TrialFindingProps {
  readonly trial: Simulation;
  readonly words: readonly ChangeWords[];
  /** The numbers are those of earlier changes: they are not said to be these. */
  readonly stale: boolean;
}

export function TrialFinding({ trial, words, stale }: TrialFindingProps) {
  const text = useText(simulationTexts);
  return (
    <div className="trial-finding" aria-live="polite" aria-busy={stale}>
      {stale ? (
        <Finding detail={text('computingDetail')}>
          {words.length === 0
            ? text('computing')
            : text('findingComputing', { changes: phraseOf(text, words) })}
        </Finding>
      ) : (
        <Finding detail={detailOf(text, trial, words)}>{findingOf(text, trial, words)}</Finding>
      )}
    </div>
  );
}

export function findingOf(
  text: SimulationText,
  { enters, leaves, base, cost }: Simulation,
  words: readonly ChangeWords[],
): string {
  if (words.length === 0) {
    return text('findingNone', {
      listed: exactNumber(base.listed.households),
      persons: exactNumber(base.listed.persons),
    });
  }
  const values = {
    changes: phraseOf(text, words),
    enters: exactNumber(enters.households),
    leaves: exactNumber(leaves.households),
    net: netOf(text, enters.households - leaves.households),
  };
  const { baseFen, variantFen } = cost;
  if (variantFen === null || baseFen === null) return text('finding', values);
  return text('findingCost', { ...values, cost: costOf(text, variantFen - baseFen) });
}

function netOf(text: SimulationText, net: number): string {
  if (net === 0) return text('netSame');
  return text(net > 0 ? 'netMore' : 'netLess', { count: Math.abs(net) });
}

function costOf(text: SimulationText, fen: number): string {
  if (fen === 0) return text('costSame');
  return text(fen > 0 ? 'costMore' : 'costLess', { yuan: shownTenThousand(Math.abs(fen)) });
}

function detailOf(
  text: SimulationText,
  { enters, leaves, variant }: Simulation,
  words: readonly ChangeWords[],
): string {
  if (words.length === 0) return text('findingNoneDetail');
  return text('findingDetail', {
    enters: exactNumber(enters.persons),
    leaves: exactNumber(leaves.persons),
    undetermined: exactNumber(variant.undetermined),
  });
}

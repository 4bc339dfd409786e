// The answer in one sentence: what was changed, who enters, who leaves, and what it costs.
import type { Simulation } from '#contract/insight-simulation.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Finding } from '#web/ui/page-head.tsx';
import { shownCost } from './shown-cost.ts';
import { simulationTexts } from './simulation-texts.ts';
import type { SimulationText } from './trial-changes.ts';

interface TrialFindingProps {
  readonly trial: Simulation;
  /** What is tried, in a phrase; empty where nothing is. */
  readonly phrase: string;
  /** The numbers are those of earlier changes: they are not said to be these. */
  readonly stale: boolean;
}

export function TrialFinding({ trial, phrase, stale }: TrialFindingProps) {
  const text = useText(simulationTexts);
  return (
    <div className="trial-finding" aria-live="polite" aria-busy={stale}>
      {stale ? (
        <Finding detail={text('computingDetail')}>
          {phrase === '' ? text('computing') : text('findingComputing', { changes: phrase })}
        </Finding>
      ) : (
        <Finding detail={detailOf(text, trial, phrase)}>{findingOf(text, trial, phrase)}</Finding>
      )}
    </div>
  );
}

export function findingOf(
  text: SimulationText,
  { enters, leaves, base, cost }: Simulation,
  phrase: string,
): string {
  if (phrase === '') {
    return text('findingNone', {
      listed: exactNumber(base.listed.households),
      persons: exactNumber(base.listed.persons),
    });
  }
  const values = {
    changes: phrase,
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
  return text(fen > 0 ? 'costMore' : 'costLess', {
    yuan: shownCost(Math.abs(fen), text.language),
  });
}

function detailOf(
  text: SimulationText,
  { enters, leaves, variant }: Simulation,
  phrase: string,
): string {
  if (phrase === '') return text('findingNoneDetail');
  return text('findingDetail', {
    enters: exactNumber(enters.persons),
    leaves: exactNumber(leaves.persons),
    undetermined: exactNumber(variant.undetermined),
  });
}

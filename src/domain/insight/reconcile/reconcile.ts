// Reconciles what a pack's published claims say: each relation is judged by itself, and the claim is as
// good as its worst relation. Pure: the same figures and definitions always come to the same verdict.

import type { Claim, Figure, Relation } from '#domain/policy/pack/figure-schemas.ts';
import { type Book, bookOf } from './book.ts';
import type { Finding, Found, Missing } from './finding.ts';
import type { Interval } from './interval.ts';
import {
  judgeCount,
  judgeOrder,
  judgeRepeat,
  judgeSame,
  judgeThreshold,
  judgeUnits,
} from './judge-definitions.ts';
import { judgeFlow } from './judge-flow.ts';
import { judgeOneBase, judgeShare } from './judge-rates.ts';
import { judgeMean, judgePairs } from './judge-ratios.ts';
import {
  judgeCapacity,
  judgeCascade,
  judgeGrowth,
  judgeLeverage,
  judgeProduct,
} from './judge-rules.ts';
import { judgeFunnel, judgePartOf, judgePlan, judgeSum } from './judge-sums.ts';
import { type Verdict, worstOf } from './verdict.ts';

export interface Reconciled {
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly missing: readonly Missing[];
  /** The base the claim implies, of the relation that decided or of the first that implies one. */
  readonly implied: Finding['implied'];
}

export interface Published {
  readonly figures: readonly Figure[];
  readonly claims: readonly Claim[];
  /** Lists and series of the pack that a claim may be held against. */
  readonly rows: Book['rows'];
}

export function reconcile({ figures, claims, rows }: Published): readonly Reconciled[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const book = bookOf(figures, rows, (id, open) => impliedBaseOf(byId.get(id), open));
  return claims.map((claim) => reconcileClaim(claim, book));
}

function reconcileClaim(claim: Claim, book: Book): Reconciled {
  const findings = claim.relations.map(
    (relation): Finding => ({
      kind: relation.kind,
      ...onCondition(judge(relation, book), relation),
    }),
  );
  const verdict = worstOf(findings.map((one) => one.verdict));
  const deciding = findings.find((one) => one.verdict === verdict);
  const implied = deciding?.implied ?? findings.find((one) => one.implied !== undefined)?.implied;
  const missing = [...new Set(findings.flatMap((one) => one.missing))];
  return { claim, verdict, findings, missing, implied };
}

function impliedBaseOf(claim: Claim | undefined, book: Book): Interval | undefined {
  if (claim === undefined) return undefined;
  for (const relation of claim.relations) {
    const { implied } = judge(relation, book);
    if (implied !== undefined) return implied;
  }
  return undefined;
}

/** What agrees only because of something the text does not say agrees on that condition. */
function onCondition(found: Found, { assumes }: Relation): Found {
  if (assumes === undefined || found.verdict !== 'AGREE') return found;
  return { ...found, verdict: 'AGREE_CONDITIONAL' };
}

function judge(relation: Relation, book: Book): Found {
  switch (relation.kind) {
    case 'sum':
      return judgeSum(relation, book);
    case 'share':
      return judgeShare(relation, book);
    case 'oneBase':
      return judgeOneBase(relation, book);
    case 'partOf':
      return judgePartOf(relation, book);
    case 'flow':
      return judgeFlow(relation, book);
    case 'funnel':
      return judgeFunnel(relation, book);
    case 'mean':
      return judgeMean(relation, book);
    case 'pairs':
      return judgePairs(relation, book);
    case 'capacity':
      return judgeCapacity(relation, book);
    case 'product':
      return judgeProduct(relation, book);
    case 'cascade':
      return judgeCascade(relation, book);
    case 'leverage':
      return judgeLeverage(relation, book);
    case 'growth':
      return judgeGrowth(relation, book);
    case 'same':
      return judgeSame(relation, book);
    case 'repeat':
      return judgeRepeat(relation, book);
    case 'plan':
      return judgePlan(relation, book);
    case 'threshold':
      return judgeThreshold(relation, book);
    case 'units':
      return judgeUnits(relation, book);
    case 'order':
      return judgeOrder(relation, book);
    case 'count':
      return judgeCount(relation, book);
  }
}

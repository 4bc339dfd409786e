// Rules of loans at a place on a day, and whether a household meets those of a product, with the reason.

import * as refusals from '#domain/funds/loans/loan-refusals.ts';
import { type ProductTerms, productsIn } from '#domain/funds/loans/terms.ts';
import { type AreaCode, atLevel } from '#domain/kernel/area-code.ts';
import { deny } from '#domain/kernel/deny.ts';
import type { PlainDate } from '#domain/kernel/plain-date.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { undecided } from '#domain/policy/nearest-change.ts';
import { explainDecision } from '#domain/policy/pack/explain-decision.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import { noPackInForce } from '#domain/policy/refusals.ts';
import type { Context } from '#server/http/context.ts';
import type { Platform } from '#server/platform.ts';
import { factsFor } from '#server/registry/facts-of-household.ts';
import { decisionsIn, type Subject } from '#server/targeting/household-decisions.ts';

export interface LoanRules {
  readonly pack: ResolvedPack;
  readonly products: readonly ProductTerms[];
}

export function loanRulesAt(
  { packs }: Pick<Platform, 'packs'>,
  area: AreaCode,
  on: PlainDate,
): LoanRules | undefined {
  const pack = packs.inForce(area, on);
  return pack === undefined ? undefined : { pack, products: productsIn(pack) };
}

export function getLoanRules(
  { platform }: Pick<Context, 'platform'>,
  area: AreaCode,
  on: PlainDate,
): LoanRules {
  const place = atLevel(area, 'county') ?? area;
  return loanRulesAt(platform, area, on) ?? refuse(noPackInForce, { area: place, on });
}

/** The product as of a day; one that ended is told with its day. */
export function getProduct(
  context: Pick<Context, 'platform'>,
  { pack, products }: LoanRules,
  { product, on }: { readonly product: string; readonly on: PlainDate },
): ProductTerms {
  const found = products.find(({ id }) => id === product);
  if (found !== undefined) return found;
  const ended = context.platform.packs
    .all()
    .filter(({ pack: one }) => one.manifest.id === pack.id)
    .flatMap(({ pack: one }) => one.rows.products)
    .find(({ row }) => row.id === product && row.until !== undefined && row.until <= on);
  if (ended !== undefined) {
    const { title, until = on } = ended.row;
    return refuse(deny(refusals.productEnded, { product: title, until, on }));
  }
  const titles = (language: keyof Bilingual) => products.map(({ title }) => title[language]);
  return refuse(
    deny(refusals.noSuchProduct, {
      product,
      on,
      choices: { zh: titles('zh').join('、'), en: titles('en').join(', ') },
    }),
  );
}

export interface Eligibility {
  readonly outcome: 'holds' | 'fails' | 'undecided';
  readonly sentence: Bilingual | null;
}

/** Whether the household meets the product's condition; one without a condition is open to all. */
export function eligibilityOf(pack: ResolvedPack, product: string, subject: Subject): Eligibility {
  const decision = decisionsIn(pack).find(({ key }) => key === `product.${product}`);
  if (decision === undefined) return { outcome: 'holds', sentence: null };
  const { outcome, sentence } = explainDecision(pack, decision, factsFor(pack, subject.state));
  if (outcome === undecided) return { outcome: 'undecided', sentence };
  return { outcome: outcome === 'holds' ? 'holds' : 'fails', sentence };
}

// What can be said of a pair that stands side by side, with its choices and its reason.
import type { PairDetail } from '#contract/registry-duplicates.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { useSay } from '#web/ui/said.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { duplicateTexts } from './duplicate-texts.ts';
import { staleAfterMerge } from './stale-duplicates.ts';

type Comparison = NonNullable<PairDetail['comparison']>;
export type Side = Comparison['differences'][number]['chosen'];
export type MemberFate = Comparison['fates'][number];

export interface PairChoices {
  readonly members: readonly MemberFate[];
  readonly fields: Readonly<Record<string, Side>>;
  readonly years: Readonly<Record<string, Side>>;
}

export function usePairActs(
  detail: PairDetail,
  comparison: Comparison,
  { choices, reason }: { readonly choices: PairChoices; readonly reason: string },
) {
  const text = useText(duplicateTexts);
  const tell = useSay();
  const options = {
    stale: staleAfterMerge,
    onDone: ({ pair }: PairDetail) => tell(text(said[pair.state])),
  };
  const merge = useWrite('POST /api/registry/duplicates/:id/merge', options);
  const different = useWrite('POST /api/registry/duplicates/:id/different', options);
  const confirm = useWrite('POST /api/registry/duplicates/:id/confirmation', options);
  const sendBack = useWrite('POST /api/registry/duplicates/:id/return', options);
  const all = [merge, different, confirm, sendBack];
  const problem = useExplanation(all.find(({ error }) => error !== null)?.error);
  const { id, position } = detail.pair;
  const params = { id };
  return {
    problem,
    isPending: all.some(({ isPending }) => isPending),
    say(word: string) {
      for (const one of all) one.reset();
      const given = reason.trim();
      if (word === 'confirm') confirm.mutate({ params, body: { reason: given, position } });
      if (word === 'return') sendBack.mutate({ params, body: { reason: given } });
      if (word === 'different') different.mutate({ params, body: { reason: given } });
      if (word !== 'merge') return;
      const { members, fields, years } = choices;
      merge.mutate({
        params,
        body: {
          kept: comparison.kept,
          choices: { members: [...members], fields: { ...fields }, years: { ...years } },
          reason: given,
          position,
        },
      });
    },
  };
}

const said = {
  merged: 'saidMerged',
  proposed: 'saidProposed',
  different: 'saidDifferent',
  open: 'saidOpen',
} as const;

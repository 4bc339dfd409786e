// The six principles of money put together, each as the books have it.
import type { Consolidation } from '#contract/funds-consolidation.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare, shownYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { consolidationTexts } from './consolidation-texts.ts';

export function Principles({ money }: { readonly money: Consolidation }) {
  const text = useText(consolidationTexts);
  return (
    <Block
      title={text('principles')}
      aside={
        money.rule === null || money.rule.verified ? undefined : (
          <Chip meaning="unknown">{text('unverified')}</Chip>
        )
      }
    >
      {money.rule === null ? null : <p className="small quiet">{text.pick(money.rule.measured)}</p>}
      <dl className="together-principles">
        {useLines(money).map(({ title, line, isWrong }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className={isWrong === true ? 'funds-alarm' : undefined}>{line}</dd>
          </div>
        ))}
      </dl>
    </Block>
  );
}

interface PrincipleLine {
  readonly title: string;
  readonly line: string;
  readonly isWrong?: boolean;
}

function useLines(money: Consolidation): readonly PrincipleLine[] {
  const text = useText(consolidationTexts);
  const { unbalanced, repurposed, bundles, sources, departments, granted, paid } = money;
  const yuan = (fen: number) => shownYuan(fen, text.language);
  const count = exactNumber(sources.length);
  const [most] = sources;
  const named = departments.filter(({ department }) => department !== '').length;
  return [
    {
      title: text('channel'),
      line:
        unbalanced === null
          ? text('channelPart')
          : unbalanced === 0
            ? text('channelYes', { sources: count })
            : text('channelNo', { count: exactNumber(unbalanced) }),
      isWrong: unbalanced !== null && unbalanced > 0,
    },
    {
      title: text('use'),
      line:
        repurposed.count === 0
          ? text('useNone')
          : text('useSome', {
              count: exactNumber(repurposed.count),
              amount: yuan(repurposed.amount),
            }),
    },
    {
      title: text('planned'),
      line: text('plannedLine', {
        source: most === undefined ? '' : text.pick(most.title),
        share: shownShare(most?.granted ?? 0, granted),
        planned: shownShare(paid, granted),
      }),
    },
    {
      title: text('bundle'),
      line: text('bundleLine', {
        projects: exactNumber(bundles.projects),
        bundled: exactNumber(bundles.bundled),
      }),
    },
    {
      title: text('force'),
      line:
        bundles.multiplier === null
          ? text('forceNone')
          : bundles.multiplier === 0
            ? text('forceAlone')
            : text('forceLine', { multiplier: exactNumber(bundles.multiplier, 2) }),
    },
    {
      title: text('credit'),
      line: named === 0 ? text('creditNone') : text('creditLine', { paid: yuan(paid) }),
    },
  ];
}

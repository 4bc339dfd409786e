// What a run came to: within, beyond, near, vetoed, undetermined; and the vetoes one by one.
import { Link } from '@tanstack/react-router';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownShare } from '#web/text/number.ts';
import { BarTable } from '#web/ui/bar-table.tsx';
import { Block } from '#web/ui/block.tsx';
import type { RunResult } from './run-page.tsx';
import { nearPoints } from './run-search.ts';
import { targetingTexts } from './texts.ts';

export function RunCounts({ run }: { readonly run: RunResult }) {
  const text = useText(targetingTexts);
  const scored = run.scored ?? 0;
  const rows = [
    ['countWithin', run.within],
    ['countBeyond', run.beyond],
    ['countNear', run.nearMisses],
    ['countVetoed', run.vetoed ?? 0],
    ['countUndetermined', run.undetermined ?? 0],
  ] as const;
  return (
    <aside className="run-side">
      <Block title={text('counts')} aside={text('listed', { count: scored })}>
        <table className="rows dense">
          <tbody>
            {rows
              .filter(([name]) => run.cutOff !== null || !linked.has(name))
              .map(([name, value]) => (
                <tr key={name} className={name === 'countNear' ? 'indented' : undefined}>
                  <td>
                    {name === 'countNear' ? (
                      <Link
                        to="."
                        search={(before) => ({ ...before, list: 'beyond' })}
                        className="count-link"
                        title={text('countNearHint')}
                      >
                        {text(name, { near: nearPoints })}
                      </Link>
                    ) : (
                      text(name)
                    )}
                  </td>
                  <td className="number">{exactNumber(value)}</td>
                  <td className="number quiet">{shownShare(value, scored)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </Block>
      <Block title={text('vetoes')} aside={text('vetoesAside')}>
        {run.vetoes.some((veto) => veto.households > 0) ? (
          <BarTable
            caption={text('vetoes')}
            rows={run.vetoes
              .toSorted((one, other) => other.households - one.households)
              .map((veto) => ({
                key: veto.id,
                label: text.pick(veto.title),
                value: veto.households,
                figure: exactNumber(veto.households),
              }))}
          />
        ) : (
          <p className="quiet">{text('noVetoes')}</p>
        )}
      </Block>
    </aside>
  );
}

/** Counts that mean nothing without a line. */
const linked: ReadonlySet<string> = new Set(['countWithin', 'countBeyond', 'countNear']);

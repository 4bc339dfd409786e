// Where cases pile up: the steps by the colour of their clock; each number opens the list it counts.
import { Link } from '@tanstack/react-router';
import type { CaseCount } from '#contract/casework.ts';
import { clockColours } from '#domain/casework/case-clock.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Count } from '#web/ui/figure.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { uiTexts } from '#web/ui/texts.ts';
import { caseTexts } from './case-texts.ts';

const colours = clockColours.map((colour) => `colour_${colour}` as const);

export function StepCounts({ counts }: { readonly counts: readonly CaseCount[] }) {
  const text = useText(caseTexts);
  const ui = useText(uiTexts);
  return (
    <Block title={text('steps')} aside={text('stepsAside')}>
      <StackedTable heads={['what', 'step', ...colours]} figures={colours} nameOf={text}>
        <tbody>
          {counts.map((one) => (
            <tr key={`${one.process.id}.${one.step.id}`}>
              <td>{text.pick(one.process.title)}</td>
              <td>{text.pick(one.step.title)}</td>
              {clockColours.map((colour) => (
                <td key={colour} className="number">
                  {one[colour] === 0 ? (
                    <span className="quiet">0</span>
                  ) : (
                    <Link
                      to="/cases"
                      search={(before) => ({
                        ...before,
                        process: one.process.id,
                        step: one.step.id,
                        colour,
                      })}
                      className="count-link"
                    >
                      <Count value={one[colour]} />
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {counts.length < 2 ? null : (
          <tfoot>
            <tr>
              <td>{ui('total')}</td>
              <td />
              {clockColours.map((colour) => (
                <td key={colour} className="number">
                  <Count value={counts.reduce((sum, one) => sum + one[colour], 0)} />
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </StackedTable>
    </Block>
  );
}

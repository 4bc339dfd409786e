// What is wrong with rows of a list, in sentences, with the first rows each stands in.
import type { ComparisonListDetail } from '#contract/targeting-comparison.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { listTexts } from './list-texts.ts';

export function ListProblems({ list }: { readonly list: ComparisonListDetail }) {
  const text = useText(listTexts);
  const comma = text.marks.list;
  return (
    <Block title={text('problems')}>
      {list.problems.length === 0 ? <p className="quiet">{text('noProblems')}</p> : null}
      <ul className="list-problems">
        {list.problems.map((problem) => (
          <li key={problem.code}>
            <p>
              <Chip meaning={problem.severity === 'error' ? 'over' : 'due'}>
                {exactNumber(problem.count)} {text(problem.severity)}
              </Chip>
            </p>
            <p>{text.pick(problem.message)}</p>
            <p className="quiet small">
              {text('problemRows', {
                rows: problem.rows.join(comma) + (problem.count > problem.rows.length ? ' …' : ''),
              })}
            </p>
          </li>
        ))}
      </ul>
    </Block>
  );
}

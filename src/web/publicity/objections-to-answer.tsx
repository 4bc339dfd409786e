// What the county has to answer, by its last day; each opens at its notice.
import { Link } from '@tanstack/react-router';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { noticeTexts } from './notice-texts.ts';

export function ObjectionsToAnswer({ area }: { readonly area: string | undefined }) {
  const text = useText(noticeTexts);
  const read = useRead('GET /api/publicity/objections', { query: { area } });
  const items = read.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Block title={text('toAnswer')} aside={text('toAnswerAside')}>
      <ul className="notice-rows">
        {items.map((one) => (
          <li key={one.id}>
            <div>
              <Link
                to="/notices/$id"
                params={{ id: one.notice }}
                hash="objections"
                className="row-link"
              >
                {text.pick(one.title)}
              </Link>
              <small className="quiet">
                <Dotted>
                  {one.number}
                  {one.line === null ? text('whole') : text('line', { line: one.line })}
                  {text('filed', { on: one.filedOn })}
                </Dotted>
              </small>
            </div>
            <span className="notice-chips">
              <Chip meaning={one.isLate ? 'over' : 'due'}>
                {one.isLate ? text('late') : text('due', { on: one.dueOn })}
              </Chip>
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

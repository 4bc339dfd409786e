// One article: its sentences, its rule in words and as written, its numbers by date, its table; in the
// margin where it comes from and whether anybody checked.
import type { PackArticle, PackDocument, PackMark, PackNumber } from '#contract/policy.ts';
import { useText } from '#web/text/catalogue.ts';
import { Day } from '#web/ui/figure.tsx';
import { Scrolled } from '#web/ui/scrolled.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { InWords } from './in-words.tsx';
import { MarkChip } from './mark-chip.tsx';
import type { NumberedArticle } from './pack-contents.ts';
import { sourceWords } from './pack-words.ts';
import { policyTexts } from './texts.ts';

interface ArticleViewProps {
  readonly numbered: NumberedArticle;
  /** Packs an article may come from. */
  readonly chain: PackDocument['chain'];
}

export function ArticleView({ numbered, chain }: ArticleViewProps) {
  const text = useText(policyTexts);
  const { anchor, article, number } = numbered;
  return (
    <article id={anchor} className="pack-article">
      <div className="pack-article-text">
        <h3>
          <a href={`#${anchor}`} className="pack-number">
            {text('article', { number })}
          </a>{' '}
          <InWords words={article.title} />
          {article.label === null ? null : (
            <span className="pack-label">
              <InWords words={article.label} />
            </span>
          )}
        </h3>
        {article.paragraphs.map((paragraph) => (
          <p key={paragraph.zh}>
            <InWords words={paragraph} />
          </p>
        ))}
        {article.rule === null ? null : (
          <div className="pack-rule">
            <p>
              <InWords words={article.rule.words} />
            </p>
            <code>{article.rule.source}</code>
          </div>
        )}
        {article.numbers.length === 0 ? null : (
          <Numbers title={text.pick(article.title)} numbers={article.numbers} own={article.mark} />
        )}
        {article.table === null ? null : (
          <ArticleTable title={text.pick(article.title)} table={article.table} />
        )}
      </div>
      <Margin article={article} chain={chain} />
    </article>
  );
}

interface MarginProps extends Pick<ArticleViewProps, 'chain'> {
  readonly article: PackArticle;
}

function Margin({ article, chain }: MarginProps) {
  const text = useText(policyTexts);
  const { mark, inheritedFrom, override, requirements } = article;
  const source = sourceWords(text, mark.source);
  const below = chain.find(({ id }) => id === inheritedFrom);
  return (
    <aside className="pack-margin">
      <MarkChip mark={mark} />
      {source === undefined ? null : <p>{source}</p>}
      {mark.note === null ? null : (
        <p>
          <InWords words={mark.note} />
        </p>
      )}
      {below === undefined ? null : <p>{text('inherited', { pack: text.pick(below.title) })}</p>}
      {override === null ? null : (
        <p>
          {text('override')}
          {text.marks.colon}
          <InWords words={override} />
        </p>
      )}
      {requirements.length === 0 ? null : (
        <p className="pack-requirements" title={text('requirements')}>
          {requirements.map((requirement) => (
            <code key={requirement}>{requirement}</code>
          ))}
        </p>
      )}
    </aside>
  );
}

interface NumbersProps {
  readonly title: string;
  readonly numbers: readonly PackNumber[];
  /** Mark of the article: said once, not again beside each of its numbers. */
  readonly own: PackMark;
}

function Numbers({ title, numbers, own }: NumbersProps) {
  const text = useText(policyTexts);
  return (
    <StackedTable
      heads={['since', 'value', 'source']}
      figures={['value']}
      nameOf={text}
      label={title}
      className="dense pack-numbers"
    >
      <tbody>
        {numbers.map((number) => (
          <tr
            key={`${number.from}.${number.shown.zh}`}
            className={number.inForce ? 'now' : undefined}
          >
            <td>
              <Day day={number.from} /> {number.inForce ? <span>{text('valueNow')}</span> : null}
            </td>
            <td className="number">
              <InWords words={number.shown} />
            </td>
            <td>
              {isSameMark(number.mark, own) ? null : <MarkChip mark={number.mark} />}
              {number.mark.source === null ? null : (
                <span className="quiet small"> {sourceWords(text, number.mark.source)}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </StackedTable>
  );
}

interface ArticleTableProps {
  readonly title: string;
  readonly table: NonNullable<PackArticle['table']>;
}

function ArticleTable({ title, table }: ArticleTableProps) {
  const text = useText(policyTexts);
  const marked = table.rows.some((row) => row.mark !== null);
  const figures = table.columns.map((_, index) => {
    const filled = table.rows
      .map(({ cells }) => cells[index]?.zh ?? '')
      .filter((cell) => cell !== '');
    return index > 0 && filled.length > 0 && filled.every((cell) => figure.test(cell));
  });
  return (
    <Scrolled label={title} className="pack-table">
      <table className="rows dense">
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th
                key={column.zh}
                scope="col"
                className={figures[index] === true ? 'number' : undefined}
              >
                <InWords words={column} />
              </th>
            ))}
            {marked ? <th scope="col">{text('mark')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.cells.map(({ zh }) => zh).join('|')}>
              {row.cells.map((cell, index) => {
                // Cells stand in the order of the columns, which never changes; the first names its row.
                const key = table.columns[index]?.zh ?? cell.zh;
                return index === 0 ? (
                  <th key={key} scope="row">
                    <InWords words={cell} />
                  </th>
                ) : (
                  <td key={key} className={figures[index] === true ? 'number' : undefined}>
                    {code.test(cell.zh) ? <code>{cell.zh}</code> : <InWords words={cell} />}
                  </td>
                );
              })}
              {marked ? <td>{row.mark === null ? null : <MarkChip mark={row.mark} />}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/** A number with its unit at most: what says more beside it is read as words. */
const figure = /^-?[\d,.]+%?( [^\s，；]+)?$/;

/** As a pack writes it for machines. */
const code = /^[A-Z][A-Z\d]*(_[A-Z\d]+)*$/;

function isSameMark(one: PackMark, other: PackMark): boolean {
  return one.verified === other.verified && one.sample === other.sample;
}

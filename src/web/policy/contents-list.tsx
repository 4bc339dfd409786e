// The contents: every section a link to where it stands, its articles below it when opened. Where they cannot
// stand beside the text they are folded, so that the book begins with it.
import { useState } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import { useBelow } from '#web/ui/use-narrow.ts';
import type { NumberedSection } from './pack-contents.ts';
import { policyTexts } from './texts.ts';

interface ContentsListProps {
  readonly sections: readonly NumberedSection[];
  readonly examples: number;
  readonly documents: number;
}

export function ContentsList({ sections, examples, documents }: ContentsListProps) {
  const text = useText(policyTexts);
  const isAbove = useBelow(900);
  const list = (
    <ul>
      {sections.map((section) => (
        <SectionEntry key={section.kind} section={section} />
      ))}
      {examples === 0 ? null : (
        <EndEntry to="#examples" name={text('examplesTitle')} count={examples} />
      )}
      {documents === 0 ? null : (
        <EndEntry to="#documents" name={text('documents')} count={documents} />
      )}
    </ul>
  );
  return (
    <nav className="pack-contents no-print" aria-label={text('contents')}>
      {isAbove ? (
        <details>
          <summary>
            <h2>{text('contents')}</h2>
          </summary>
          {list}
        </details>
      ) : (
        <>
          <h2>{text('contents')}</h2>
          {list}
        </>
      )}
    </nav>
  );
}

function SectionEntry({ section }: { readonly section: NumberedSection }) {
  const text = useText(policyTexts);
  const [open, setOpen] = useState(false);
  const title = text.pick(section.title);
  return (
    <li>
      <div className="pack-contents-row">
        <button
          type="button"
          aria-expanded={open}
          aria-label={text('articlesOf', { section: title })}
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden="true">{open ? '▾' : '▸'}</span>
        </button>
        <a href={`#${section.anchor}`} onClick={() => setOpen(true)}>
          {title}
        </a>
        <small>{exactNumber(section.articles.length)}</small>
      </div>
      {open ? (
        <ul>
          {section.articles.map(({ anchor, article, number }) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>
                <small>{number}</small> {text.pick(article.title)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

interface EndEntryProps {
  readonly to: string;
  readonly name: string;
  readonly count: number;
}

function EndEntry({ to, name, count }: EndEntryProps) {
  return (
    <li className="pack-contents-row">
      <span />
      <a href={to}>{name}</a>
      <small>{exactNumber(count)}</small>
    </li>
  );
}

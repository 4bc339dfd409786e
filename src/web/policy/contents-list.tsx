// The contents: every section with its articles, each a link to where it stands.
import { useText } from '#web/text/catalogue.ts';
import { exactNumber } from '#web/text/number.ts';
import type { NumberedSection } from './pack-contents.ts';
import { policyTexts } from './texts.ts';

interface ContentsListProps {
  readonly sections: readonly NumberedSection[];
  readonly examples: number;
  readonly documents: number;
}

export function ContentsList({ sections, examples, documents }: ContentsListProps) {
  const text = useText(policyTexts);
  return (
    <nav className="pack-contents no-print" aria-label={text('contents')}>
      <h2>{text('contents')}</h2>
      <ul>
        {sections.map((section) => (
          <li key={section.kind}>
            <details>
              <summary>
                <a href={`#${section.anchor}`}>{text.pick(section.title)}</a>
                <small>{exactNumber(section.articles.length)}</small>
              </summary>
              <ul>
                {section.articles.map(({ anchor, article, number }) => (
                  <li key={anchor}>
                    <a href={`#${anchor}`}>
                      <small>{number}</small> {text.pick(article.title)}
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
        {examples === 0 ? null : (
          <li className="pack-contents-end">
            <a href="#examples">{text('examplesTitle')}</a>
            <small>{exactNumber(examples)}</small>
          </li>
        )}
        {documents === 0 ? null : (
          <li className="pack-contents-end">
            <a href="#documents">{text('documents')}</a>
            <small>{exactNumber(documents)}</small>
          </li>
        )}
      </ul>
    </nav>
  );
}

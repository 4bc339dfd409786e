import type { PackDocument } from '#contract/policy.ts';
import { useText } from '#web/text/catalogue.ts';
import { InWords } from './in-words.tsx';
import { policyTexts } from './texts.ts';

export function DocumentList({ documents }: Pick<PackDocument, 'documents'>) {
  const text = useText(policyTexts);
  if (documents.length === 0) return null;
  return (
    <section id="documents" className="pack-section">
      <h2>{text('documents')}</h2>
      <ol className="pack-documents">
        {documents.map((document) => (
          <li key={document.id} id={`documents.${document.id}`}>
            <p>
              <InWords words={document.title} />
              {document.link === null ? null : (
                <>
                  {' '}
                  <a className="link" href={document.link} rel="noreferrer" target="_blank">
                    {text('open')}
                  </a>
                </>
              )}
            </p>
            <p className="quiet small">
              {document.issuer === null ? null : <InWords words={document.issuer} />}{' '}
              {document.date}
            </p>
            {document.note === null ? null : (
              <p className="quiet small">
                <InWords words={document.note} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

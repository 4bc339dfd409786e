// Worked examples: what is given, what must come out, and whether it does.
import type { PackExample } from '#contract/policy.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { Chip } from '#web/ui/chip.tsx';
import { InWords } from './in-words.tsx';
import { policyTexts } from './texts.ts';

export function ExampleList({ examples }: { readonly examples: readonly PackExample[] }) {
  const text = useText(policyTexts);
  if (examples.length === 0) return null;
  return (
    <section id="examples" className="pack-section">
      <h2>{text('examplesTitle')}</h2>
      <p className="quiet">{text('examplesLead')}</p>
      {examples.map((example, index) => (
        <article key={example.id} id={`examples.${example.id}`} className="pack-article">
          <div className="pack-article-text">
            <h3>
              <span className="pack-number">{text('example', { number: index + 1 })}</span>{' '}
              <InWords words={example.title} />
            </h3>
            <dl className="pack-example">
              <dt>{text('given')}</dt>
              <dd>
                <ul>
                  {example.given.map((given) => (
                    <li key={given.fact}>
                      <InWords words={given.label} />{' '}
                      <strong>
                        <InWords words={given.shown} />
                      </strong>
                    </li>
                  ))}
                </ul>
              </dd>
              <dt>{text('expected')}</dt>
              <dd>
                <ul>
                  {example.expected.map((one) => (
                    <li key={one.zh}>
                      <InWords words={one} />
                    </li>
                  ))}
                </ul>
              </dd>
            </dl>
            {example.problems.map((problem) => (
              <p key={problem.zh} className="notice problem">
                <InWords words={problem} />
              </p>
            ))}
          </div>
          <aside className="pack-margin">
            <Chip meaning={example.passes ? 'done' : 'over'}>
              {text(example.passes ? 'pass' : 'fail')}
            </Chip>
            <p>{text('exampleOn', { day: shownDay(example.on, text.language) })}</p>
          </aside>
        </article>
      ))}
    </section>
  );
}

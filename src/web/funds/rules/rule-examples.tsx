// What other places ask of their money, for a place whose pack says nothing: to be read, not to be kept.
import { Link } from '@tanstack/react-router';
import type { RuleExample } from '#contract/funds-rules.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ruleTexts } from './rule-texts.ts';

export function RuleExamples({ examples }: { readonly examples: readonly RuleExample[] }) {
  const text = useText(ruleTexts);
  if (examples.length === 0) return null;
  const packs = [...new Map(examples.map((one) => [one.pack, one.packTitle]))];
  return (
    <>
      <h2 className="rule-examples">{text('examples')}</h2>
      <p className="small quiet">{text('examplesLead')}</p>
      {packs.map(([pack, title]) => (
        <Block
          key={pack}
          title={text.pick(title)}
          aside={
            <>
              <Chip meaning="neutral">{text('notInForce')}</Chip>{' '}
              <Link to="/packs/$pack" params={{ pack }} className="link no-print">
                {text('openPack')}
              </Link>
            </>
          }
        >
          <ul className="funds-list">
            {examples
              .filter((one) => one.pack === pack)
              .map((one) => (
                <Example key={one.id} one={one} />
              ))}
          </ul>
        </Block>
      ))}
    </>
  );
}

function Example({ one }: { readonly one: RuleExample }) {
  const text = useText(ruleTexts);
  const limits = one.limits.map(({ title, shown }) => `${text.pick(title)} ${text.pick(shown)}`);
  return (
    <li>
      <p>
        <strong>{text.pick(one.title)}</strong>{' '}
        {one.verified ? null : <Chip meaning="unknown">{text('unverified')}</Chip>}
      </p>
      <p>
        {text.pick(one.kindTitle)}
        {limits.length === 0 ? '' : `${text.marks.colon}${limits.join(text.marks.comma)}`}
      </p>
      <p className="small quiet">
        {text('measured', { words: text.pick(one.measured) })}
        {one.against === null
          ? ''
          : `${text.marks.semicolon}${text('against', { words: text.pick(one.against) })}`}
      </p>
      {one.source === null ? null : (
        <p className="small quiet">
          {text('source', {
            document: text.pick(one.source.title),
            place: one.source.place ?? '',
          })}
        </p>
      )}
    </li>
  );
}

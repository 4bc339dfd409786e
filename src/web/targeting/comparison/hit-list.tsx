// The hits of a lead: who, what, since when, from which list, how it was found, what was said of it.
import type { Hit, Lead } from '#contract/targeting-leads.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { comparisonTexts } from './comparison-texts.ts';

export function HitList({ lead }: { readonly lead: Lead }) {
  const text = useText(comparisonTexts);
  return (
    <Block title={text('hitsTitle')} aside={text('hits', { count: lead.hits })}>
      <ul className="hits">
        {lead.items.map((hit) => (
          <li key={hit.id}>
            <p>
              <strong>{text.pick(hit.kind.title)}</strong> {hit.person.name}
              {hit.object === '' ? null : `${text.marks.colon}${hit.object}`}
            </p>
            <p>
              <HitSince hit={hit} />
              <HitStanding hit={hit} />
            </p>
            <p className="quiet small">
              <Dotted>
                {hit.listTitle}
                {text('row', { row: hit.row })}
                {text(`way_${hit.way}`)}
                {hit.person.identity}
              </Dotted>
            </p>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function HitSince({ hit }: { readonly hit: Hit }) {
  const text = useText(comparisonTexts);
  if (hit.since === null) return null;
  const key = hit.afterListing === true ? 'afterListing' : 'beforeListing';
  return (
    <span>
      {text('since')} {hit.since}
      {hit.afterListing === null ? null : (
        <span className="quiet">
          {text.marks.comma}
          {text(key)}
        </span>
      )}{' '}
    </span>
  );
}

function HitStanding({ hit }: { readonly hit: Hit }) {
  const text = useText(comparisonTexts);
  return (
    <>
      {hit.answer === null ? null : <Chip meaning="neutral">{text.pick(hit.answer.title)}</Chip>}{' '}
      {hit.verdict === null ? null : (
        <Chip meaning={hit.verdict === 'overturned' ? 'done' : 'over'}>
          {text(`verdict_${hit.verdict}`)}
        </Chip>
      )}
    </>
  );
}

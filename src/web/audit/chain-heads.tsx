// How far each chain of one's counties is sealed.
import type { AuditHeads } from '#contract/audit.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownInstant } from '#web/text/number.ts';
import { AreaName } from '#web/ui/area-name.tsx';
import { Block } from '#web/ui/block.tsx';
import { auditTexts } from './texts.ts';

export function ChainHeads({ heads }: { readonly heads: AuditHeads['heads'] }) {
  const text = useText(auditTexts);
  return (
    <Block title={text('chains')} aside={text('chainsAside')} className="chain-heads">
      {heads.length === 0 ? <p className="quiet">{text('noChains')}</p> : null}
      <ul>
        {heads.map((head) => (
          <li key={head.chain}>
            <span>{head.area === '' ? text('chainNation') : <AreaName code={head.area} />}</span>
            <strong>{exactNumber(head.number)}</strong>
            <small>{shownInstant(head.sealedAt, text.language)}</small>
            <code title={head.hash}>{head.hash.slice(0, 16)}…</code>
          </li>
        ))}
      </ul>
    </Block>
  );
}

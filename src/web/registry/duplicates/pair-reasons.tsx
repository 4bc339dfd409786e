// Why two households are alike, one reason a line, the strongest first.
import type { PairReason } from '#contract/registry-duplicates.ts';
import { useText } from '#web/text/catalogue.ts';
import { duplicateTexts } from './duplicate-texts.ts';

export function PairReasons({ reasons }: { readonly reasons: readonly PairReason[] }) {
  const text = useText(duplicateTexts);
  if (reasons.length === 0) return <p className="quiet">{text('named')}</p>;
  return (
    <ul className="pair-reasons">
      {reasons.map((reason, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reasons have no names of their own.
        <li key={index}>
          <ReasonLine reason={reason} />
        </li>
      ))}
    </ul>
  );
}

function ReasonLine({ reason }: { readonly reason: PairReason }) {
  const text = useText(duplicateTexts);
  if (reason.kind !== 'person') return text(reason.kind);
  const { one, other } = reason;
  const agreed = { name: text(`${reason.name}_name`), birth: text(`${reason.birth}_birth`) };
  const line =
    one === other
      ? text('personOne', { one, ...agreed })
      : text('person', { one, other, ...agreed });
  return reason.numbers === 'different' ? text('numbersDiffer', { line }) : line;
}

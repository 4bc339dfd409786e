// What the frames on the map mean.
import { useText } from '#web/text/catalogue.ts';
import { photographTexts } from './photograph-texts.ts';
import type { Photographs } from './use-photographs.ts';

export function PhotographKey({ of }: { readonly of: Photographs }) {
  const text = useText(photographTexts);
  return (
    <div className="mark-key quiet">
      <span>
        <svg className="photo-mark" width={24} height={18} aria-hidden="true">
          <rect className="frame" x={2} y={1.5} width={20} height={15} rx={1.5} />
          <path className="scene" transform="translate(12 9)" d="M-8 5L-2.5 -2L1 2.5L4 -0.5L8 5Z" />
        </svg>
        {of.state === 'wide' ? text('wide') : text('markKey', { count: of.shown.length })}
      </span>
    </div>
  );
}

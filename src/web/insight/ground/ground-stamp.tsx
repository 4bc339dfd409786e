import { inventedSource } from '#domain/registry/area-boundary.ts';
import { useText } from '#web/text/catalogue.ts';
import type { Outlines } from '../map/outline-paths.ts';
import { groundTexts } from './ground-texts.ts';
import './ground.css';

export function isInvented(outlines: Outlines | undefined): boolean {
  return (
    outlines?.features.some(({ properties: { source } }) => source === inventedSource) ?? false
  );
}

/** On the face of a map, so that a picture or a print of it says so too. */
export function GroundStamp({ outlines }: { readonly outlines: Outlines | undefined }) {
  const text = useText(groundTexts);
  return isInvented(outlines) ? <span className="ground-stamp">{text('stamp')}</span> : null;
}

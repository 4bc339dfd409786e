// A photograph of a place as a picture on a screen: made smaller here, because a hand-held camera writes ten million
// pixels and a strip of them would be all that a county's line carries. No person is in it, so its opening is not
// told to the audit trail; the file as it was handed in is opened where it belongs, and there it is.
import { Transformer } from '@napi-rs/image';
import type { openMapPhotograph } from '#contract/insight-map.ts';
import type { InputOf } from '#contract/route.ts';
import { noSuchPhotograph } from '#domain/insight/map/refusals.ts';
import { mediaTypeOf } from '#domain/kernel/file-type.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context, Download } from '#server/http/context.ts';
import { readSealedFile } from '#server/kernel/attachment.store.ts';
import { findPhotograph } from './photograph.store.ts';

const widest = { small: 360, large: 1280 } as const;
const quality = 80;
/** Of more pixels than this no small picture is made: a file may say it has more than any memory holds. */
const pixelsMost = 60_000_000;
/** The bytes of an attachment never change. */
const keptSeconds = 86_400;

export async function openedPhotograph(
  { tx, platform }: Context,
  { params: { id }, query: { size } }: InputOf<typeof openMapPhotograph>,
): Promise<Download> {
  const found =
    (await findPhotograph(tx, { county: countyOfId(id), id })) ?? refuse(noSuchPhotograph);
  const sealed = await readSealedFile(tx, found);
  if (sealed === undefined) throw new Error(`the file of photograph ${id} is gone`);
  const shown = await smaller(platform.secrets.openBytes('attachment', sealed), widest[size]);
  return {
    fileName: `${id}.webp`,
    contentType: mediaTypeOf.webp,
    keptSeconds,
    body: (async function* () {
      yield shown;
    })(),
  };
}

async function smaller(bytes: Uint8Array, most: number): Promise<Uint8Array> {
  const { width, height } = await new Transformer(bytes).metadata();
  if (width * height > pixelsMost) return refuse(noSuchPhotograph);
  // Upright, as the phone was turned.
  const picture = new Transformer(bytes).rotate();
  if (width > most) picture.resize({ width: most });
  return picture.webp(quality);
}

// A shipped pack as if it had been made for the tests' first county, with the national one below it; on
// wish without what its steps demand (minutes, an interview, a checklist), where a test is about something
// else, or with its texts changed, as a later version has them.
import { readPack } from '#domain/policy/pack/read-pack.ts';
import type { Platform } from '#server/platform.ts';
import { installPack } from '#server/policy/pack-library.ts';
import { county } from './cast.ts';
import { shippedTexts } from './shipped-packs.ts';

export async function installForPlace(
  platform: Platform,
  id: string,
  { isUndemanding = false, changed = (_path: string, text: string) => text } = {},
): Promise<void> {
  for (const one of ['china-2014', id]) {
    const texts = new Map(
      [...shippedTexts(one)].map(([path, text]) => [
        path,
        changed(
          `${one}/${path}`,
          isUndemanding && path.startsWith('processes/')
            ? text.replace(/^ +(needs|checks): .*\n/gm, '')
            : text,
        ),
      ]),
    );
    const manifest = texts.get('pack.yaml') ?? '';
    if (one === id) texts.set('pack.yaml', manifest.replace(/^area: .*$/m, `area: '${county}'`));
    const { pack } = readPack(texts);
    if (pack === undefined) throw new Error(`the pack ${one} cannot be read`);
    await installPack(platform.db, texts, pack);
  }
  await platform.packs.reload();
}

// A file of a household, one of its village and a photograph of it, named with the word of their place.
import { readFileSync } from 'node:fs';
import { insertAttachment } from '#server/kernel/attachment.store.ts';
import { anId } from './household.ts';
import type { Planting } from './plant.ts';

const picture = readFileSync(new URL('../fixtures/attachments/screen.png', import.meta.url));

export async function plantAttachment({ platform, tx, side, word, place, households }: Planting) {
  const county = Number(place.county);
  const household = households[0] ?? '';
  const attachment = anId(county);
  const { secrets } = platform;
  const file = {
    county,
    area: place.village,
    kind: 'document',
    showsPerson: true,
    fileName: `${word}.pdf`,
    fileType: 'pdf',
    bytes: 8,
    hash: secrets.hash('attachment', word),
    account: anId(county),
    accountName: word,
    at: '2016-09-01T00:00:00.000Z',
  } as const;
  const seal = () => secrets.sealBytes('attachment', Buffer.from(`%PDF-${word}`));
  await insertAttachment(
    tx,
    { ...file, id: attachment, household, subject: `household:${household}` },
    seal,
  );
  if (side !== 'strange') {
    const subject = `area:${place.village}`;
    await insertAttachment(tx, { ...file, id: anId(county), household: null, subject }, seal);
  }
  const photograph = side === 'strange' ? attachment : anId(county);
  if (side !== 'strange') {
    await insertAttachment(
      tx,
      {
        ...file,
        id: photograph,
        household: null,
        subject: `area:${place.village}`,
        kind: 'picture',
        showsPerson: false,
        fileName: `${word}.png`,
        fileType: 'png',
        hash: secrets.hash('attachment', `${word} photograph`),
      },
      () => secrets.sealBytes('attachment', picture),
    );
  }
  return { attachment, photograph };
}

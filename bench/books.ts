// All household cards of the largest township as one PDF, as its office prints them before a visit: the job from
// the press of the button to the file. Beside it, as a ratio, the reading of what the cards say.
import type { Installation } from './installation.ts';
import { type Line, seconds, timed } from './measure.ts';

const goalSeconds = 60;
const goalCards = 1500;

/** Registered households and townships of the demonstration, the largest first. */
interface Township {
  readonly code: string;
  readonly registered: number;
}

export async function measureBooks(installation: Installation): Promise<readonly Line[]> {
  const { platform } = installation.composed;
  const get = await installation.as('county');
  const post = await installation.asWriter('county');
  const { byArea } = (await get('/api/assistance/summary')) as { byArea: readonly Township[] };
  const [largest] = [...byArea].sort((one, other) => other.registered - one.registered);
  if (largest === undefined) return [];
  await post('/api/assistance/prints', { area: largest.code, paper: 'card' });
  const spent = await timed(() => platform.jobs.runOne());
  const { prints, households } = (await get(`/api/assistance/books?area=${largest.code}`)) as {
    prints: readonly { pages: number }[];
    households: number;
  };
  const read = await timed(() => get(`/api/assistance/books?area=${largest.code}`));
  const perCard = spent / Math.max(1, households);
  const whole = (perCard * goalCards) / 1000;
  return [
    {
      what: `books: ${households} cards of a township as one PDF of ${prints[0]?.pages ?? 0} pages`,
      goal: `${goalCards} cards ≤ ${goalSeconds} s`,
      measured: `${seconds(spent)}, ${whole.toFixed(1)} s for ${goalCards}`,
      comparison: `${(spent / read).toFixed(0)} × the page of the township`,
      met: whole <= goalSeconds,
    },
  ];
}

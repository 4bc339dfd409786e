// What the command screen shows: the same panels as the charts, from the same readers, so that screen and
// desk agree to the digit.
import type { ScreenView } from '#contract/insight-screen.ts';
import { narrowTo } from '#domain/access/actor.ts';
import type { DatumId } from '#domain/insight/charts/datum-words.ts';
import { noSuchPackHere } from '#domain/insight/screen-refusals.ts';
import { spanOf } from '#domain/kernel/area-code.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { stages } from '#domain/registry/stage.ts';
import type { Context } from '#server/http/context.ts';
import { countOpenConflicts } from '#server/registry/open-conflicts.store.ts';
import { readDatum } from '../charts/chart-data.ts';
import { makingOf, stepsOf } from '../charts/making.ts';
import { countOpenObjections } from './screen.store.ts';

const shown: readonly DatumId[] = [
  'stages',
  'progress',
  'fundFlow',
  'network',
  'inAndOut',
  'measures',
];

export async function screenOf(context: Context): Promise<ScreenView> {
  const { tx, area, today, now, platform, actor } = context;
  const place = narrowTo(actor, area)[0] ?? area;
  const pack = platform.packs.inForce(place, today) ?? refuse(noSuchPackHere, { area });
  const making = await makingOf(context, pack);
  const step = stepsOf(making.lines);
  const made = [];
  for (const id of shown) made.push(await readDatum(making, id));
  return {
    area: { code: making.code, name: making.name },
    today,
    asOf: now,
    demonstration: platform.demonstration,
    funnel: stages.map((stage) => ({ stage, ...counted(step(stage)) })),
    panels: made.flatMap(({ panel }) => panel ?? []),
    gaps: made.flatMap(({ gap }) => gap ?? []),
    conflictsOpen: await countOpenConflicts(tx, spanOf(area)),
    objectionsOpen: await countOpenObjections(tx, spanOf(area)),
  };
}

function counted({
  households,
  persons,
}: {
  readonly households: number;
  readonly persons: number;
}) {
  return { households, persons };
}

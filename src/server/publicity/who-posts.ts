// Whether the asker's office posts what waits in a place: by its offices where somebody holds them there,
// else by its role. Read once for all the places of a page.
import { heldAt } from '#domain/access/office.ts';
import { standsFor } from '#domain/casework/who-acts.ts';
import { areaCode } from '#domain/kernel/area-code.ts';
import { listOfficesOver } from '#server/access/office.store.ts';
import type { Context } from '#server/http/context.ts';

export async function whoPosts(
  context: Context,
  areas: readonly string[],
): Promise<(area: string, actors: readonly string[]) => boolean> {
  const { tx, actor, today } = context;
  const mayPost = context.may('publicity.post');
  const offices = await listOfficesOver(tx, [...new Set(areas)].map(areaCode), today);
  return (area, actors) => {
    const held = heldAt(offices, { account: actor.account, area: areaCode(area), on: today });
    return mayPost && actors.some((each) => standsFor(each, { role: actor.role, held }));
  };
}

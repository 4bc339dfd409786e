// The clock of a demonstration's first start. What it does through the product's own use cases and jobs was done on
// the demonstration's day: a batch, a signature, a sheet that was read bears the day it is shown with, and not that of
// the machine ten years later. The audit trail is no part of what is invented: it says when a row was truly written.
import type { Clock } from '#server/platform.ts';

/** When the offices have closed: everything invented by hand of that day came before. */
const begins = 'T09:00:00.000Z';

export function onItsDay(machine: Clock): Clock {
  const begun = Date.parse(machine.now());
  return {
    ...machine,
    now: () => {
      const since = Date.parse(machine.now()) - begun;
      return new Date(Date.parse(`${machine.today()}${begins}`) + since).toISOString();
    },
  };
}

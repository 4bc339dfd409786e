// The address of the burden meter: the area, the level that is looked at, whose asked-twice list is open.
import { type BurdenLevel, isBurdenLevel } from '#domain/insight/burden/burden.ts';
import { text } from '#web/shell/address-query.ts';

export interface BurdenSearch {
  readonly area?: string;
  readonly level?: BurdenLevel;
}

export function readBurdenSearch(search: Record<string, unknown>): BurdenSearch {
  const level = text(search.level);
  return {
    area: text(search.area),
    level: level !== undefined && isBurdenLevel(level) ? level : undefined,
  };
}

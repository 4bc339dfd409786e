// The address of data quality: the area, and the rule whose households are listed.
import { text } from '#web/shell/address-query.ts';

export interface QualitySearch {
  readonly area?: string;
  readonly rule?: string;
}

export function readQualitySearch(search: Record<string, unknown>): QualitySearch {
  return { area: text(search.area), rule: text(search.rule) };
}

// The address of a draft: which part is open, which article is edited, what the list is narrowed to.

export const draftTabs = ['rows', 'changes', 'examples', 'history'] as const;
export type DraftTab = (typeof draftTabs)[number];

export interface DraftSearch {
  readonly tab?: DraftTab;
  /** `parameters.povertyLine` */
  readonly row?: string;
}

export function readDraftSearch(search: Record<string, unknown>): DraftSearch {
  const { tab, row } = search;
  return {
    tab: draftTabs.find((one) => one === tab),
    row: typeof row === 'string' && /^[a-zA-Z]+\.[\w-]+$/.test(row) ? row : undefined,
  };
}

export function readRow(row: string | undefined) {
  const [kind = '', id = ''] = (row ?? '').split('.');
  return row === undefined ? undefined : { kind, id };
}

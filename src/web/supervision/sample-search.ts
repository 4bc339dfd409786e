// Addresses of checks: which state is listed, and whether only one's own households are shown.
export interface CampaignsSearch {
  readonly round?: 'planned' | 'drawn' | 'closed';
}

export function readCampaignsSearch(search: Record<string, unknown>): CampaignsSearch {
  const states = ['planned', 'drawn', 'closed'] as const;
  return { round: states.find((one) => one === search.round) };
}

export function readCampaignSearch(search: Record<string, unknown>): { readonly mine?: true } {
  return { mine: search.mine === true || search.mine === 'true' ? true : undefined };
}

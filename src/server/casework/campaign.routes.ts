// Doors of campaigns.
import {
  beginCampaign,
  countChoice as countChoiceShape,
  endCampaign,
  getCampaign,
  listCampaigns,
} from '#contract/casework-campaigns.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { countChoice } from './campaign-choice.ts';
import { begin, campaignOf, campaignsOf, end } from './campaigns.ts';

export const campaignRoutes: readonly Served[] = [
  serve(listCampaigns, campaignsOf),
  serve(beginCampaign, begin),
  serve(getCampaign, campaignOf),
  serve(endCampaign, end),
  serve(countChoiceShape, countChoice),
];

// Doors of policy packs.
import { getForm, getPack, listPacks } from '#contract/policy.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { formOf } from './read-form.ts';
import { packDocument, packsOf } from './read-packs.ts';

export const packRoutes: readonly Served[] = [
  serve(listPacks, (context) => packsOf(context)),
  serve(getPack, (context, { params, query }) => packDocument(context, { ...params, ...query })),
  serve(getForm, (context, { query }) => formOf(context, query)),
];

// Doors of the yearly lists of candidates for exit.
import * as shapes from '#contract/targeting-candidates.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { change, decide, draw, lists, read, submit } from './candidates.ts';
import { download } from './candidates-view.ts';

export const candidateRoutes: readonly Served[] = [
  serve(shapes.listCandidateLists, lists),
  serve(shapes.drawCandidates, draw),
  serve(shapes.getCandidates, read),
  serve(shapes.changeCandidates, change),
  serve(shapes.submitCandidates, submit),
  serve(shapes.decideCandidates, decide),
  serve(shapes.downloadCandidates, download),
];

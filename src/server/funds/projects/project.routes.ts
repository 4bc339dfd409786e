// Doors of projects.
import {
  changeProject,
  doProjectAct,
  enterProject,
  judgeProject,
  placeHouseholds,
} from '#contract/funds-project-acts.ts';
import {
  countProjects,
  exportProjects,
  getProject,
  getProjectChoices,
  listProjectHouseholds,
  listProjects,
} from '#contract/funds-projects.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { changeInLibrary, enterInLibrary, householdsOf, placeInProject } from './enter-project.ts';
import { actOnProject, judgeOfProject } from './project-acts.ts';
import { projectView } from './project-view.ts';
import { projectChoices, projectCounts, projectFile, projectsOf } from './projects.ts';

export const projectRoutes: readonly Served[] = [
  serve(listProjects, projectsOf),
  serve(exportProjects, projectFile),
  serve(countProjects, projectCounts),
  serve(getProjectChoices, projectChoices),
  serve(enterProject, enterInLibrary),
  serve(getProject, (context, { params }) => projectView(context, params.id)),
  serve(changeProject, changeInLibrary),
  serve(listProjectHouseholds, householdsOf),
  serve(placeHouseholds, placeInProject),
  serve(doProjectAct, actOnProject),
  serve(judgeProject, judgeOfProject),
];

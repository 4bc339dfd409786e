// Doors of documents, tasks, promises and their delivery.
import * as doors from '#contract/monitoring-tasks.ts';
import { type Served, serve } from '#server/http/serve.ts';
import { deliveryOf } from './delivery.ts';
import { handOn } from './hand-resolution-on.ts';
import { taskFile } from './task-file.ts';
import * as tasks from './tasks.ts';

export const taskRoutes: readonly Served[] = [
  serve(doors.listTasks, tasks.tasksOf),
  serve(doors.enterTask, tasks.enter),
  serve(doors.downloadTasks, taskFile),
  serve(doors.getTask, tasks.taskOf),
  serve(doors.handResolutionOn, handOn),
  serve(doors.nameTaskOwner, tasks.nameOwner),
  serve(doors.dropTaskOwner, tasks.dropOwner),
  serve(doors.reportProgress, tasks.report),
  serve(doors.shareTask, tasks.handDown),
  serve(doors.listDocuments, tasks.documentsOf),
  serve(doors.enterDocument, tasks.enterDocumentOf),
  serve(doors.getDelivery, deliveryOf),
];

// Doors of files that prove something.
import {
  areaAttachments,
  attachToArea,
  attachToHousehold,
  householdAttachments,
  openAttachment,
  takeDownAttachment,
} from '#contract/registry-attachments.ts';
import { type Served, serve } from '#server/http/serve.ts';
import {
  openAttachment as open,
  takeDownAttachment as takeDown,
} from '#server/kernel/read-attachment.ts';
import {
  attachForArea,
  attachForHousehold,
  attachmentsOfArea,
  attachmentsOfHousehold,
} from './attachments.ts';

export const attachmentRoutes: readonly Served[] = [
  serve(attachToHousehold, attachForHousehold),
  serve(householdAttachments, attachmentsOfHousehold),
  serve(attachToArea, attachForArea),
  serve(areaAttachments, attachmentsOfArea),
  serve(openAttachment, (context, { params }) => open(context, params.id)),
  serve(takeDownAttachment, async (context, { params }) => {
    await takeDown(context, params.id);
    return undefined;
  }),
];

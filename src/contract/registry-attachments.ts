// Files that prove something: handed in for a household or an area, and within it for a case, a visit, a
// project. Stripped of what a camera wrote beside a picture, kept once, opened as a download only.
import { z } from 'zod';
import { attachmentKinds } from '#domain/kernel/attachment.ts';
import { fileTypes } from '#domain/kernel/file-type.ts';
import { AreaCodeText, IdText } from './page.ts';
import { route } from './route.ts';

/** `case:<id>` and the like; absent where the file is of the household or area itself. */
const Subject = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*:[0-9a-f-]{36}$/)
  .optional();

export const AttachmentView = z.object({
  id: z.string(),
  subject: z.string(),
  kind: z.enum(attachmentKinds),
  showsPerson: z.boolean(),
  fileName: z.string(),
  type: z.enum(fileTypes),
  bytes: z.number().int(),
  by: z.string(),
  at: z.string(),
  /** It proves something that was done and stays. */
  isEvidence: z.boolean(),
  mayTakeDown: z.boolean(),
});
export type AttachmentView = z.infer<typeof AttachmentView>;

const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');

export const attachToHousehold = route({
  method: 'POST',
  path: '/api/registry/households/:id/attachments',
  summary: 'Hands in a picture, PDF or sound for a household, or for a case or visit of it',
  permission: 'registry.attach',
  area: 'row',
  audit: 'registry.attach',
  kind: 'upload',
  params: z.object({ id: IdText }),
  query: z.object({
    subject: Subject,
    kind: z.enum(attachmentKinds).default('further'),
    showsPerson: Flag.default(true),
  }),
  output: AttachmentView,
});

export const attachToArea = route({
  method: 'POST',
  path: '/api/registry/areas/:area/attachments',
  summary: 'Hands in a picture, PDF or sound for an area, or for something of it',
  permission: 'registry.attach',
  area: 'params.area',
  audit: 'registry.attach',
  kind: 'upload',
  params: z.object({ area: AreaCodeText }),
  query: z.object({
    subject: Subject,
    kind: z.enum(attachmentKinds).default('further'),
    showsPerson: Flag.default(true),
  }),
  output: AttachmentView,
});

const Listed = z.object({ items: z.array(AttachmentView) });

export const householdAttachments = route({
  method: 'GET',
  path: '/api/registry/households/:id/attachments',
  summary: 'Files of a household, of one thing of it where a subject is named',
  permission: 'registry.read',
  area: 'row',
  audit: null,
  params: z.object({ id: IdText }),
  query: z.object({ subject: Subject }),
  output: Listed,
});

export const areaAttachments = route({
  method: 'GET',
  path: '/api/registry/areas/:area/attachments',
  summary: 'Files of an area itself or of one thing of it, without those of households',
  permission: 'registry.read',
  area: 'params.area',
  audit: null,
  params: z.object({ area: AreaCodeText }),
  query: z.object({ subject: Subject }),
  output: Listed,
});

export const openAttachment = route({
  method: 'GET',
  path: '/api/registry/attachments/:id/file',
  summary: 'The file itself, as a download; every opening is kept in the audit trail',
  permission: 'registry.read',
  area: 'row',
  audit: 'registry.open-attachment',
  kind: 'download',
  params: z.object({ id: IdText }),
});

export const takeDownAttachment = route({
  method: 'DELETE',
  path: '/api/registry/attachments/:id',
  summary: 'Takes down a file one has handed in, while it proves nothing yet',
  permission: 'registry.attach',
  area: 'row',
  audit: 'registry.take-down',
  params: z.object({ id: IdText }),
});

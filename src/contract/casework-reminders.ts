// Reminders inside the product: what fell due, what was told to one's level, who broke the glass.
import { z } from 'zod';
import { reminderKinds } from '#domain/casework/reminders.ts';
import { Titled } from './casework.ts';
import { PlainDateText } from './page.ts';
import { route } from './route.ts';

const Reminder = z.object({
  key: z.string(),
  kind: z.enum(reminderKinds),
  process: Titled.nullable(),
  step: Titled.nullable(),
  on: PlainDateText,
  cases: z.number().int(),
  /** Who broke the glass and why. */
  words: z.string().nullable(),
  isRead: z.boolean(),
});
export type Reminder = z.infer<typeof Reminder>;

export const listReminders = route({
  method: 'GET',
  path: '/api/casework/reminders',
  summary:
    'What turned orange or red, what was told to one’s level, who opened a household from outside',
  permission: 'casework.read',
  area: 'own',
  audit: null,
  output: z.object({ unread: z.number().int(), items: z.array(Reminder) }),
});

export const readReminders = route({
  method: 'POST',
  path: '/api/casework/reminders/read',
  summary: 'Marks reminders as read',
  permission: 'casework.read',
  area: 'own',
  audit: 'casework.reminders-read',
  body: z.object({ keys: z.array(z.string().max(200)).min(1).max(500) }),
  output: z.object({ read: z.number().int() }),
});

// A file that belongs to something: what it is of, what it shows, and how large it may be.

/** What a file is there for; the steps of a process ask for these by name. */
export const attachmentKinds = [
  'minutes', // what a meeting said and decided
  'attendance', // who came, with their signatures
  'posted', // a notice where it hangs
  'picture',
  'document',
  'recording',
  'sheet', // a form or score sheet filled on paper
  'further',
] as const;

export type AttachmentKind = (typeof attachmentKinds)[number];

export const attachmentLimitMegabytes = 15;

// Files of a household or of an area: the place is looked at here, the file is kept by the kernel.
import type {
  AttachmentView,
  areaAttachments,
  attachToArea,
  attachToHousehold,
  householdAttachments,
} from '#contract/registry-attachments.ts';
import type { InputOf, OutputOf } from '#contract/route.ts';
import { type AreaCode, areaCode, countyNumberOf } from '#domain/kernel/area-code.ts';
import type { AttachmentKind } from '#domain/kernel/attachment.ts';
import { onlyOfHouseholds } from '#domain/kernel/attachment-refusals.ts';
import type { FileType } from '#domain/kernel/file-type.ts';
import { countyOfId } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { noSuchHousehold } from '#domain/registry/refusals.ts';
import type { Context } from '#server/http/context.ts';
import {
  type AttachmentPlace,
  type AttachmentRecord,
  listAttachments,
} from '#server/kernel/attachment.store.ts';
import { keepAttachment } from '#server/kernel/keep-attachment.ts';
import { findHousehold } from './household.store.ts';

export async function attachForHousehold(
  context: Context,
  { params, query }: InputOf<typeof attachToHousehold>,
): Promise<AttachmentView> {
  const { id, area } = (await findHousehold(context.tx, params.id)) ?? refuse(noSuchHousehold);
  const subject = query.subject ?? `household:${id}`;
  return attach(context, { county: countyOfId(id), area, household: id, subject }, query);
}

export async function attachForArea(
  context: Context,
  { query }: InputOf<typeof attachToArea>,
): Promise<AttachmentView> {
  const { area, scope } = context;
  if (scope.households !== null) refuse(onlyOfHouseholds);
  const subject = query.subject ?? `area:${area}`;
  return attach(
    context,
    { county: countyNumberOf(area) ?? 0, area, household: null, subject },
    query,
  );
}

export async function attachmentsOfHousehold(
  context: Context,
  { params, query }: InputOf<typeof householdAttachments>,
): Promise<OutputOf<typeof householdAttachments>> {
  const { id } = (await findHousehold(context.tx, params.id)) ?? refuse(noSuchHousehold);
  const { subject } = query;
  const found = await listAttachments(context.tx, {
    county: countyOfId(id),
    household: id,
    ...(subject === undefined ? {} : { subject }),
  });
  return { items: found.map((one) => attachmentView(context, one)) };
}

export async function attachmentsOfArea(
  context: Context,
  { query }: InputOf<typeof areaAttachments>,
): Promise<OutputOf<typeof areaAttachments>> {
  const { tx, area } = context;
  const found = await listAttachments(tx, {
    county: countyNumberOf(area) ?? 0,
    area,
    household: null,
    subject: query.subject ?? `area:${area}`,
  });
  return { items: found.map((one) => attachmentView(context, one)) };
}

async function attach(
  context: Context,
  place: AttachmentPlace & { readonly area: AreaCode },
  { kind, showsPerson }: { readonly kind: AttachmentKind; readonly showsPerson: boolean },
): Promise<AttachmentView> {
  const kept = await keepAttachment(context, place, { kind, showsPerson });
  context.note({
    area: areaCode(place.area),
    subject: `attachment:${kept.id}`,
    facts: { of: kept.subject, kind, bytes: kept.bytes, type: kept.file_type },
  });
  return attachmentView(context, kept);
}

export function attachmentView({ actor }: Context, one: AttachmentRecord): AttachmentView {
  return {
    id: one.id,
    subject: one.subject,
    kind: one.kind as AttachmentKind,
    showsPerson: one.shows_person,
    fileName: one.file_name,
    type: one.file_type as FileType,
    bytes: one.bytes,
    by: one.account_name,
    at: one.attached_at,
    isEvidence: one.is_evidence,
    mayTakeDown: one.account === actor.account && !one.is_evidence,
  };
}

// What acts rest on: the files handed in for a case, and the interviews of its visits.
import { sql } from 'kysely';
import type { FieldValue } from '#domain/registry/household.ts';
import type { Tx } from '#server/database/connect.ts';
import type { CaseKey, CaseRecord } from './case.store.ts';

type Place = Pick<CaseRecord, 'county' | 'id' | 'household_id' | 'area_code'>;

/** Files of the case that no act rests on yet, and those handed in since. */
export async function listNewFiles(
  tx: Tx,
  { county, id }: CaseKey,
  since: string,
): Promise<
  readonly { readonly id: string; readonly kind: string; readonly is_evidence: boolean }[]
> {
  return tx
    .selectFrom('kernel_attachment')
    .select(['id', 'kind', 'is_evidence'])
    .where('county', '=', county)
    .where('subject', '=', `case:${id}`)
    .where((where) =>
      where.or([where('is_evidence', '=', false), where('attached_at', '>', since)]),
    )
    .orderBy('attached_at')
    .execute();
}

/** Which of these cases have files or interviews that no act rests on yet. */
export async function listWithEvidence(
  tx: Tx,
  cases: readonly CaseKey[],
): Promise<ReadonlySet<string>> {
  const ids = cases.map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const counties = [...new Set(cases.map(({ county }) => county))];
  const { rows } = await sql<{ id: string }>`
    select substr(subject, 6) as id from kernel_attachment
    where county = any(${counties}::integer[]) and not is_evidence
      and subject = any(${ids.map((id) => `case:${id}`)}::text[])
    union
    select case_id::text from casework_assessment
    where county = any(${counties}::integer[]) and case_id = any(${ids}::uuid[]) and act is null`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

export async function insertActFiles(
  tx: Tx,
  { county, id, household_id, area_code }: Place,
  { position, files }: { readonly position: number; readonly files: readonly string[] },
): Promise<void> {
  await tx
    .insertInto('casework_act_file')
    .values(
      files.map((attachment_id) => ({
        county,
        case_id: id,
        position,
        attachment_id,
        household_id,
        area_code,
      })),
    )
    .execute();
}

export interface ActFileRecord {
  readonly position: number;
  readonly id: string;
  readonly kind: string;
  readonly file_name: string;
}

export async function listActFiles(
  tx: Tx,
  { county, id }: CaseKey,
): Promise<readonly ActFileRecord[]> {
  return tx
    .selectFrom('casework_act_file as f')
    .innerJoin('kernel_attachment as a', (join) =>
      join.onRef('a.county', '=', 'f.county').onRef('a.id', '=', 'f.attachment_id'),
    )
    .select(['f.position', 'a.id', 'a.kind', 'a.file_name'])
    .where('f.county', '=', county)
    .where('f.case_id', '=', id)
    .orderBy('f.position')
    .orderBy('a.attached_at')
    .execute();
}

export interface AssessmentRecord {
  readonly county: number;
  readonly id: string;
  readonly case_id: string;
  readonly step: string;
  readonly sheet: string | null;
  readonly account: string;
  readonly account_name: string;
  readonly begun_at: string;
  readonly answers: unknown;
  readonly done_at: string | null;
  readonly total: number | null;
  readonly points: unknown;
  readonly vetoes: string[] | null;
  readonly missing: string[] | null;
  readonly act: number | null;
}

/** All of a case, the first one first. */
export async function listAssessments(
  tx: Tx,
  { county, id }: CaseKey,
): Promise<readonly AssessmentRecord[]> {
  return tx
    .selectFrom('casework_assessment')
    .selectAll()
    .where('county', '=', county)
    .where('case_id', '=', id)
    .orderBy('begun_at')
    .execute();
}

export interface NewAssessment {
  readonly id: string;
  readonly step: string;
  readonly sheet: string | null;
  readonly account: string;
  readonly accountName: string;
  readonly at: string;
}

export async function insertAssessment(
  tx: Tx,
  { county, id, household_id, area_code }: Place & { readonly household_id: string },
  one: NewAssessment,
): Promise<void> {
  await tx
    .insertInto('casework_assessment')
    .values({
      county,
      id: one.id,
      case_id: id,
      household_id,
      area_code,
      step: one.step,
      sheet: one.sheet,
      account: one.account,
      account_name: one.accountName,
      begun_at: one.at,
    })
    .execute();
}

export async function saveAnswers(
  tx: Tx,
  { county, id }: CaseKey,
  answers: Readonly<Record<string, FieldValue>>,
): Promise<void> {
  await tx
    .updateTable('casework_assessment')
    .set({ answers: JSON.stringify(answers) })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .execute();
}

export interface Finding {
  readonly at: string;
  readonly total: number | null;
  readonly points: Readonly<Record<string, number | null>>;
  readonly vetoes: readonly string[];
  readonly missing: readonly string[];
  readonly event: string | null;
}

export async function finishAssessment(
  tx: Tx,
  { county, id }: CaseKey,
  { at, total, points, vetoes, missing, event }: Finding,
): Promise<void> {
  await tx
    .updateTable('casework_assessment')
    .set({
      done_at: at,
      total,
      points: JSON.stringify(points),
      vetoes: [...vetoes],
      missing: [...missing],
      event,
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .execute();
}

/** The finished ones of the open step that no act rests on yet are what this act rests on. */
export async function bindAssessments(
  tx: Tx,
  { county, id }: CaseKey,
  { step, position }: { readonly step: string; readonly position: number },
): Promise<void> {
  await tx
    .updateTable('casework_assessment')
    .set({ act: position })
    .where('county', '=', county)
    .where('case_id', '=', id)
    .where('step', '=', step)
    .where('done_at', 'is not', null)
    .where('act', 'is', null)
    .execute();
}

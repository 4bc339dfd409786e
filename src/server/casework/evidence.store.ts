// What acts rest on: the files handed in for a case, and the interviews of its visits.
import { sql } from 'kysely';
import type { FieldValue } from '#domain/registry/household.ts';
import type { Tx } from '#server/database/connect.ts';
import type { CaseKey, CaseRecord } from './case.store.ts';

type Place = Pick<CaseRecord, 'county' | 'id' | 'household_id' | 'area_code'>;

/** Kinds of the files of a case that no act rests on yet, and of those handed in since. */
export async function listNewKinds(
  tx: Tx,
  { county, id }: CaseKey,
  since: string,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('kernel_attachment')
    .select('kind')
    .where('county', '=', county)
    .where('subject', '=', `case:${id}`)
    .where((where) =>
      where.or([where('is_evidence', '=', false), where('attached_at', '>', since)]),
    )
    .execute();
  return rows.map(({ kind }) => kind);
}

/** Files of some cases that no act rests on yet. */
export async function listUnusedFiles(
  tx: Tx,
  cases: readonly CaseKey[],
): Promise<readonly { readonly of: string; readonly file: string }[]> {
  const subjects = cases.map(({ id }) => `case:${id}`);
  const { rows } = await sql<{ of: string; file: string }>`
    select substr(subject, 6) as of, id as file from kernel_attachment
    where county = any(${countiesOf(cases)}::integer[]) and not is_evidence
      and subject = any(${subjects}::text[])
    order by attached_at`.execute(tx);
  return rows;
}

function countiesOf(cases: readonly CaseKey[]): readonly number[] {
  return [...new Set(cases.map(({ county }) => county))];
}

export interface ActFile {
  readonly of: Place;
  readonly position: number;
  readonly file: string;
}

export async function insertActFiles(tx: Tx, files: readonly ActFile[]): Promise<void> {
  await tx
    .insertInto('casework_act_file')
    .values(
      files.map(({ of: { county, id, household_id, area_code }, position, file }) => ({
        county,
        case_id: id,
        position,
        attachment_id: file,
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

export interface Bound extends CaseKey {
  readonly step: string;
  readonly position: number;
}

/** The finished ones of a step that no act rests on yet are what its act rests on. */
export async function bindAssessments(tx: Tx, acts: readonly Bound[]): Promise<void> {
  await sql`
    update casework_assessment a set act = bound.position
    from jsonb_to_recordset(${JSON.stringify(acts)}::jsonb)
      as bound (county integer, id uuid, step text, position integer)
    where a.county = any(${countiesOf(acts)}::integer[]) and a.county = bound.county
      and a.case_id = bound.id and a.step = bound.step
      and a.done_at is not null and a.act is null`.execute(tx);
}

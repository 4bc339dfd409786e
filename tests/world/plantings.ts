// What each capability plants besides households. Each gives the ids of its rows by a name that the
// probes of the walk know.
import { areaCode } from '#domain/kernel/area-code.ts';
import { recordAct } from '#server/audit/record-act.ts';
import { anId } from './household.ts';
import type { Planting } from './plant.ts';
import { plantAssistance } from './plant-assistance.ts';
import { plantAttachment } from './plant-attachment.ts';
import { plantBurden } from './plant-burden.ts';
import { plantCandidates } from './plant-candidates.ts';
import { plantCase } from './plant-case.ts';
import { plantChart } from './plant-chart.ts';
import { plantComparison } from './plant-comparison.ts';
import { plantDuplicate } from './plant-duplicate.ts';
import { plantExplore } from './plant-explore.ts';
import { plantFunds } from './plant-funds.ts';
import { plantGrid } from './plant-grid.ts';
import { plantHelp } from './plant-help.ts';
import { plantIndicator } from './plant-indicator.ts';
import { plantLayer } from './plant-layer.ts';
import { plantLoans } from './plant-loans.ts';
import { plantMeeting } from './plant-meeting.ts';
import { plantNotice } from './plant-notice.ts';
import { plantProjects } from './plant-projects.ts';
import { plantQuality } from './plant-quality.ts';
import { plantRound } from './plant-round.ts';
import { plantSupervisor } from './plant-supervisor.ts';
import { plantTies } from './plant-ties.ts';
import { plantTrial } from './plant-trial.ts';
import { plantWork } from './plant-work.ts';

type Plant = (planting: Planting) => Promise<Readonly<Record<string, string>>>;

export const plantings: readonly Plant[] = [
  plantAccount,
  plantAct,
  plantJob,
  plantAreas,
  plantConflict,
  plantExternalId,
  plantImport,
  plantRun,
  plantDraft,
  plantTrial,
  plantReport,
  plantChart,
  plantQuality,
  plantBurden,
  plantExplore,
  plantLayer,
  plantCase,
  plantHelp,
  plantGrid,
  plantMeeting,
  plantTies,
  plantAssistance,
  plantFunds,
  plantProjects,
  plantLoans,
  plantAttachment,
  plantRound,
  plantComparison,
  plantCandidates,
  plantNotice,
  plantSupervisor,
  plantIndicator,
  plantDuplicate,
  plantWork,
];

async function plantAccount({ platform, tx, word, latin, place }: Planting) {
  const account = platform.newId(Number(place.county));
  await tx
    .insertInto('access_account')
    .values({
      id: account,
      username: latin,
      role: 'village',
      display_name: word,
      title: word,
      area_code: place.village,
      area_codes: [place.village],
      locked_until: '2016-10-01T00:00:00.000Z',
    })
    .execute();
  const office = platform.newId(Number(place.county));
  await tx
    .insertInto('access_office')
    .values({
      county: Number(place.county),
      id: office,
      account,
      area_code: place.village,
      office: word,
      from_on: '2016-09-01',
    })
    .execute();
  return { account, office };
}

async function plantAct({ platform, tx, word, place }: Planting) {
  const act = platform.newId(Number(place.county));
  await recordAct(tx, platform.secrets.auditKey, {
    id: act,
    at: platform.clock.now(),
    account: null,
    act: 'registry.open',
    area: areaCode(place.village),
    subject: `household:${word}`,
    facts: { word },
  });
  return { act };
}

async function plantJob({ platform, tx, word, place }: Planting) {
  const job = platform.newId(Number(place.county));
  await tx
    .insertInto('jobs_run')
    .values({
      id: job,
      kind: 'test.planted',
      area_code: place.village,
      scope: JSON.stringify({}),
      input: JSON.stringify({ word }),
      state: 'done',
      step: word,
      result: JSON.stringify({ word }),
    })
    .execute();
  return { job };
}

/** A hamlet, an outline and a revision; a village has its own, a household has none. */
async function plantAreas({ tx, side, word, latin, place }: Planting) {
  if (side === 'strange') return {};
  const hamlet = `${place.village}901`;
  await tx
    .insertInto('registry_area')
    .values({
      code: hamlet,
      parent: place.village,
      level: 'hamlet',
      name: word,
      full_name: word,
      pinyin: latin,
      initials: latin,
      source: word,
    })
    .execute();
  const geometry = JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [108, 25],
        [108.1, 25],
        [108, 25.1],
        [108, 25],
      ],
    ],
  });
  await tx
    .insertInto('registry_area_boundary')
    .values({ code: place.village, geometry, source: word })
    .execute();
  const revision = `${latin}-revision`;
  if (side !== 'beside') {
    await tx
      .insertInto('registry_area_revision')
      .values({
        id: revision,
        county: place.county,
        on_date: '2016-09-01',
        by_date: '2016-09-01',
        kind: 'rename',
        from_codes: [place.village],
        to_codes: [place.village],
        note_zh: word,
        note_en: word,
        source: word,
        verified: true,
      })
      .execute();
  }
  return { hamlet, revision };
}

async function plantConflict({ platform, tx, word, place, households }: Planting) {
  const conflict = platform.newId(Number(place.county));
  const side = {
    value: word,
    source: word,
    observedOn: null,
    author: null,
    authorName: word,
    recordedAt: '2016-09-01T00:00:00.000Z',
    current: true,
  };
  await tx
    .insertInto('registry_conflict')
    .values({
      county: Number(place.county),
      id: conflict,
      household_id: households[0] ?? '',
      area_code: place.village,
      kind: 'value',
      field: 'address',
      sides: JSON.stringify([side, { ...side, value: `${word}二`, current: false }]),
      owner_role: 'township',
    })
    .execute();
  return { conflict };
}

async function plantExternalId({ tx, latin, place, households }: Planting) {
  await tx
    .insertInto('registry_external_id')
    .values({
      county: Number(place.county),
      household_id: households[0] ?? '',
      area_code: place.village,
      system: 'national',
      value: latin,
    })
    .execute();
  return {};
}

async function plantImport({ platform, tx, word, latin, place, households }: Planting) {
  const imported = anId(Number(place.county));
  await tx
    .insertInto('exchange_import')
    .values({
      id: imported,
      area_code: place.village,
      account: platform.newId(0),
      account_name: word,
      file_name: `${word}.xlsx`,
      file_bytes: 1,
      file_digest: Buffer.alloc(32),
      file_kept: false,
      format: 'xlsx',
      sheets: JSON.stringify([{ name: word, hidden: false }]),
      sheet: word,
      heading_row: 1,
      columns: JSON.stringify([]),
      sample: JSON.stringify([{ row: 2, cells: [word] }]),
      profile: word,
      income_year: 2015,
      state: 'done',
      created_at: '2016-09-01T00:00:00.000Z',
    })
    .execute();
  await tx
    .insertInto('exchange_import_row')
    .values({
      import_id: imported,
      row_number: 2,
      area_code: place.village,
      outcome: 'refused',
      household_no: latin,
      name: word,
      county: Number(place.county),
      household_id: households[0] ?? null,
    })
    .execute();
  await tx
    .insertInto('exchange_profile')
    .values({
      area_code: place.village,
      name: word,
      account: platform.newId(0),
      account_name: word,
      saved_at: '2016-09-01T00:00:00.000Z',
      fields: JSON.stringify({ [word]: null }),
    })
    .execute();
  return { import: imported, profile: word };
}

/** A run of the place's own village; a run belongs to a village, not to a household. */
async function plantRun({ platform, tx, side, word, place, households }: Planting) {
  if (side === 'strange') return {};
  const run = platform.newId(0);
  await tx
    .insertInto('targeting_run')
    .values({
      id: run,
      area_code: place.village,
      pack: word,
      pack_version: '1',
      sheet: word,
      as_of: '2016-09-30',
      state: 'done',
      scored: households.length,
    })
    .execute();
  for (const household of households) {
    await tx
      .insertInto('targeting_score')
      .values({
        county: Number(place.county),
        run_id: run,
        household_id: household,
        area_code: place.village,
        total: 60,
        items: [60],
        vetoes: [],
        undetermined: false,
      })
      .execute();
  }
  return { run };
}

/** A draft of the county's own rules. */
async function plantDraft({ platform, tx, word, place }: Planting) {
  const draft = platform.newId(Number(place.county));
  const by = platform.newId(0);
  const at = '2016-09-01T00:00:00.000Z';
  await tx
    .insertInto('policy_draft')
    .values({
      id: draft,
      area_code: place.county,
      kind: 'version',
      pack: 'planted',
      base_pack: 'planted',
      base_version: '1.0.0',
      title_zh: word,
      title_en: word,
      takes_effect: '2017-01-01',
      files: JSON.stringify({ 'pack.yaml': `id: planted\ntitle: { zh: ${word}, en: ${word} }\n` }),
      errors: 1,
      changes: 1,
      owner: by,
      owner_name: word,
      created_at: at,
      changed_at: at,
      changed_by: by,
      changed_by_name: word,
    })
    .execute();
  await tx
    .insertInto('policy_draft_act')
    .values({
      draft_id: draft,
      seq: 1,
      area_code: place.county,
      at,
      account: by,
      account_name: word,
      act: 'create',
      reason: word,
    })
    .execute();
  return { draft };
}

async function plantReport({ platform, tx, side, word, place }: Planting) {
  if (side === 'strange') return {};
  const report = platform.newId(0);
  await tx
    .insertInto('insight_report')
    .values({
      id: report,
      area_code: place.village,
      account: platform.newId(0),
      account_name: word,
      title: word,
      content: `名称,数值\n${word},12`,
      saved_at: platform.clock.now(),
    })
    .execute();
  return { report };
}

// Invented documents, tasks with their owners and progress, and promises of departments in all stages.
import { randomOf } from '#domain/demonstration/random.ts';
import { addDays } from '#domain/kernel/plain-date.ts';
import { type OwnerLevel, ownerLevels } from '#domain/monitoring/task.ts';
import { type ListState, listKeeping } from '#domain/monitoring/work-list.ts';
import { type AccountRow, findAccountByUsername } from '#server/access/account.store.ts';
import {
  type DocumentRecord,
  insertDocuments,
  insertOwners,
  insertProgress,
  insertTasks,
  type OwnerRecord,
  type ProgressRecord,
  type TaskRecord,
} from '#server/monitoring/task.store.ts';
import type { WorkFill } from './fill-work.ts';

const documents = [
  '脱贫攻坚总体方案（虚构）',
  '饮水安全实施方案（虚构）',
  '危房改造实施方案（虚构）',
  '教育扶贫实施方案（虚构）',
  '健康扶贫实施方案（虚构）',
  '产业扶贫实施方案（虚构）',
];

const works: readonly (readonly [
  document: number,
  title: string,
  unit: string,
  target: number,
  department: string,
])[] = [
  [1, '解决饮水困难', '户', 620, '县水利局'],
  [2, '危房改造竣工', '户', 340, '县住建局'],
  [3, '资助贫困学生', '人', 2100, '县教育局'],
  [4, '家庭医生签约', '户', 4800, '县卫计局'],
  [5, '核桃低产改造', '亩', 5200, '县农业局'],
  [0, '每村建一个合作社', '个', 96, '县农业局'],
  [1, '村级供水管护员到位', '人', 148, '县水利局'],
  [4, '村卫生室达标', '个', 132, '县卫计局'],
];

const leaders = ['县委副书记（虚构）', '副县长（虚构）', '县人大副主任（虚构）'];

interface Made {
  readonly tasks: TaskRecord[];
  readonly owners: OwnerRecord[];
  readonly reports: ProgressRecord[];
}

export async function fillTasks(fill: WorkFill): Promise<void> {
  const { tx, county, seed, pack, newId } = fill;
  const random = randomOf(`${seed} tasks`);
  const held: DocumentRecord[] = documents.map((title, at) => ({
    county,
    id: newId(),
    area_code: String(county),
    title,
    number: `环发〔2016〕${at + 1}号（虚构）`,
    issued_on: `2016-0${at + 2}-10`,
  }));
  const levels = ownerLevels(pack);
  const stages = listKeeping(pack, 'promises')?.states ?? [];
  const department = await findAccountByUsername(tx, 'department');
  const made: Made = { tasks: [], owners: [], reports: [] };
  for (const at of works.keys()) {
    makeTask(fill, made, { at, held, levels, share: 0.35 + random.next() * 0.6 });
    makePromise(fill, made, { at, held, stages, department });
  }
  await insertDocuments(tx, held);
  await insertTasks(tx, made.tasks);
  await insertOwners(tx, made.owners);
  await insertProgress(tx, made.reports);
}

function workAt(at: number) {
  const [document = 0, title = '', unit = '', target = 1, office = ''] = works[at] ?? [];
  return { document, title, unit, target, office };
}

/** What task and promise of one work have in common. */
function baseOf({ county }: WorkFill, held: readonly DocumentRecord[], at: number) {
  const from = held[workAt(at).document];
  return {
    county,
    area_code: String(county),
    parent_id: null,
    document_id: from?.id ?? null,
    document: from?.title ?? '',
    clause: `第${at + 2}条`,
    method: '',
    start_on: '2016-03-01',
    done_on: null,
    entered_by: null,
  };
}

function makeTask(
  fill: WorkFill,
  { tasks, owners, reports }: Made,
  {
    at,
    held,
    levels,
    share,
  }: {
    readonly at: number;
    readonly held: readonly DocumentRecord[];
    readonly levels: readonly OwnerLevel[];
    readonly share: number;
  },
): void {
  const { county, today, newId } = fill;
  const { title, unit, target, office } = workAt(at);
  const id = newId();
  const due_on = addDays(today, at % 4 === 3 ? -12 : 60 + at * 4);
  tasks.push({
    ...baseOf(fill, held, at),
    id,
    kind: 'task',
    title,
    unit,
    target,
    due_on,
    stage: null,
  });
  const names = [
    leaders[at % leaders.length],
    `${office}（虚构）`,
    '各乡镇（虚构）',
    '各村“两委”（虚构）',
  ];
  for (const [index, level] of levels.entries()) {
    // One in four lacks its village level, so that the list has something to say.
    if (index === levels.length - 1 && at % 4 === 1) continue;
    owners.push({
      county,
      id: newId(),
      task_id: id,
      area_code: String(county),
      level: level.id,
      name: names[index] ?? office,
      account: null,
    });
  }
  reports.push(reportOf(fill, { id, office, quantity: Math.round(target * share), stage: null }));
}

function makePromise(
  fill: WorkFill,
  { tasks, owners, reports }: Made,
  {
    at,
    held,
    stages,
    department,
  }: {
    readonly at: number;
    readonly held: readonly DocumentRecord[];
    readonly stages: readonly ListState[];
    readonly department: AccountRow | undefined;
  },
): void {
  const { county, today, newId } = fill;
  const { title, office } = workAt(at);
  const stage = stages[at % Math.max(1, stages.length)];
  if (stage === undefined) return;
  const id = newId();
  const isKept = stage.id === stages.at(-1)?.id;
  tasks.push({
    ...baseOf(fill, held, at),
    id,
    kind: 'promise',
    title: `${title}的资金和人员`,
    unit: '',
    target: null,
    due_on: addDays(today, at % 3 === 0 ? -9 : 45),
    stage: stage.id,
    done_on: isKept ? addDays(today, -6) : null,
  });
  const own = office === '县教育局' ? department : undefined;
  owners.push({
    county,
    id: newId(),
    task_id: id,
    area_code: String(county),
    level: 'department',
    name: own === undefined ? `${office}（虚构）` : `${own.title} ${own.displayName}`,
    account: own?.id ?? null,
  });
  reports.push(reportOf(fill, { id, office, quantity: 0, stage: stage.id }));
}

function reportOf(
  { county, today, newId }: WorkFill,
  {
    id,
    office,
    quantity,
    stage,
  }: {
    readonly id: string;
    readonly office: string;
    readonly quantity: number;
    readonly stage: string | null;
  },
): ProgressRecord {
  const on = addDays(today, -6);
  return {
    county,
    id: newId(),
    task_id: id,
    area_code: String(county),
    quantity,
    stage,
    words: '按月汇总（虚构）',
    evidence: '验收单汇总（虚构）',
    reported_on: on,
    account: null,
    account_name: `${office}（虚构）`,
    recorded_at: `${on}T02:00:00.000Z`,
  };
}

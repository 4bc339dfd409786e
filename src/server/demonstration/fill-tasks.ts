// Invented documents, tasks with their owners and progress, and promises of departments in all stages.
import { randomOf } from '#domain/demonstration/random.ts';
import { addDays } from '#domain/kernel/plain-date.ts';
import { ownerLevels } from '#domain/monitoring/task.ts';
import { listKeeping } from '#domain/monitoring/work-list.ts';
import { findAccountByUsername } from '#server/access/account.store.ts';
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

export async function fillTasks(fill: WorkFill): Promise<void> {
  const { tx, county, seed, today, pack, newId } = fill;
  const random = randomOf(`${seed} tasks`);
  const area = String(county);
  const held: DocumentRecord[] = documents.map((title, at) => ({
    county,
    id: newId(),
    area_code: area,
    title,
    number: `环发〔2016〕${at + 1}号（虚构）`,
    issued_on: `2016-0${at + 2}-10`,
  }));
  const levels = ownerLevels(pack);
  const stages = listKeeping(pack, 'promises')?.states ?? [];
  const department = await findAccountByUsername(tx, 'department');
  const tasks: TaskRecord[] = [];
  const owners: OwnerRecord[] = [];
  const reports: ProgressRecord[] = [];
  for (const [at, [document, title, unit, target, office]] of works.entries()) {
    const from = held[document];
    const base = {
      county,
      area_code: area,
      parent_id: null,
      document_id: from?.id ?? null,
      document: from?.title ?? '',
      clause: `第${at + 2}条`,
      method: '',
      start_on: '2016-03-01',
      done_on: null,
      entered_by: null,
    };
    const task = newId();
    const share = 0.35 + random.next() * 0.6;
    const due = addDays(today, at % 4 === 3 ? -12 : 60 + at * 4);
    tasks.push({ ...base, id: task, kind: 'task', title, unit, target, due_on: due, stage: null });
    const names = [
      leaders[at % leaders.length] ?? '',
      `${office}（虚构）`,
      '各乡镇（虚构）',
      '各村“两委”（虚构）',
    ];
    for (const [index, level] of levels.entries()) {
      // One in four lacks its village level, so that the list has something to say.
      if (index === levels.length - 1 && at % 4 === 1) continue;
      const name = names[index] ?? office;
      owners.push({
        county,
        id: newId(),
        task_id: task,
        area_code: area,
        level: level.id,
        name,
        account: null,
      });
    }
    const report = (id: string, quantity: number, stage: string | null): ProgressRecord => ({
      county,
      id: newId(),
      task_id: id,
      area_code: area,
      quantity,
      stage,
      words: '按月汇总（虚构）',
      evidence: '验收单汇总（虚构）',
      reported_on: addDays(today, -6),
      account: null,
      account_name: `${office}（虚构）`,
      recorded_at: `${addDays(today, -6)}T02:00:00.000Z`,
    });
    reports.push(report(task, Math.round(target * share), null));
    const stage = stages[at % Math.max(1, stages.length)];
    if (stage === undefined) continue;
    const promise = newId();
    const isKept = stage.id === stages.at(-1)?.id;
    tasks.push({
      ...base,
      id: promise,
      kind: 'promise',
      title: `${title}的资金和人员`,
      unit: '',
      target: null,
      due_on: addDays(today, at % 3 === 0 ? -9 : 45),
      stage: stage.id,
      done_on: isKept ? addDays(today, -6) : null,
    });
    const isOwn = office === '县教育局' && department !== undefined;
    owners.push({
      county,
      id: newId(),
      task_id: promise,
      area_code: area,
      level: 'department',
      name: isOwn ? `${department.title} ${department.displayName}` : `${office}（虚构）`,
      account: isOwn ? department.id : null,
    });
    reports.push(report(promise, 0, stage.id));
  }
  await insertDocuments(tx, held);
  await insertTasks(tx, tasks);
  await insertOwners(tx, owners);
  await insertProgress(tx, reports);
}

// The flow of funds: what was paid, from its source through its use, the place and the project to who got
// it. Every column adds up to the same sum, and every node to what comes in and to what goes out.
import type { Fen } from '#domain/kernel/fen.ts';
import { groupBy } from '#domain/kernel/group-by.ts';
import type { AccountKind } from './account.ts';

export const flowColumns = ['source', 'use', 'place', 'project', 'reached'] as const;
export type FlowColumn = (typeof flowColumns)[number];

/** Who got it: households by name, works and units, borrowers, the fund behind loans, what was lost. */
export const reachedKinds = ['households', 'works', 'lent', 'riskFund', 'written'] as const;
export type ReachedKind = (typeof reachedKinds)[number];

export interface FlowCell {
  readonly source: string;
  readonly use: string;
  readonly place: string;
  readonly project: string;
  readonly reached: ReachedKind;
  readonly amount: Fen;
}

export interface FlowNode {
  readonly column: FlowColumn;
  readonly key: string;
  readonly amount: Fen;
}

export interface FlowLink {
  readonly column: FlowColumn;
  readonly from: string;
  readonly to: string;
  readonly amount: Fen;
}

/** What stands at the end of the way; undefined for money that is a bank's own. */
export function reachedOf(kind: AccountKind, toHouseholds: boolean): ReachedKind | undefined {
  if (kind === 'spent') return toHouseholds ? 'households' : 'works';
  return reachedKinds.find((one) => one === kind);
}

/** A column without a choice says nothing and is left out: the project where nothing was paid through one. */
function columnsOf(cells: readonly FlowCell[]): readonly FlowColumn[] {
  return cells.some(({ project }) => project !== '')
    ? flowColumns
    : flowColumns.filter((column) => column !== 'project');
}

/** Key of all projects but the largest, told together. */
export const otherProjects = 'others';

/** The largest projects by name, the rest together, so that a picture can be read. */
export function fewProjects(cells: readonly FlowCell[], most: number): readonly FlowCell[] {
  const named = cells.filter(({ project }) => project !== '');
  const ranked = [...groupBy(named, ({ project }) => project)]
    .map(([project, own]) => ({ project, amount: sumOf(own) }))
    .sort((left, right) => (left.amount < right.amount ? 1 : -1));
  const kept = new Set(['', ...ranked.slice(0, most).map(({ project }) => project)]);
  return cells.map((cell) => (kept.has(cell.project) ? cell : { ...cell, project: otherProjects }));
}

/** Nodes and ribbons of what was paid on balance; cells that came to nothing or less are no part of a flow. */
export function flowOf(
  cells: readonly FlowCell[],
  asked?: readonly FlowColumn[],
): {
  readonly columns: readonly FlowColumn[];
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
  readonly total: Fen;
} {
  const flowing = cells.filter(({ amount }) => amount > 0n);
  const columns = asked ?? columnsOf(flowing);
  const nodes = columns.flatMap((column) =>
    [...groupBy(flowing, (cell) => cell[column])]
      .map(([key, own]) => ({ column, key, amount: sumOf(own) }))
      .sort((left, right) => (left.amount < right.amount ? 1 : -1)),
  );
  const links = columns.slice(1).flatMap((column, index) => {
    const before = columns[index] ?? column;
    return [...groupBy(flowing, (cell) => `${cell[before]}\n${cell[column]}`)].map(([key, own]) => {
      const [from = '', to = ''] = key.split('\n');
      return { column: before, from, to, amount: sumOf(own) };
    });
  });
  return { columns, nodes, links, total: sumOf(flowing) };
}

function sumOf(cells: readonly FlowCell[]): Fen {
  return cells.reduce((sum, { amount }) => sum + amount, 0n);
}

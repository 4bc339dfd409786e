// The transport problem as a linear program, with few of its columns at first: the nearest kinds of each
// group, and a place for those nobody can take. The prices of a solution tell which of the columns left
// out would lower the sum; when none would, it is the least sum over all of them. An optimal corner of
// such a program is whole households, so nothing is rounded.
import type { Flow, PairingModel } from './pairing-model.ts';

/** Worse than any distance: a household is left over only where there is no other way. */
export const leftOver = 1000;

const nearestFirst = 16;
const addedAtOnce = 12;

export interface Column {
  readonly kind: number;
  readonly group: number;
  readonly cost: number;
}

/** All costs once: kinds times groups of a county fit into memory a few times over. */
export interface Program {
  readonly columns: Column[];
  readonly isIn: Set<number>;
}

export function firstProgram(model: PairingModel): Program {
  const program: Program = { columns: [], isIn: new Set() };
  model.costs.forEach((costs, group) => {
    const near = [...costs.keys()]
      .sort((one, other) => (costs[one] ?? 0) - (costs[other] ?? 0))
      .slice(0, nearestFirst);
    for (const kind of near) add(model, program, { kind, group, cost: costs[kind] ?? 0 });
  });
  return program;
}

/** Adds what the prices say is missing; false when nothing is: the solution is the best there is. */
export function extend(
  model: PairingModel,
  program: Program,
  prices: { readonly ofGroup: readonly number[]; readonly ofKind: readonly number[] },
): boolean {
  let added = false;
  model.costs.forEach((costs, group) => {
    const groupPrice = prices.ofGroup[group] ?? 0;
    const better: { readonly kind: number; readonly reduced: number }[] = [];
    costs.forEach((cost, kind) => {
      const reduced = cost - groupPrice - (prices.ofKind[kind] ?? 0);
      if (reduced >= -1e-6 || program.isIn.has(keyOf(model, kind, group))) return;
      better.push({ kind, reduced });
    });
    better.sort((one, other) => one.reduced - other.reduced);
    for (const { kind } of better.slice(0, addedAtOnce)) {
      add(model, program, { kind, group, cost: costs[kind] ?? 0 });
      added = true;
    }
  });
  return added;
}

/** The program as the text that solvers read. */
export function programText(model: PairingModel, { columns }: Program): string {
  const ofGroup: string[][] = model.groups.map(() => []);
  const ofKind: string[][] = model.kinds.map(() => []);
  const costs: string[] = [];
  for (const { kind, group, cost } of columns) {
    const name = `x${kind}_${group}`;
    costs.push(`${cost} ${name}`);
    ofGroup[group]?.push(name);
    ofKind[kind]?.push(name);
  }
  const demands = model.groups.map(({ households }, at) => {
    costs.push(`${leftOver} s${at}`);
    return `g${at}: ${[...(ofGroup[at] ?? []), `s${at}`].join(' + ')} = ${households.length}`;
  });
  const supplies = model.kinds.flatMap(({ room }, at) => {
    const names = ofKind[at] ?? [];
    return names.length === 0 ? [] : [`k${at}: ${names.join(' + ')} <= ${room}`];
  });
  return [
    'Minimize',
    ` obj: ${joined(costs)}`,
    'Subject To',
    ...[...demands, ...supplies].map((line) => ` ${line}`),
    'End',
  ].join('\n');
}

export function flowsOf(
  columns: readonly Column[],
  amountOf: (name: string) => number,
): readonly Flow[] {
  return columns.flatMap(({ kind, group }) => {
    const households = Math.round(amountOf(`x${kind}_${group}`));
    return households > 0 ? [{ kind, group, households }] : [];
  });
}

/** Lines of a bearable length. */
function joined(terms: readonly string[]): string {
  const lines: string[] = [];
  for (let at = 0; at < terms.length; at += 40) lines.push(terms.slice(at, at + 40).join(' + '));
  return lines.join('\n + ');
}

function add(model: PairingModel, program: Program, column: Column): void {
  program.columns.push(column);
  program.isIn.add(keyOf(model, column.kind, column.group));
}

function keyOf({ kinds }: PairingModel, kind: number, group: number): number {
  return group * kinds.length + kind;
}

// One row of a draft to be edited, the names a rule may use, and a rule tried before it is saved.
import type { DraftNames, DraftRow, RuleTrial, tryRule } from '#contract/policy-drafts.ts';
import type { InputOf } from '#contract/route.ts';
import { type Bilingual, refuse } from '#domain/kernel/refusal.ts';
import { noSuchPart } from '#domain/policy/authoring/draft-refusals.ts';
import { applyEdit, rowText } from '#domain/policy/authoring/edit-pack.ts';
import { functionTitles } from '#domain/policy/authoring/function-words.ts';
import { type EditableKind, isEditableKind } from '#domain/policy/authoring/row-places.ts';
import { wantedAt } from '#domain/policy/authoring/wanted-type.ts';
import { checkSource } from '#domain/policy/expression-check.ts';
import { functions, parseExpression } from '#domain/policy/expression-parse.ts';
import { unitText } from '#domain/policy/expression-unit.ts';
import { ruleWords, shownValue } from '#domain/policy/pack/document-shape.ts';
import type { ResolvedPack } from '#domain/policy/pack/resolve-pack.ts';
import type { Context } from '#server/http/context.ts';
import { sourcesOf } from './draft-sources.ts';
import { judgeDraft } from './judge-draft.ts';
import { openDraft } from './read-draft.ts';

export async function draftRow(
  context: Context,
  { id, kind, row: name }: { readonly id: string; readonly kind: string; readonly row: string },
): Promise<DraftRow> {
  const { draft, judged } = await openDraft(context, id);
  if (!isEditableKind(kind)) return refuse(noSuchPart, { row: name });
  const found = rowIn(judged.after, kind, name) ?? exampleIn(judged.pack, kind, name);
  if (found === undefined) return refuse(noSuchPart, { row: name });
  const unit = Reflect.get(found.row, 'unit');
  return {
    version: draft.version,
    kind,
    id: name,
    title: titleIn(found.row),
    isOwn: found.pack === draft.pack,
    data: found.row,
    before: rowIn(judged.before, kind, name)?.row ?? null,
    text: rowText(draft.files, kind, name) ?? '',
    problems: judged.problems.filter(({ row }) => row?.kind === kind && row.id === name),
    unit: typeof unit === 'string' ? unitWords(unit) : null,
  };
}

interface FoundRow {
  readonly row: { readonly id: string };
  readonly pack: string;
}

function rowIn(
  pack: ResolvedPack | undefined,
  kind: EditableKind,
  id: string,
): FoundRow | undefined {
  if (pack === undefined || kind === 'examples') return undefined;
  const rows: readonly FoundRow[] = pack.rows[kind];
  return rows.find(({ row }) => row.id === id);
}

function exampleIn(
  pack: ReturnType<typeof judgeDraft>['pack'],
  kind: EditableKind,
  id: string,
): FoundRow | undefined {
  return kind === 'examples' ? pack?.examples.find(({ row }) => row.id === id) : undefined;
}

function titleIn(row: object): Bilingual {
  const title: unknown = Reflect.get(row, 'title');
  if (typeof title === 'object' && title !== null && 'zh' in title && 'en' in title) {
    return { zh: String(title.zh), en: String(title.en) };
  }
  const id = String(Reflect.get(row, 'id'));
  return { zh: id, en: id };
}

function unitWords(unit: string): Bilingual | null {
  return unit === '1' ? null : shownUnit(unit);
}

function shownUnit(text: string): Bilingual {
  const parts = text.split('/');
  const unit = Object.fromEntries(parts.map((part, index) => [part, index === 0 ? 1 : -1]));
  return unitText(unit);
}

export async function draftNames(context: Context, id: string): Promise<DraftNames> {
  const { judged } = await openDraft(context, id);
  const { after } = judged;
  if (after === undefined) return { names: [], functions: [], lists: [] };
  const { scope, rows } = after;
  const items = new Set(rows.items.map(({ row }) => row.id));
  const units = new Map(rows.parameters.map(({ row }) => [row.id, row.unit]));
  return {
    names: [
      ...[...scope.facts.values()].map((fact) => ({
        name: fact.name,
        kind: items.has(fact.name) ? ('item' as const) : ('field' as const),
        title: fact.label ?? { zh: fact.name, en: fact.name },
        type: fact.type,
        unit: fact.unit === undefined || isBare(fact.unit) ? null : unitText(fact.unit),
        list: fact.list ?? null,
        shown: null,
      })),
      ...[...scope.parameters.values()].map(({ name, label, type, unit, list, value }) => ({
        name,
        kind: 'parameter' as const,
        title: label ?? { zh: name, en: name },
        type,
        unit: unit === undefined || isBare(unit) ? null : unitText(unit),
        list: list ?? null,
        shown: shownValue(after, value, { unit: units.get(name), list }),
      })),
      ...rows.criteria.map(({ row }) => ({
        name: row.id,
        kind: 'criterion' as const,
        title: row.title,
        type: 'boolean',
        unit: null,
        list: null,
        shown: null,
      })),
    ],
    functions: Object.entries(functions).map(([name, { usage }]) => ({
      name,
      usage,
      title: functionTitles[name as keyof typeof functions],
    })),
    lists: rows.lists.map(({ row }) => ({
      id: row.id,
      codes: row.codes.map(({ code, title }) => ({ code, title })),
    })),
  };
}

function isBare(unit: object): boolean {
  return Object.keys(unit).length === 0;
}

/** How many examples are told beside the editor. */
const shownExamples = 12;

export async function trialOf(
  context: Context,
  { params, query }: InputOf<typeof tryRule>,
): Promise<RuleTrial> {
  const { draft, judged, versions } = await openDraft(context, params.id);
  const { kind, row, rule } = query;
  const path = query.path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  if (!isEditableKind(kind)) return refuse(noSuchPart, { row });

  const scope = judged.after?.scope;
  const checked = scope && checkSource(rule, scope, wantedAt(path));
  const problems = checked === undefined || checked.ok ? [] : checked.problems;
  const words =
    judged.after === undefined || !parseExpression(rule).ok ? null : ruleWords(judged.after, rule);
  const edit = { do: 'set', kind, id: row, path, value: rule } as const;
  const edited = applyEdit(draft.files, edit, sourcesOf(draft, versions));
  const isSound = problems.length === 0 && edited.ok;
  const tried = isSound ? judgeDraft({ ...draft, files: edited.files }, versions) : undefined;
  const about = tried?.examples.filter((one) => one.about.includes(row) || one.differs) ?? [];
  return {
    problems: problems.map(({ at, message }) => ({ from: at.from, to: at.to, message })),
    words,
    examples: about.slice(0, shownExamples).map((one) => ({
      ...one,
      problems: [...one.problems],
      before: one.before.map((line) => ({ ...line, why: [...line.why] })),
      after: one.after.map((line) => ({ ...line, why: [...line.why] })),
      about: [...one.about],
    })),
  };
}

// A plan as somebody writes it, brought as far as a test needs it.
import type { TestApp } from './app.ts';
import type { Caller } from './caller.ts';

export const measureOf = (code: string, more: object = {}) => ({
  code,
  goal: '年底人均增收 800 元',
  focus: '桑园 3 亩',
  method: '送苗上门，技术员每月到户',
  owner: '何文斌',
  dueOn: '2016-12-20',
  ...more,
});

/** A plan of these measures, approved by somebody else; its id. */
export async function planned(
  app: TestApp,
  household: string,
  measures: readonly object[],
  more: object = {},
): Promise<string> {
  const lin = app.as('lin');
  const { body: begun } = await lin.post(`/api/assistance/households/${household}/plans`);
  const saved = await write(lin, begun, { measures, ...more });
  if (saved.status !== 200) throw new Error(saved.text);
  const submitted = await lin.post(`/api/assistance/plans/${begun.id}/submission`);
  if (submitted.status !== 200) throw new Error(submitted.text);
  const decided = await app
    .as('chen')
    .post(`/api/assistance/plans/${begun.id}/decision`, { approve: true });
  if (decided.status !== 200) throw new Error(decided.text);
  return begun.id;
}

export const write = (
  who: Caller,
  plan: { readonly id: string; readonly revision: number },
  content: object,
) =>
  who.put(`/api/assistance/plans/${plan.id}`, {
    revision: plan.revision,
    fromYear: 2016,
    toYear: 2016,
    goal: '两年内稳定脱贫',
    measures: [],
    ...content,
  });

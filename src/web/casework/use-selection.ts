// What is chosen in the queue: single cases, or everything at the step one looks at.
import { useState } from 'react';
import type { CaseRow } from '#contract/casework.ts';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Everything of the filter, however many are shown. */
  readonly all: boolean;
  readonly toggle: (id: string) => void;
  readonly choose: (ids: readonly string[]) => void;
  readonly takeAll: () => void;
  readonly clear: () => void;
}

/** Forgotten when another list is looked at. */
export function useSelection(list: string): Selection {
  const [kept, setKept] = useState<{ list: string; ids: ReadonlySet<string>; all: boolean }>({
    list,
    ids: new Set(),
    all: false,
  });
  const now = kept.list === list ? kept : { list, ids: new Set<string>(), all: false };
  return {
    ids: now.ids,
    all: now.all,
    toggle(id) {
      const ids = new Set(now.ids);
      if (!ids.delete(id)) ids.add(id);
      setKept({ list, ids, all: false });
    },
    choose: (ids) => setKept({ list, ids: new Set(ids), all: false }),
    takeAll: () => setKept({ list, ids: new Set(), all: true }),
    clear: () => setKept({ list, ids: new Set(), all: false }),
  };
}

/** The one step the chosen cases wait at; undefined where there are several. */
export function commonStep(cases: readonly CaseRow[]) {
  const [first] = cases;
  if (first?.step === null || first === undefined) return undefined;
  const { process, step } = first;
  const isCommon = cases.every((one) => one.process.id === process.id && one.step?.id === step.id);
  return isCommon ? { process, step } : undefined;
}

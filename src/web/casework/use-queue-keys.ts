// The keyboard in the queue: j and k go down and up, x chooses, Enter opens.
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { CaseRow } from '#contract/casework.ts';

export function useQueueKeys(cases: readonly CaseRow[], toggle: (id: string) => void): number {
  const navigate = useNavigate();
  const [at, setAt] = useState(-1);
  useEffect(() => {
    const go = (to: number) => {
      setAt(to);
      requestAnimationFrame(() =>
        document.querySelector('.case-table tr.here')?.scrollIntoView({ block: 'nearest' }),
      );
    };
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
      const here = cases[at];
      if (event.key === 'j') go(Math.min(cases.length - 1, at + 1));
      else if (event.key === 'k') go(Math.max(0, at - 1));
      else if (event.key === 'x' && here !== undefined) toggle(here.id);
      else if (event.key === 'Enter' && here !== undefined) {
        void navigate({ to: '/cases/$id', params: { id: here.id } });
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [at, cases, toggle, navigate]);
  return at;
}

function isElsewhere(target: EventTarget | null): boolean {
  return (
    document.querySelector('dialog[open]') !== null ||
    (target instanceof HTMLElement &&
      (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT|BUTTON|A)$/.test(target.tagName)) &&
      target.getAttribute('type') !== 'checkbox')
  );
}

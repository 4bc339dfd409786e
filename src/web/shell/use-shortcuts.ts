// Keys that work on every page, except while somebody types.
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMe } from '#web/access/me.ts';
import { appearanceNow, chooseAppearance } from '#web/theme/appearance.ts';
import { placesOf } from './entries.ts';
import { useChangeLanguage } from './switches.tsx';

export function useShortcuts({ onSheet }: { readonly onSheet: () => void }): void {
  const navigate = useNavigate();
  const me = useMe();
  const changeLanguage = useChangeLanguage();
  const waiting = useRef(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const afterG = waiting.current;
      waiting.current = event.key === 'g';
      if (afterG && /^[1-8]$/.test(event.key)) {
        const entry = placesOf(me.permissions)[Number(event.key) - 1];
        if (entry !== undefined) void navigate({ to: entry.to });
        return;
      }
      const act = {
        '/': () => document.getElementById('search')?.focus(),
        '?': onSheet,
        a: () => document.querySelector<HTMLElement>('.side .area-switch')?.click(),
        d: () => chooseAppearance(appearanceNow() === 'dark' ? 'light' : 'dark'),
        l: changeLanguage,
      }[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

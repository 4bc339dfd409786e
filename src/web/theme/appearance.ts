// Light or dark: the person's choice on this device, else what the system asks for.
import { useSyncExternalStore } from 'react';

export type Appearance = 'light' | 'dark';

const key = 'bangfu.appearance';
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function appearanceNow(): Appearance {
  const chosen = localStorage.getItem(key);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return systemDark.matches ? 'dark' : 'light';
}

export function chooseAppearance(appearance: Appearance): void {
  localStorage.setItem(key, appearance);
  applyAppearance();
}

/** Writes the choice on the document, where the variables of tokens.css read it. */
export function applyAppearance(): void {
  document.documentElement.dataset.theme = appearanceNow();
  for (const listener of listeners) listener();
}

export function useAppearance(): Appearance {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, appearanceNow);
}

systemDark.addEventListener('change', applyAppearance);

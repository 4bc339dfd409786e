// A table wider than a phone: scrolled by finger and by keyboard.
import type { ReactNode } from 'react';

export function Scrolled({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="funds-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

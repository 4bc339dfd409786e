// Pages or parts side by side, each with an address. Where they are wider than their place they scroll, and
// the one that is open is brought into sight.
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';

interface TabsProps {
  readonly label: string;
  /** Which one is open: when it changes, it is brought into sight. */
  readonly open: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Tabs({ label, open, className = '', children }: TabsProps) {
  const bar = useOpenInSight(open);
  return (
    <nav ref={bar} className={`tabs no-print ${className}`} aria-label={label}>
      {children}
    </nav>
  );
}

/** A bar that scrolls shows the one that is open. */
export function useOpenInSight(open: string): RefObject<HTMLElement | null> {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = bar;
    if (current === null || open === '') return undefined;
    const show = () => {
      const tab = current.querySelector<HTMLElement>('[aria-current=page]');
      if (tab === null) return;
      current.scrollLeft = tab.offsetLeft - (current.clientWidth - tab.offsetWidth) / 2;
    };
    show();
    // A phone that is turned, and words that come with their letters later.
    const watch = new ResizeObserver(show);
    for (const part of [current, ...current.children]) watch.observe(part);
    return () => watch.disconnect();
  }, [open]);
  return bar;
}

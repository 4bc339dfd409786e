// Pages or parts side by side, each with an address. Where they are wider than their place they scroll, and
// the one that is open is brought into sight.
import { type ReactNode, useEffect, useRef } from 'react';

interface TabsProps {
  readonly label: string;
  /** Which one is open: when it changes, it is brought into sight. */
  readonly open: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Tabs({ label, open, className = '', children }: TabsProps) {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = bar;
    const tab = current?.querySelector<HTMLElement>('[aria-current=page]');
    if (current === null || tab === null || tab === undefined || open === '') return;
    current.scrollLeft = tab.offsetLeft - (current.clientWidth - tab.offsetWidth) / 2;
  }, [open]);
  return (
    <nav ref={bar} className={`tabs no-print ${className}`} aria-label={label}>
      {children}
    </nav>
  );
}

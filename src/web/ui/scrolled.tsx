// What may be wider than its place: it scrolls inside itself, is reached by keys while it does, and shows at
// its edge that more lies there.
import { type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { BlockHeading } from './block.tsx';
import { uiTexts } from './texts.ts';

interface ScrolledProps {
  /** What it is; the heading of the block it stands in when absent. */
  readonly label?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Scrolled({ label, className = '', children }: ScrolledProps) {
  const ui = useText(uiTexts);
  const heading = useContext(BlockHeading);
  const holder = useRef<HTMLDivElement>(null);
  const [isWider, setIsWider] = useState(false);
  useEffect(() => {
    const { current } = holder;
    if (current === null) return undefined;
    const measure = () => setIsWider(current.scrollWidth > current.clientWidth);
    measure();
    const watch = new ResizeObserver(measure);
    for (const part of [current, ...current.children]) watch.observe(part);
    return () => watch.disconnect();
  }, []);
  // Only what scrolls is a stop of the keyboard.
  const reached = {
    // Its block is a landmark of the same name already.
    role: 'group',
    tabIndex: 0,
    'aria-label': label ?? (heading === undefined ? ui('table') : undefined),
    'aria-labelledby': label === undefined ? heading : undefined,
  };
  return (
    <div ref={holder} className={`scrolled ${className}`} {...(isWider ? reached : {})}>
      {children}
    </div>
  );
}

// A part of a page: a rule, its heading, a note at the right end of the heading line.
import { createContext, type ReactNode, useId } from 'react';

/** Id of the heading of the block one stands in. */
export const BlockHeading = createContext<string | undefined>(undefined);

interface BlockProps {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Block({ title, aside, className, children }: BlockProps) {
  const id = useId();
  return (
    <section className={`block ${className ?? ''}`} aria-labelledby={id}>
      <div className="block-head">
        <h2 id={id}>{title}</h2>
        {aside === undefined ? null : <span>{aside}</span>}
      </div>
      <BlockHeading value={id}>{children}</BlockHeading>
    </section>
  );
}

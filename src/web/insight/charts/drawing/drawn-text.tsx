// Several lines of text in a drawing, and a mark that leads somewhere.
import { useNavigate } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

export function DrawnText({
  lines,
  x,
  y,
  size,
  leading = Math.round(size * 1.45),
  anchor,
  className,
}: {
  readonly lines: readonly string[];
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly size: number;
  readonly leading?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly className?: string;
}) {
  const placed = lines.map((text, index) => ({ text, y: y + index * leading }));
  return (
    <text x={x} y={y} fontSize={size} textAnchor={anchor ?? 'start'} className={className}>
      {placed.map((line) => (
        <tspan key={line.y} x={x} y={line.y}>
          {line.text}
        </tspan>
      ))}
    </text>
  );
}

/** A part of a drawing that opens an address of this application; plain where there is none. */
export function DrawnLink({
  href,
  label,
  children,
}: {
  readonly href: string | undefined;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const navigate = useNavigate();
  if (href === undefined) return <g>{children}</g>;
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ href });
  };
  return (
    <a href={href} aria-label={label} className="drawn-link" onClick={open}>
      {children}
    </a>
  );
}

// A mark of a drawing that leads somewhere.
import { useNavigate } from '@tanstack/react-router';
import { createContext, type MouseEvent, type ReactNode, useContext } from 'react';

/** On paper a mark opens nothing. */
export const OnPaper = createContext(false);

/** A part of a drawing that opens an address of this application; plain where there is none. */
export function DrawnLink({
  href,
  label,
  className = 'drawn-link',
  children,
}: {
  readonly href: string | undefined;
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const navigate = useNavigate();
  const isPaper = useContext(OnPaper);
  if (href === undefined || isPaper) return <g>{children}</g>;
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ href });
  };
  return (
    <a href={href} className={className} onClick={open}>
      <title>{label}</title>
      {children}
    </a>
  );
}

// Rows of figures on a phone, where a table would run sideways: what a row is about, then its figures, each
// under its name.
import type { ReactNode } from 'react';

export interface FigureCard {
  readonly key: string;
  readonly title: ReactNode;
  readonly figures: readonly { readonly name: string; readonly figure: ReactNode }[];
  readonly after?: ReactNode;
}

export function FigureCards({
  label,
  cards,
  total,
}: {
  readonly label: string;
  readonly cards: readonly FigureCard[];
  /** What they are together, below them. */
  readonly total?: Omit<FigureCard, 'key'> | undefined;
}) {
  return (
    <ul className="figure-cards" aria-label={label}>
      {cards.map(({ key, ...card }) => (
        <Card key={key} {...card} />
      ))}
      {total === undefined ? null : <Card {...total} isTotal />}
    </ul>
  );
}

function Card({
  title,
  figures,
  after,
  isTotal = false,
}: Omit<FigureCard, 'key'> & { readonly isTotal?: boolean }) {
  return (
    <li className={isTotal ? 'total' : undefined}>
      <p>{title}</p>
      <dl>
        {figures.map(({ name, figure }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      {after}
    </li>
  );
}

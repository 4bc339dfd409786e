// Heads of a table's columns; those of figures stand at the right, as the figures do.
interface ColumnHeadsProps<Head extends string> {
  readonly heads: readonly Head[];
  readonly figures: readonly Head[];
  readonly nameOf: (head: Head) => string;
}

export function ColumnHeads<Head extends string>({
  heads,
  figures,
  nameOf,
}: ColumnHeadsProps<Head>) {
  return heads.map((head) => (
    <th key={head} scope="col" className={figures.includes(head) ? 'number' : undefined}>
      {nameOf(head)}
    </th>
  ));
}

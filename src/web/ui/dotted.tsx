// Small words in one line, dots between them. A line breaks between two of them, never within a day or a
// short name, and a dot ends a line but begins none.
import { Children, Fragment, type ReactNode } from 'react';

/** Longer words may break within: kept whole they would leave a line half empty. */
const wholeMost = 16;

export function Dotted({ children }: { readonly children: ReactNode }) {
  const said = Children.toArray(children).filter((part) => part !== '');
  return said.map((part, index) => (
    // Parts keep their order.
    <Fragment key={String(index)}>
      {index === 0 ? null : ' '}
      <span className={String(part).length <= wholeMost ? 'dotted' : undefined}>
        {part}
        {index === said.length - 1 ? null : '\u00a0·'}
      </span>
    </Fragment>
  ));
}

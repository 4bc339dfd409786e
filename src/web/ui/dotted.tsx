// Small words in one line, dots between them. A line breaks between two of them, never within a day or a
// short name, and a dot ends a line but begins none. Where the words stand in columns, a style sheet leaves the
// dots out.
import { Children, Fragment, type ReactNode } from 'react';
import { WholeDays } from './whole-days.tsx';

/** Longer words may break within: kept whole they would leave a line half empty. */
const wholeMost = 16;

export function Dotted({ children }: { readonly children: ReactNode }) {
  const said = Children.toArray(children).filter((part) => part !== '');
  return said.map((part, index) => (
    // Parts keep their order.
    <Fragment key={String(index)}>
      {index === 0 ? null : ' '}
      <span className={String(part).length <= wholeMost ? 'dotted' : undefined}>
        {typeof part === 'string' ? <WholeDays>{part}</WholeDays> : part}
        {index === said.length - 1 ? null : <span className="dot">{'\u00a0·'}</span>}
      </span>
    </Fragment>
  ));
}

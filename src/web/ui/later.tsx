// A part of a page that comes only when it is shown: a sheet after a press, a tab when it is opened, a block
// that few may see. What everybody reads first is not kept waiting for it.
import { type ComponentType, type FunctionComponent, lazy, type ReactNode, Suspense } from 'react';

/** `later(() => import('./edit-sheet.tsx'), 'EditSheet')`; `waiting` stands there until it came. */
export function later<Props extends object, Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
  waiting: ReactNode = null,
): (props: Props) => ReactNode {
  const Part: FunctionComponent<Props> = lazy<ComponentType<Props>>(async () => ({
    default: (await load())[name],
  }));
  return (props) => (
    <Suspense fallback={waiting}>
      <Part {...props} />
    </Suspense>
  );
}

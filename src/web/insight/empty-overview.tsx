import { Link } from '@tanstack/react-router';
import { useMay } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { EmptyState } from '#web/ui/states.tsx';
import { overviewTexts } from './texts.ts';

/** An area of which nothing is known yet. */
export function Empty({ area }: { readonly area: string }) {
  const text = useText(overviewTexts);
  const may = useMay();
  return (
    <EmptyState
      title={text('emptyTitle', { area })}
      text={text('emptyText')}
      action={
        may('exchange.import') ? (
          <Link to="/imports" className="button primary">
            {text('emptyAction')}
          </Link>
        ) : undefined
      }
    />
  );
}

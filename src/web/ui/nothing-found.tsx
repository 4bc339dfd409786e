// What a list says when nothing meets its conditions: so, and the way back to the whole list.
import { Link } from '@tanstack/react-router';
import { useText } from '#web/text/catalogue.ts';
import { EmptyState } from './states.tsx';
import { uiTexts } from './texts.ts';

export function NothingFound({ title }: { readonly title: string }) {
  const ui = useText(uiTexts);
  return (
    <EmptyState
      title={title}
      action={
        <Link to="." search={{}} className="button">
          {ui('withoutConditions')}
        </Link>
      }
    />
  );
}

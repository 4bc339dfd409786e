// There is nothing at this address.
import { Link } from '@tanstack/react-router';
import { useText } from '#web/text/catalogue.ts';
import { EmptyState } from '#web/ui/states.tsx';
import { shellTexts } from './texts.ts';

export function LostPage() {
  const text = useText(shellTexts);
  return (
    <div className="page">
      <EmptyState
        title={text('lostTitle')}
        text={text('lostText')}
        action={
          <Link to="/" className="button">
            {text('lostAction')}
          </Link>
        }
      />
    </div>
  );
}

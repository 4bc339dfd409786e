// A page that broke: what the server said, or that it was our own fault, and a way to try again.
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ApiError } from '#web/client/api-error.ts';
import { useText } from '#web/text/catalogue.ts';
import { ErrorState } from '#web/ui/states.tsx';
import { shellTexts } from './texts.ts';

export function PageFailed({ error, reset }: ErrorComponentProps) {
  const text = useText(shellTexts);
  if (error instanceof ApiError) {
    return (
      <div className="page">
        <ErrorState error={error} retry={() => window.location.reload()} />
      </div>
    );
  }
  return (
    <div className="page state" role="alert">
      <p className="state-title">{text('failedTitle')}</p>
      <p>{text('failedText')}</p>
      <div className="state-actions">
        <button type="button" className="button" onClick={reset}>
          {text('retry')}
        </button>
      </div>
    </div>
  );
}

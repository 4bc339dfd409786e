// What a page says when there is nothing, when it failed, and when nobody answers.
import { createContext, type ReactNode, useContext } from 'react';
import { ApiError, isOffline } from '#web/client/api-error.ts';
import { useText } from '#web/text/catalogue.ts';
import { uiTexts } from './texts.ts';

/** The places of somebody who answers for several, as buttons; nothing for everybody else. */
export const OwnPlaces = createContext<ReactNode>(null);

/** One sentence that teaches, and one action. */
export function EmptyState({
  title,
  text,
  action,
}: {
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
}) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {text === undefined ? null : <p>{text}</p>}
      {action === undefined ? null : <div className="state-actions no-print">{action}</div>}
    </div>
  );
}

export function ErrorState({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry?: (() => void) | undefined;
}) {
  const ui = useText(uiTexts);
  const places = useContext(OwnPlaces);
  // A page about one place was opened for all of one's own together: which of them is a choice, not a fault.
  if (places !== null && error instanceof ApiError && error.code === 'access/outside-area') {
    return <EmptyState title={ui('onePlaceTitle')} text={ui('onePlaceText')} action={places} />;
  }
  const missing = error instanceof ApiError && error.status === 404;
  const title = isOffline(error) ? 'offlineTitle' : missing ? 'notFoundTitle' : 'failedTitle';
  return (
    <div className="state" role="alert">
      <p className="state-title">{ui(title)}</p>
      <p>{explanationOf(error, ui)}</p>
      {retry === undefined ? null : (
        <div className="state-actions no-print">
          <button type="button" className="button" onClick={retry}>
            {ui('retry')}
          </button>
        </div>
      )}
    </div>
  );
}

/** One sentence about an error, for a line beside a button. */
export function useExplanation(error: unknown): string | undefined {
  const ui = useText(uiTexts);
  if (error === null || error === undefined) return undefined;
  return explanationOf(error, ui);
}

function explanationOf(error: unknown, ui: ReturnType<typeof useText<UiKey>>): string {
  if (isOffline(error)) return ui('offlineText');
  if (error instanceof ApiError && error.status === 404 && error.message === '') {
    return ui('notFoundText');
  }
  if (error instanceof ApiError && error.message !== '') return error.message;
  return ui('failedUnknown');
}

type UiKey = NonNullable<(typeof uiTexts)['key']>;

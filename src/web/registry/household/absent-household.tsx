// What stands in place of a card that is not shown: merged into another household, closed to a rater who has to
// score it first, or not read for another reason.
import { Link } from '@tanstack/react-router';
import { ApiError } from '#web/client/api-error.ts';
import { duplicateTexts } from '#web/registry/duplicates/duplicate-texts.ts';
import { useText } from '#web/text/catalogue.ts';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';

export function AbsentHousehold({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry: () => void;
}) {
  const text = useText(duplicateTexts);
  const code = error instanceof ApiError ? error.code : '';
  const { message, details } = error as ApiError;
  if (code === 'registry/household-merged') {
    const { household } = details as { readonly household: string };
    return (
      <EmptyState
        title={text('goneTitle')}
        text={message}
        action={
          <Link to="/households/$id" params={{ id: household }} className="button primary">
            {text('goneLink')}
          </Link>
        }
      />
    );
  }
  if (code === 'supervision/closed-while-blind') {
    const { campaign, household } = details as Readonly<Record<'campaign' | 'household', string>>;
    return (
      <EmptyState
        title={text('blindTitle')}
        text={message}
        action={
          <Link
            to="/samples/$id/score/$household"
            params={{ id: campaign, household }}
            className="button primary"
          >
            {text('blindLink')}
          </Link>
        }
      />
    );
  }
  return <ErrorState error={error} retry={retry} />;
}

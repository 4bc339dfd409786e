// Title that says what and where, as of when, and at most one accent action.
import { type ReactNode, useEffect } from 'react';
import type { Language } from '#domain/kernel/refusal.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay, shownInstant } from '#web/text/number.ts';
import { uiTexts } from './texts.ts';
import { WholeDays } from './whole-days.tsx';

interface PageHeadProps {
  readonly title: string;
  /** Instant or day of the data shown. */
  readonly asOf?: string | undefined;
  /** Beside the title: a number, a chip. */
  readonly note?: ReactNode;
  /** One accent button, and quiet ones before it. */
  readonly actions?: ReactNode;
}

export function PageHead({ title, asOf, note, actions }: PageHeadProps) {
  const ui = useText(uiTexts);
  useEffect(() => {
    document.title = `${title} · ${ui.language === 'zh' ? '帮扶' : 'Bangfu'}`;
  }, [title, ui.language]);
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {asOf === undefined ? null : (
        <span className="page-note">
          <WholeDays>{ui('asOf', { when: whenOf(asOf, ui.language) })}</WholeDays>
        </span>
      )}
      {note === undefined ? null : (
        <span className="page-note">
          {typeof note === 'string' ? <WholeDays>{note}</WholeDays> : note}
        </span>
      )}
      {actions === undefined ? null : <div className="page-actions no-print">{actions}</div>}
    </header>
  );
}

/** One sentence written from the data, and a second line with the figures behind it. */
export function Finding({
  children,
  detail,
}: {
  readonly children: ReactNode;
  readonly detail?: ReactNode;
}) {
  return (
    <div className="finding">
      <p>{children}</p>
      {detail === undefined ? null : <p>{detail}</p>}
    </div>
  );
}

function whenOf(asOf: string, language: Language): string {
  return asOf.length === 10 ? shownDay(asOf, language) : shownInstant(asOf, language);
}

// The page before the frame: one narrow form, the name of the product, language and appearance.
import { type ReactNode, useEffect } from 'react';
import { AppearanceSwitch, LanguageSwitch } from '#web/shell/switches.tsx';
import { useText } from '#web/text/catalogue.ts';
import { signInTexts } from './texts.ts';
import './door.css';

export function Door({
  title,
  lead,
  children,
  foot,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}) {
  const text = useText(signInTexts);
  useEffect(() => {
    document.title = `${title} · ${text.language === 'zh' ? '帮扶' : 'Bangfu'}`;
  }, [title, text.language]);
  return (
    <div className="door">
      <header className="door-head">
        <p className="door-name">
          帮扶 <span lang="en">Bangfu</span>
        </p>
        <div>
          <LanguageSwitch />
          <AppearanceSwitch />
        </div>
      </header>
      <main className="door-form">
        <p className="door-lead">{text('lead')}</p>
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="door-text">{lead}</p>}
        {children}
        {foot === undefined ? null : <div className="door-foot">{foot}</div>}
      </main>
    </div>
  );
}

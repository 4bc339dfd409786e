// Search, language, light or dark, and the person who is signed in.
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useMay, useMe } from '#web/access/me.ts';
import { ReminderBell } from '#web/casework/reminder-bell.tsx';
import { useText } from '#web/text/catalogue.ts';
import { PersonMenu } from './person-menu.tsx';
import { AppearanceSwitch, LanguageSwitch } from './switches.tsx';
import { shellTexts } from './texts.ts';

export function TopBar({
  Search,
  onKeyboard,
}: {
  readonly Search: ComponentType;
  readonly onKeyboard: () => void;
}) {
  const text = useText(shellTexts);
  const may = useMay();
  const { role } = useMe();
  // A household has nothing to look for but itself.
  const searches = role !== 'household' && may('registry.read');
  return (
    <header className="top-bar no-print">
      <Link to="/" className="brand">
        {text('product')}
      </Link>
      {searches ? <Search /> : <span />}
      {may('casework.read') ? <ReminderBell /> : null}
      <div className="top-tools">
        <LanguageSwitch />
        <AppearanceSwitch />
        <PersonMenu onKeyboard={onKeyboard} />
      </div>
    </header>
  );
}

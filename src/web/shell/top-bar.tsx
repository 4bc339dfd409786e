// Search, language, light or dark, and the person who is signed in.
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '#web/access/me.ts';
import { ReminderBell } from '#web/casework/reminder-bell.tsx';
import { useText } from '#web/text/catalogue.ts';
import { PersonMenu } from './person-menu.tsx';
import { AppearanceSwitch, LanguageSwitch } from './switches.tsx';
import { shellTexts } from './texts.ts';

export function TopBar({ onKeyboard }: { readonly onKeyboard: () => void }) {
  const text = useText(shellTexts);
  const may = useMay();
  return (
    <header className="top-bar no-print">
      <Link to="/" className="brand">
        {text('product')}
      </Link>
      {may('registry.read') ? <SearchBox /> : <span />}
      {may('casework.read') ? <ReminderBell /> : null}
      <div className="top-tools">
        <LanguageSwitch />
        <AppearanceSwitch />
        <PersonMenu onKeyboard={onKeyboard} />
      </div>
    </header>
  );
}

function SearchBox() {
  const text = useText(shellTexts);
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const search = () => {
    const q = words.trim();
    if (q === '') return;
    void navigate({ to: '/households', search: (before) => ({ area: before.area, q }) });
  };
  return (
    <search>
      <form
        className="search-box"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <input
          id="search"
          type="search"
          className="input"
          autoComplete="off"
          aria-label={text('searchLabel')}
          placeholder={text('search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <kbd>/</kbd>
      </form>
    </search>
  );
}

// Search above every page: pages, places and households as one types, with the arrow keys; Enter alone
// lists the households that fit.
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { shellTexts } from './texts.ts';
import { useClosing } from './use-closing.ts';
import { type Found, useFound } from './use-found.ts';

export function SearchBox() {
  const text = useText(shellTexts);
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const holder = useRef<HTMLElement>(null);
  const list = useId();
  const found = useFound(open ? words : '');
  const go = useGoing();
  useClosing(holder, open, () => setOpen(false));
  const close = () => {
    setOpen(false);
    setChosen(-1);
  };
  const send = () => {
    const one = found[chosen];
    if (one !== undefined) go.to(one);
    else if (words.trim() !== '') go.list(words.trim());
    close();
  };
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || found.length === 0) return;
    event.preventDefault();
    // One place more than there are findings: none of them, which is the list of households.
    setChosen(((chosen + 1 + step + found.length + 1) % (found.length + 1)) - 1);
  };
  const shown = open && found.length > 0;
  return (
    <search ref={holder}>
      <form
        className="search-box"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <input
          id="search"
          type="search"
          className="input"
          autoComplete="off"
          role="combobox"
          aria-expanded={shown}
          aria-controls={list}
          aria-activedescendant={shown && chosen >= 0 ? `${list}-${chosen}` : undefined}
          aria-label={text('searchLabel')}
          placeholder={text('search')}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setOpen(true);
            setChosen(-1);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={move}
        />
        <kbd>/</kbd>
        <div
          className="search-found"
          id={list}
          role="listbox"
          aria-label={text('found')}
          hidden={!shown}
        >
          {found.map((one, index) => (
            <button
              type="button"
              role="option"
              key={`${one.kind} ${one.key}`}
              id={`${list}-${index}`}
              aria-selected={index === chosen}
              tabIndex={-1}
              onClick={() => {
                go.to(one);
                close();
              }}
            >
              <span className="search-kind">{text(`found_${one.kind}`)}</span>
              <span>{one.name}</span>
              {one.kind === 'page' ? null : <span className="search-where">{one.where}</span>}
            </button>
          ))}
        </div>
      </form>
    </search>
  );
}

/** A place becomes the area of the page one is on. */
function useGoing() {
  const navigate = useNavigate();
  return {
    to(one: Found) {
      if (one.kind === 'page') void navigate({ to: one.to });
      else if (one.kind === 'household') {
        void navigate({ to: '/households/$id', params: { id: one.id } });
      } else void navigate({ to: '/overview', search: { area: one.code } });
    },
    list(q: string) {
      void navigate({ to: '/households', search: (before) => ({ area: before.area, q }) });
    },
  };
}

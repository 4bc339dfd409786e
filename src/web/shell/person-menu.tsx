// Who is signed in, and what concerns only them.
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useMe } from '#web/access/me.ts';
import { call } from '#web/client/call.ts';
import { dropAllDrafts } from '#web/registry/edit/draft.ts';
import { useText } from '#web/text/catalogue.ts';
import { shellTexts } from './texts.ts';
import { useClosing } from './use-closing.ts';

export function PersonMenu({ onKeyboard }: { readonly onKeyboard: () => void }) {
  const text = useText(shellTexts);
  const me = useMe();
  const [open, setOpen] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  useClosing(holder, open, () => setOpen(false));
  const title = me.title === '' ? text(`role_${me.role}`) : me.title;
  return (
    <div className="person" ref={holder}>
      <button
        type="button"
        className="button plain"
        aria-expanded={open}
        aria-label={`${me.displayName} ${title}, ${text('person')}`}
        onClick={() => setOpen(!open)}
      >
        <span className="person-name">{me.displayName}</span>{' '}
        <span className="person-title">{title}</span>
      </button>
      {open ? (
        <div className="menu">
          <p className="menu-note">
            {me.username}
            {text.marks.comma}
            {me.area.name === '' ? text(`role_${me.role}`) : me.area.name}
          </p>
          <Link to="/security" className="menu-item" onClick={() => setOpen(false)}>
            {text('security')}
          </Link>
          <button
            type="button"
            className="menu-item"
            onClick={() => {
              setOpen(false);
              onKeyboard();
            }}
          >
            {text('keyboard')}
            <kbd>?</kbd>
          </button>
          <button type="button" className="menu-item" onClick={signOut}>
            {text('signOut')}
          </button>
        </div>
      ) : null}
    </div>
  );
}

/** Ends the session at the server and loads the door anew: nothing read for this person stays in memory. */
export function signOut(): void {
  dropAllDrafts();
  void call('DELETE /api/access/sessions/current', {})
    .catch(() => {})
    .then(() => window.location.assign('/sign-in'));
}

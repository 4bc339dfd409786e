// The bottom of the phone: the first entries, and the rest with the area and the account in a sheet.
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { Sheet } from '#web/ui/sheet.tsx';
import { AreaChoice } from './area-switch.tsx';
import { placeAt, placesOf } from './entries.ts';
import { signOut } from './person-menu.tsx';
import { AppearanceSwitch, LanguageSwitch } from './switches.tsx';
import { shellTexts } from './texts.ts';

export function PhoneNavigation() {
  const text = useText(shellTexts);
  const me = useMe();
  const [open, setOpen] = useState(false);
  const own = placesOf(me.permissions);
  const here = placeAt(own, useLocation({ select: ({ pathname }) => pathname }));
  return (
    <>
      <nav className="phone-bar no-print" aria-label={text('navigation')}>
        {own.slice(0, 3).map((entry) => (
          <Link key={entry.to} to={entry.to} className={entry === here ? 'active' : undefined}>
            {text(entry.text)}
          </Link>
        ))}
        <button type="button" onClick={() => setOpen(true)}>
          {text('more')}
        </button>
      </nav>
      {open ? (
        <Sheet title={me.displayName} onClose={() => setOpen(false)}>
          <AreaChoice onChosen={() => setOpen(false)} />
          <nav className="phone-entries" aria-label={text('more')}>
            {own.slice(3).map((entry) => (
              <Link key={entry.to} to={entry.to} onClick={() => setOpen(false)}>
                {text(entry.text)}
              </Link>
            ))}
            <Link to="/security" onClick={() => setOpen(false)}>
              {text('security')}
            </Link>
            <button type="button" onClick={signOut}>
              {text('signOut')}
            </button>
          </nav>
          <p>
            <LanguageSwitch />
            <AppearanceSwitch />
          </p>
        </Sheet>
      ) : null}
    </>
  );
}

// Pages that share an entry of the navigation, side by side above the page.
import { Link, useLocation } from '@tanstack/react-router';
import { useMe } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { isAt, placeAt, placesOf } from './entries.ts';
import { shellTexts } from './texts.ts';

export function SectionTabs() {
  const text = useText(shellTexts);
  const me = useMe();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const place = placeAt(placesOf(me.permissions), path);
  if (place === undefined || place.pages.length < 2) return null;
  return (
    <nav className="tabs section-tabs no-print" aria-label={text(place.text)}>
      {place.pages.map((page) => (
        <Link key={page.to} to={page.to} aria-current={isAt(page, path) ? 'page' : undefined}>
          {text(page.text)}
        </Link>
      ))}
    </nav>
  );
}

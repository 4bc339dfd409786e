// Pages that share an entry of the navigation, side by side above the page.
import { Link, useLocation } from '@tanstack/react-router';
import { useMe } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { Tabs } from '#web/ui/tabs.tsx';
import { isAt, placeAt, placesOf } from './entries.ts';
import { shellTexts } from './texts.ts';

export function SectionTabs() {
  const text = useText(shellTexts);
  const me = useMe();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const place = placeAt(placesOf(me.permissions), path);
  if (place === undefined || place.pages.length < 2) return null;
  return (
    <Tabs className="section-tabs" label={text(place.text)} open={`${path} ${text.language}`}>
      {place.pages.map((page) => (
        <Link key={page.to} to={page.to} aria-current={isAt(page, path) ? 'page' : undefined}>
          {text(page.text)}
        </Link>
      ))}
    </Tabs>
  );
}

// The left side of the desk: the area, at most eight entries, and what everybody must know of the data.
import { Link, useLocation } from '@tanstack/react-router';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { packName } from '#web/policy/pack-name.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { AreaSwitch } from './area-switch.tsx';
import { placeAt, placesOf } from './entries.ts';
import { shellTexts } from './texts.ts';

export function Navigation() {
  const text = useText(shellTexts);
  const me = useMe();
  const { installation } = me;
  const places = placesOf(me.permissions);
  const here = placeAt(places, useLocation({ select: ({ pathname }) => pathname }));
  return (
    <aside className="side no-print" aria-label={text('area')}>
      <AreaSwitch />
      <nav aria-label={text('navigation')}>
        {places.map((place) => (
          <Link
            key={place.to}
            to={place.to}
            className={place === here ? 'side-entry active' : 'side-entry'}
            aria-current={place === here ? 'page' : undefined}
          >
            {text(place.text)}
          </Link>
        ))}
      </nav>
      <div className="side-foot">
        {installation.demonstration ? (
          <>
            <p>{text('demonstration')}</p>
            <p>{text('today', { day: shownDay(installation.today, text.language) })}</p>
          </>
        ) : null}
        {me.permissions.includes('policy.read') ? <PackInForce /> : null}
      </div>
    </aside>
  );
}

/** The rules that decide here today. */
function PackInForce() {
  const text = useText(shellTexts);
  const form = useRead('GET /api/policy/form', { query: {} }, { staleTime: 600_000 });
  if (form.data === undefined) return null;
  return <p>{text('pack', { pack: packName(text, form.data.pack) })}</p>;
}

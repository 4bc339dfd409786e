// The frame around every page: the bar on top, the entries on the left, the page. On a phone the entries
// lie at the bottom, where the thumb is.
import { Outlet } from '@tanstack/react-router';
import { type ComponentType, useState } from 'react';
import { useMe } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { later } from '#web/ui/later.tsx';
import { SaidProvider } from '#web/ui/said.tsx';
import { Navigation } from './navigation.tsx';
import { OfflineStrip } from './offline-strip.tsx';
import { WithOwnPlaces } from './own-places.tsx';
import { PhoneNavigation } from './phone-navigation.tsx';
import { SectionTabs } from './section-tabs.tsx';
import { shellTexts } from './texts.ts';
import { TopBar } from './top-bar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const KeyboardSheet = later(() => import('./keyboard-sheet.tsx'), 'KeyboardSheet');

export function Frame({ Search }: { readonly Search: ComponentType }) {
  const text = useText(shellTexts);
  const { installation } = useMe();
  const [sheet, setSheet] = useState(false);
  useShortcuts({ onSheet: () => setSheet(true) });
  return (
    <div className="frame">
      <a className="skip no-print" href="#content">
        {text('skip')}
      </a>
      <TopBar Search={Search} onKeyboard={() => setSheet(true)} />
      <Navigation />
      {installation.demonstration ? (
        <aside className="demonstration phone-only" aria-label={text('demonstration')}>
          {text('demonstration')}
          <span>{text('today', { day: shownDay(installation.today, text.language) })}</span>
        </aside>
      ) : null}
      <main id="content" className="content" tabIndex={-1}>
        <OfflineStrip />
        <SectionTabs />
        <SaidProvider>
          <WithOwnPlaces>
            <Outlet />
          </WithOwnPlaces>
        </SaidProvider>
      </main>
      <PhoneNavigation />
      {sheet ? <KeyboardSheet onClose={() => setSheet(false)} /> : null}
    </div>
  );
}

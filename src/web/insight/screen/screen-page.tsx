// The command screen: one message a page, large and calm, live, turned by keys, by a phone, or by itself.
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import type { ScreenView } from '#contract/insight-screen.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay, shownInstant } from '#web/text/number.ts';
import { MoneyScreen } from './money-screen.tsx';
import { LatePage, PeoplePage, PromisePage } from './screen-parts.tsx';
import { pageOfHour, readScreenSearch, type ScreenPageName, screenPages } from './screen-search.ts';
import { StandPage } from './stand-page.tsx';
import { screenTexts } from './texts.ts';
import { useScreen } from './use-screen.ts';
import './screen.css';

const turnMilliseconds = 30_000;

export function ScreenPage() {
  const text = useText(screenTexts);
  const search = readScreenSearch(useSearch({ strict: false }));
  const [rotates, setRotates] = useState(search.page === undefined);
  const page = search.page ?? pageOfHour(Number(shownHour()));
  const navigate = useNavigate();
  const turnTo = useCallback(
    (to: ScreenPageName) =>
      void navigate({
        to: '/screen',
        search: (before) => ({ ...readScreenSearch(before), page: to }),
        replace: true,
      }),
    [navigate],
  );
  const step = useCallback(
    (by: number) => {
      const at = screenPages.indexOf(page) + by;
      turnTo(screenPages[(at + screenPages.length) % screenPages.length] ?? '1');
    },
    [page, turnTo],
  );
  const steer = (to: string) => {
    if (to === 'rotate') return setRotates(true);
    setRotates(false);
    if (to === 'next') return step(1);
    if (to === 'previous') return step(-1);
    const named = screenPages.find((one) => one === to);
    return named === undefined ? undefined : turnTo(named);
  };
  const { view, since, isUp } = useScreen(search.area, steer);
  useKeys(steer, rotates);
  useDark();
  useEffect(() => {
    if (!rotates) return undefined;
    const timer = setTimeout(() => step(1), turnMilliseconds);
    return () => clearTimeout(timer);
  }, [rotates, step]);
  return (
    <main className="screen" onPointerDown={() => setRotates(false)}>
      <header>
        <span>{view === undefined ? '' : text('office', { area: view.area.name })}</span>
        <span className={isUp ? 'screen-quiet' : 'screen-over'}>
          {since === undefined
            ? text('loading')
            : text(isUp ? 'asOf' : 'offline', {
                // A demonstration has a today of its own; when the line broke is told by the clock.
                when:
                  isUp && view?.demonstration === true
                    ? shownDay(view.today, text.language)
                    : shownInstant(since, text.language),
              })}
        </span>
      </header>
      {view === undefined ? null : <Page name={page} view={view} />}
      <footer>
        <nav aria-label={text('keys')}>
          {screenPages.map((one) => (
            <Link
              key={one}
              to="/screen"
              search={(before) => ({ ...readScreenSearch(before), page: one })}
              aria-current={one === page ? 'page' : undefined}
              replace
            >
              {one} {text(`page${one}`)}
            </Link>
          ))}
        </nav>
        <span className="screen-quiet">
          {view?.demonstration === true ? `${text('demonstration')}　` : ''}
          {text('keys')}
          {text.marks.comma}
          {text(rotates ? 'rotating' : 'held')}　<Link to="/overview">{text('leave')}</Link>
        </span>
      </footer>
    </main>
  );
}

function Page({ name, view }: { readonly name: ScreenPageName; readonly view: ScreenView }) {
  switch (name) {
    case '1':
      return <StandPage view={view} />;
    case '2':
      return <LatePage view={view} />;
    case '3':
      return <MoneyScreen view={view} />;
    case '4':
      return <PeoplePage view={view} />;
    case '5':
      return <PromisePage view={view} />;
  }
}

/** A wall in a lit room is read better dark, whatever the desk is set to. */
function useDark(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    const before = dataset.theme;
    dataset.theme = 'dark';
    return () => {
      dataset.theme = before;
    };
  }, []);
}

function useKeys(steer: (to: string) => void, rotates: boolean): void {
  useEffect(() => {
    const press = ({ key, target }: KeyboardEvent) => {
      if (target instanceof HTMLInputElement) return;
      if (key === 'ArrowRight' || key === 'PageDown') steer('next');
      if (key === 'ArrowLeft' || key === 'PageUp') steer('previous');
      if (key === ' ') steer(rotates ? 'hold' : 'rotate');
      if (/^[1-5]$/.test(key)) steer(key);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}

function shownHour(): string {
  const now = performance.timeOrigin + performance.now();
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(now);
}

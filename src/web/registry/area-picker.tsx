// Chooses an area one level at a time, or by name, code or pinyin. The tree is never loaded: only the
// divisions directly below the one that is looked at.
import { type KeyboardEvent, useRef, useState } from 'react';
import type { AreaItem } from '#contract/registry-areas.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { areaTexts } from './area-texts.ts';
import './area-picker.css';

interface AreaPickerProps {
  /** The area chosen now; undefined is the whole of one's own. */
  readonly value: string | undefined;
  readonly onChoose: (area: { readonly code: string; readonly name: string }) => void;
}

export function AreaPicker({ value, onChoose }: AreaPickerProps) {
  const text = useText(areaTexts);
  const [words, setWords] = useState('');
  const [shown, setShown] = useState(value);
  const list = useRef<HTMLDivElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move between its buttons.
    <div className="area-picker" ref={list} onKeyDown={(event) => moveFocus(event, list.current)}>
      <input
        type="search"
        className="input"
        aria-label={text('search')}
        placeholder={text('search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {words.trim() === '' ? (
        <Level area={shown} value={value} onShow={setShown} onChoose={onChoose} />
      ) : (
        <Found words={words.trim()} value={value} onChoose={onChoose} />
      )}
    </div>
  );
}

interface LevelProps extends AreaPickerProps {
  readonly area: string | undefined;
  readonly onShow: (area: string | undefined) => void;
}

function Level({ area, value, onShow, onChoose }: LevelProps) {
  const text = useText(areaTexts);
  const roots = useRead('GET /api/registry/areas', { query: {} });
  // With one root there is nothing to choose above it.
  const only = roots.data?.items.length === 1 ? roots.data.items[0]?.code : undefined;
  const at = area ?? only;
  const below = { params: { area: at ?? '' }, query: {} };
  const here = useRead('GET /api/registry/areas/:area', below, { enabled: at !== undefined });
  const children = useRead('GET /api/registry/areas/:area/children', below, {
    enabled: at !== undefined,
    keep: true,
  });
  const failed = roots.error ?? here.error ?? children.error;
  if (failed !== null) return <ErrorState error={failed} />;
  if (roots.data === undefined) return <Skeleton lines={4} />;
  if (at === undefined) {
    return <Items items={roots.data.items} value={value} onShow={onShow} onChoose={onChoose} />;
  }
  if (here.data === undefined || children.data === undefined) return <Skeleton lines={4} />;
  const parents = here.data.path
    .slice(0, -1)
    .filter((parent) => roots.data.items.some((root) => parent.code.startsWith(root.code)));
  const { code, name } = here.data;
  return (
    <>
      <nav className="area-path" aria-label={text('up')}>
        {parents.map((parent) => (
          <button
            type="button"
            className="link"
            key={parent.code}
            onClick={() => onShow(parent.code)}
          >
            {parent.name}
          </button>
        ))}
      </nav>
      <button
        type="button"
        className="area-whole"
        aria-pressed={code === value}
        onClick={() => onChoose({ code, name })}
      >
        {text('whole', { name })}
      </button>
      {children.data.items.length === 0 ? <p className="quiet">{text('empty')}</p> : null}
      <Items items={children.data.items} value={value} onShow={onShow} onChoose={onChoose} />
    </>
  );
}

function Found({ words, value, onChoose }: AreaPickerProps & { readonly words: string }) {
  const text = useText(areaTexts);
  const found = useRead('GET /api/registry/areas', { query: { search: words } }, { keep: true });
  if (found.error !== null) return <ErrorState error={found.error} />;
  if (found.data === undefined) return <Skeleton lines={3} />;
  if (found.data.items.length === 0)
    return <p className="quiet">{text('nothing', { text: words })}</p>;
  return <Items items={found.data.items} value={value} onChoose={onChoose} />;
}

interface ItemsProps extends AreaPickerProps {
  readonly items: readonly (AreaItem & { readonly fullName?: string })[];
  readonly onShow?: (area: string) => void;
}

function Items({ items, value, onShow, onChoose }: ItemsProps) {
  const text = useText(areaTexts);
  return (
    <ul className="area-items">
      {items.map((item) => (
        <li key={item.code}>
          <button
            type="button"
            className="area-item"
            aria-pressed={item.code === value}
            title={item.name}
            onClick={() => onChoose({ code: item.code, name: item.shortName })}
          >
            {item.shortName}
            {item.fullName === undefined || item.fullName === item.shortName ? null : (
              <small>{item.fullName}</small>
            )}
          </button>
          {onShow !== undefined && item.hasChildren ? (
            <button
              type="button"
              className="area-down"
              aria-label={text('down', { name: item.shortName })}
              onClick={() => onShow(item.code)}
            >
              ›
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function moveFocus(event: KeyboardEvent, within: HTMLElement | null): void {
  if (within === null || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const stops = [...within.querySelectorAll<HTMLElement>('input, button')];
  const now = stops.findIndex((stop) => stop.matches(':focus'));
  const next = stops[now + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

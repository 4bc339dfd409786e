// Conditions a person keeps under a name on this device, and comes back to with one press.
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useClosing } from '#web/shell/use-closing.ts';
import { useText } from '#web/text/catalogue.ts';
import { useRemembered } from '#web/ui/use-remembered.ts';
import { type HouseholdListSearch, readHouseholdListSearch } from './household-list-search.ts';
import { householdListTexts } from './household-list-texts.ts';

interface SavedView {
  readonly name: string;
  readonly search: HouseholdListSearch & { readonly area?: string };
}

export function SavedViews({ search }: { readonly search: SavedView['search'] }) {
  const text = useText(householdListTexts);
  const [views, setViews] = useRemembered('households.views', readViews);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const holder = useRef<HTMLDivElement>(null);
  useClosing(holder, open, () => setOpen(false));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    if (given === '') return;
    const { open: _open, cursor: _cursor, ...kept } = search;
    setViews([...views.filter((view) => view.name !== given), { name: given, search: kept }]);
    setName('');
  };
  return (
    <div className="saved-views" ref={holder}>
      <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {text('viewsTitle')}
      </button>
      {open ? (
        <div className="saved-views-panel">
          {views.length === 0 ? <p className="quiet">{text('viewsEmpty')}</p> : null}
          <ul>
            {views.map((view) => (
              <li key={view.name}>
                <Link to="/households" search={view.search} onClick={() => setOpen(false)}>
                  {view.name}
                </Link>
                <button
                  type="button"
                  className="button plain"
                  aria-label={text('viewRemove', { name: view.name })}
                  onClick={() => setViews(views.filter((one) => one.name !== view.name))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
          <form onSubmit={save}>
            <input
              className="input"
              aria-label={text('viewName')}
              placeholder={text('viewName')}
              maxLength={40}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <button type="submit" className="button">
              {text('viewSave')}
            </button>
          </form>
        </div>
      ) : null}
    </div>
  );
}

function readViews(stored: unknown): readonly SavedView[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('name' in one) || !('search' in one))
      return [];
    const search = new Map<string, unknown>(Object.entries(one.search ?? {}));
    const area = search.get('area');
    const view = {
      ...readHouseholdListSearch(Object.fromEntries(search)),
      ...(typeof area === 'string' ? { area } : {}),
    };
    return [{ name: String(one.name), search: view }];
  });
}

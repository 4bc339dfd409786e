// The area everything on the page is about. One's own area is the root; the way down is a path.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { shortNameOf } from '#domain/registry/area.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { later } from '#web/ui/later.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { shellTexts } from './texts.ts';
import { useClosing } from './use-closing.ts';

const AreaPicker = later(
  () => import('#web/registry/area-picker.tsx'),
  'AreaPicker',
  <Skeleton lines={4} />,
);

export function AreaSwitch() {
  const text = useText(shellTexts);
  const me = useMe();
  const [open, setOpen] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  const { area } = useSearch({ from: '/frame' });
  const named = useRead(
    'GET /api/registry/areas/:area',
    { params: { area: area ?? '' }, query: {} },
    { enabled: area !== undefined, keep: true },
  );
  useClosing(holder, open, () => setOpen(false));
  const own = me.areas.map((one) => shortNameOf(one.name)).join(text.marks.list);
  const name = area === undefined ? own : (named.data?.shortName ?? area);
  return (
    <div className="area-holder" ref={holder}>
      <button
        type="button"
        className="area-switch"
        aria-expanded={open}
        aria-label={`${text('area')}: ${name}`}
        onClick={() => setOpen(!open)}
      >
        <span>{name === '' ? text('areaOwn') : name}</span>
        <span aria-hidden="true" className="area-caret" />
      </button>
      {open ? (
        <div className="area-panel">
          <AreaChoice onChosen={() => setOpen(false)} />
        </div>
      ) : null}
    </div>
  );
}

/** The picker, tied to the address of the page. */
export function AreaChoice({ onChosen }: { readonly onChosen?: () => void }) {
  const me = useMe();
  const navigate = useNavigate();
  const { area } = useSearch({ from: '/frame' });
  return (
    <AreaPicker
      value={area ?? (me.area.code === '' ? undefined : me.area.code)}
      onChoose={({ code }) => {
        const own = code === me.area.code;
        void navigate({ to: '.', search: (before) => ({ ...before, area: own ? '' : code }) });
        onChosen?.();
      }}
    />
  );
}

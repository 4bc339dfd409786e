// The area everything on the page is about. One's own area is the root; the way down is a path.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '#web/access/me.ts';
import { useText } from '#web/text/catalogue.ts';
import { shellTexts } from './texts.ts';

export function AreaSwitch({ onChosen }: { readonly onChosen?: () => void }) {
  const text = useText(shellTexts);
  const me = useMe();
  const navigate = useNavigate();
  const { area } = useSearch({ from: '/frame' });
  return (
    <button
      type="button"
      className="area-switch"
      title={text('area')}
      onClick={() => {
        void navigate({ to: '.', search: (before) => ({ ...before, area: undefined }) });
        onChosen?.();
      }}
    >
      {area ?? me.area.name}
    </button>
  );
}

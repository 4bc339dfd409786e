// Whose figures: those of one's own area, or of any pack that is installed, which were published after all.
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { FigureList } from '#contract/insight-figures.ts';
import { useText } from '#web/text/catalogue.ts';
import { figuresTexts } from './texts.ts';

export function PackChoice({ list }: { readonly list: FigureList }) {
  const text = useText(figuresTexts);
  const { pack } = useSearch({ from: '/frame/figures' });
  const navigate = useNavigate();
  return (
    <label className="pack-choice no-print">
      <span>{text('pack')}</span>
      <select
        value={pack ?? ''}
        onChange={(event) => {
          const chosen = event.target.value === '' ? undefined : event.target.value;
          void navigate({
            to: '/figures',
            search: (before) => ({ ...before, pack: chosen, claim: undefined, verdict: undefined }),
          });
        }}
      >
        <option value="">{text('ownPacks')}</option>
        {list.packs.map((one) => (
          <option key={one.id} value={one.id}>
            {text.pick(one.title)} ({one.claims})
          </option>
        ))}
      </select>
    </label>
  );
}

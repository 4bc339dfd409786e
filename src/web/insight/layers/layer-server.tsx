// Names a tile server of the county's own: it is asked for one picture before it is taken.
import { type FormEvent, useState } from 'react';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { LayerNames, type Names, noNames } from './layer-names.tsx';
import { layersTexts } from './layers-texts.ts';

const zooms = { least: 0, most: 17 } as const;

export function LayerServer({ area }: { readonly area: string }) {
  const text = useText(layersTexts);
  const [names, setNames] = useState<Names>(noNames);
  const [address, setAddress] = useState('');
  const [kind, setKind] = useState<'imagery' | 'terrain'>('imagery');
  const [minZoom, setMinZoom] = useState<number>(zooms.least);
  const [maxZoom, setMaxZoom] = useState<number>(zooms.most);
  const write = useWrite('POST /api/insight/layers/servers', {
    stale: ['GET /api/insight/layers'],
    onDone: () => {
      setNames(noNames);
      setAddress('');
    },
  });
  const explanation = useExplanation(write.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ body: { area, ...names, kind, address, minZoom, maxZoom } });
  };
  return (
    <Block title={text('server')} aside={text('serverNote')}>
      <form onSubmit={submit}>
        <Field
          label={text('address')}
          hint={text('addressHint', { z: '{z}', x: '{x}', y: '{y}' })}
          problem={explanation}
        >
          <input
            className="input"
            required
            inputMode="url"
            maxLength={500}
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
        </Field>
        <LayerNames names={names} onChange={setNames} />
        <Field label={text('kind')}>
          <select
            className="input"
            value={kind}
            onChange={({ target }) => setKind(target.value === 'terrain' ? 'terrain' : 'imagery')}
          >
            <option value="imagery">{text('imagery')}</option>
            <option value="terrain">{text('terrain')}</option>
          </select>
        </Field>
        <div className="layer-pair">
          <Field label={text('minZoom')}>
            <input
              className="input"
              type="number"
              min={0}
              max={22}
              value={minZoom}
              onChange={({ target }) => setMinZoom(Number(target.value))}
            />
          </Field>
          <Field label={text('maxZoom')}>
            <input
              className="input"
              type="number"
              min={0}
              max={22}
              value={maxZoom}
              onChange={({ target }) => setMaxZoom(Number(target.value))}
            />
          </Field>
        </div>
        <p className="sheet-act">
          <button type="submit" className="button" disabled={write.isPending}>
            {text('check')}
          </button>
        </p>
      </form>
    </Block>
  );
}

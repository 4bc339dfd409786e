// Hamlets below a village, villager groups below a hamlet: what the published codes do not reach.
import { type FormEvent, useState } from 'react';
import { useRead, useWrite } from '#web/client/read.ts';
import { AreaChoice } from '#web/shell/area-switch.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { areasTexts } from './areas-texts.ts';

interface HamletFormProps {
  readonly area: string;
  readonly name: string;
}

export function HamletForm({ area, name }: HamletFormProps) {
  const text = useText(areasTexts);
  const fits = area.length === 12 || area.length === 15;
  return (
    <Block title={text('hamlets')} aside={text('hamletsNote')}>
      {fits ? (
        <Below area={area} name={name} />
      ) : (
        <>
          <p className="quiet">{text('hamletsLead')}</p>
          <div className="choose-place">
            <AreaChoice />
          </div>
        </>
      )}
    </Block>
  );
}

function Below({ area, name }: HamletFormProps) {
  const text = useText(areasTexts);
  const [typed, setTyped] = useState('');
  const children = useRead('GET /api/registry/areas/:area/children', {
    params: { area },
    query: {},
  });
  const add = useWrite('POST /api/registry/areas/:area/children', {
    stale: ['GET /api/registry/areas/:area/children'],
    onDone: () => setTyped(''),
  });
  const problem = useExplanation(add.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ params: { area }, body: { name: typed.trim() } });
  };
  const items = children.data?.items ?? [];
  return (
    <>
      <p>
        {text('below', { area: name })}{' '}
        {items.length === 0 ? text('none') : items.map((item) => item.name).join(text.marks.list)}
      </p>
      <form onSubmit={submit}>
        <Field label={text('name')} problem={problem}>
          <input
            className="input"
            required
            maxLength={40}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button" disabled={add.isPending}>
            {text('add')}
          </button>
        </p>
      </form>
      {add.data === undefined ? null : (
        <p aria-live="polite">{text('added', { name: add.data.name, code: add.data.code })}</p>
      )}
    </>
  );
}

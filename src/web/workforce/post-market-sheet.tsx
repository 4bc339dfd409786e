// Posts one notice on the board of supply and demand.
import { type FormEvent, useState } from 'react';
import { type MarketKind, marketKinds } from '#domain/workforce/market.ts';
import { useMe } from '#web/access/me.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { marketTexts } from './market-texts.ts';

interface PostMarketProps {
  readonly area: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

const longest = { product: 60, quantity: 60, words: 300, contact: 60 } as const;
const needed: readonly (keyof typeof longest)[] = ['product', 'contact'];

export function PostMarketSheet({ area, units, onClose }: PostMarketProps) {
  const text = useText(marketTexts);
  const say = useSay();
  const { today } = useMe().installation;
  const [kind, setKind] = useState<MarketKind>('offered');
  const [unit, setUnit] = useState('');
  const [until, setUntil] = useState<string>(today);
  const [words, setWords] = useState({ product: '', quantity: '', words: '', contact: '' });
  const post = useWrite('POST /api/workforce/market', {
    stale: ['GET /api/workforce/market'],
    onDone: () => {
      say(text('saidPosted'));
      onClose();
    },
  });
  const problem = useExplanation(post.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    post.mutate({ body: { area, kind, until, ...words, ...(unit === '' ? {} : { unit }) } });
  };
  return (
    <Sheet title={text('post')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <Field label={text('kind')}>
          <select
            className="input"
            value={kind}
            onChange={(event) =>
              setKind(marketKinds.find((one) => one === event.target.value) ?? 'offered')
            }
          >
            {marketKinds.map((one) => (
              <option key={one} value={one}>
                {text(`kind_${one}`)}
              </option>
            ))}
          </select>
        </Field>
        {(['product', 'quantity', 'words', 'contact'] as const).map((field) => (
          <Field
            key={field}
            label={text(field)}
            {...(field === 'words' ? { hint: text('wordsHint') } : {})}
          >
            <input
              className="input"
              required={needed.includes(field)}
              maxLength={longest[field]}
              value={words[field]}
              onChange={(event) => setWords({ ...words, [field]: event.target.value })}
            />
          </Field>
        ))}
        {units.length === 0 ? null : (
          <Field label={text('unit')}>
            <select
              className="input"
              value={unit}
              onChange={(event) => setUnit(event.target.value)}
            >
              <option value="">{text('noUnit')}</option>
              {units.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </Field>
        )}
        <Field label={text('until')}>
          <DayInput required value={until} onChange={setUntil} />
        </Field>
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={post.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

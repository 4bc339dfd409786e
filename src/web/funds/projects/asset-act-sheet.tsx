// One act on an asset, and what it earned shared out by a list that is pasted.
import { type FormEvent, useState } from 'react';
import type { Asset } from '#contract/funds-assets.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { fenOfTyped } from '../read-yuan.ts';
import { TextField } from './act-sheet.tsx';
import { assetTexts } from './asset-texts.ts';
import { readShareRows } from './share-rows.ts';
import { staleAssets } from './stale-assets.ts';

type Act = Asset['next'][number]['act'];

interface SheetProps {
  readonly asset: Asset;
  readonly act: Act;
  readonly onClose: () => void;
}

interface Typed {
  readonly on: string;
  readonly note: string;
  readonly name: string;
  readonly document: string;
  readonly yuan: string;
  readonly rows: string;
}

export function AssetActSheet({ asset, act, onClose }: SheetProps) {
  const text = useText(assetTexts);
  const say = useSay();
  const [typed, setTyped] = useState<Typed>({
    on: '',
    note: '',
    name: '',
    document: '',
    yuan: '',
    rows: '',
  });
  const put = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const options = {
    stale: staleAssets,
    onDone: () => {
      say(text('saidDone'));
      onClose();
    },
  };
  const doing = useWrite('POST /api/funds/assets/:id/acts', options);
  const sharing = useWrite('POST /api/funds/assets/:id/shares', options);
  const problem = useExplanation(doing.error ?? sharing.error);
  const read = readShareRows(typed.rows);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const params = { id: asset.id };
    const { on, document, name: payer } = typed;
    if (act === 'share') {
      if (read.wrong === undefined)
        sharing.mutate({ params, body: { on, document, payer, rows: read.rows } });
      return;
    }
    const body = bodyOf(act, typed);
    if (body !== undefined) doing.mutate({ params, body });
  };
  const needsNote = act === 'rest' || act === 'dispose';
  return (
    <Sheet title={text(`act_${act}`)} onClose={onClose}>
      <form onSubmit={submit}>
        {act === 'share' ? <p className="sheet-lead">{text('shareLead')}</p> : null}
        {act === 'confirm' || act === 'handOver' || act === 'share' ? (
          <TextField
            label={text(act === 'confirm' ? 'owner' : act === 'handOver' ? 'keeper' : 'payer')}
            value={typed.name}
            required
            onChange={(name) => put({ name })}
          />
        ) : null}
        {act === 'confirm' || act === 'dispose' || act === 'share' ? (
          <TextField
            label={text('document')}
            value={typed.document}
            required
            onChange={(document) => put({ document })}
          />
        ) : null}
        {act === 'keepUp' || act === 'dispose' ? (
          <TextField
            label={text(act === 'keepUp' ? 'cost' : 'proceeds')}
            value={typed.yuan}
            onChange={(yuan) => put({ yuan })}
          />
        ) : null}
        {act === 'share' ? (
          <Field
            label={text('shareRows')}
            problem={
              read.wrong === undefined ? undefined : text('shareWrong', { line: read.wrong })
            }
          >
            <textarea
              className="input"
              rows={8}
              required
              value={typed.rows}
              onChange={(event) => put({ rows: event.target.value })}
            />
          </Field>
        ) : null}
        <Field label={text('on')} problem={act === 'share' ? problem : undefined}>
          <DayInput required value={typed.on} onChange={(on) => put({ on })} />
        </Field>
        {act === 'share' ? null : (
          <Field label={text('note')} problem={problem}>
            <input
              className="input"
              maxLength={100}
              required={needsNote}
              value={typed.note}
              onChange={(event) => put({ note: event.target.value })}
            />
          </Field>
        )}
        <p className="sheet-act">
          <button
            type="submit"
            className="button primary"
            disabled={doing.isPending || sharing.isPending}
          >
            {text('submit')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

function bodyOf(act: Act, { on, note, name, document, yuan }: Typed) {
  const fen = fenOfTyped(yuan) ?? 0;
  switch (act) {
    case 'confirm':
      return { act, on, note, owner: name, document };
    case 'handOver':
      return { act, on, note, keeper: name };
    case 'keepUp':
      return { act, on, note, cost: fen };
    case 'rest':
    case 'resume':
      return { act, on, note };
    case 'dispose':
      return { act, on, note, document, proceeds: fen };
    default:
      return undefined;
  }
}

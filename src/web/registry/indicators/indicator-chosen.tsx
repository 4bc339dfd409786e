// One set: what is asked, who owns it, its table to read or to fill in, and the ways in and out.
import { useState } from 'react';
import type { IndicatorTable } from '#contract/registry-indicators.ts';
import { urlOf } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { IndicatorEditor } from './indicator-editor.tsx';
import { AssignSheet, HistorySheet, ImportSheet } from './indicator-sheets.tsx';
import { indicatorTexts } from './indicator-texts.ts';
import { IndicatorView } from './indicator-view.tsx';

export type Chosen = NonNullable<IndicatorTable['chosen']>;

export interface AskedCell {
  readonly area: string;
  readonly place: string;
  readonly indicator: Chosen['columns'][number];
}

interface ChosenProps {
  readonly area: string;
  readonly chosen: Chosen;
  readonly departments: IndicatorTable['departments'];
  readonly mayAssign: boolean;
}

export function IndicatorChosen({ area, chosen, departments, mayAssign }: ChosenProps) {
  const text = useText(indicatorTexts);
  const [open, setOpen] = useState<'assign' | 'import'>();
  const [filling, setFilling] = useState(false);
  const [asked, setAsked] = useState<AskedCell>();
  const { set, counted } = chosen;
  const close = () => setOpen(undefined);
  return (
    <Block
      title={text.pick(set.title)}
      aside={
        <span className="indicator-acts no-print">
          {set.mayEnter ? (
            <>
              <button type="button" className="button" onClick={() => setFilling(!filling)}>
                {text(filling ? 'stop' : 'fill')}
              </button>
              <button type="button" className="button" onClick={() => setOpen('import')}>
                {text('importTitle')}
              </button>
            </>
          ) : null}
          {mayAssign ? (
            <button type="button" className="button" onClick={() => setOpen('assign')}>
              {text('assign')}
            </button>
          ) : null}
          <a
            className="button"
            href={urlOf('GET /api/registry/indicators/file', { query: { area, set: set.id } })}
          >
            {text('download')}
          </a>
        </span>
      }
    >
      {set.note === null ? null : <p className="small quiet">{text.pick(set.note)}</p>}
      {counted.length === 0 ? null : (
        <p className="small quiet">
          {text('counted', { titles: counted.map((one) => text.pick(one)).join(text.marks.list) })}
        </p>
      )}
      {chosen.columns.length === 0 ? null : filling ? (
        <IndicatorEditor area={area} chosen={chosen} onDone={() => setFilling(false)} />
      ) : (
        <IndicatorView chosen={chosen} onAsk={setAsked} />
      )}
      {open === 'assign' ? (
        <AssignSheet area={area} set={set} departments={departments} onClose={close} />
      ) : null}
      {open === 'import' ? <ImportSheet area={area} set={set} onClose={close} /> : null}
      {asked === undefined ? null : (
        <HistorySheet set={set.id} asked={asked} onClose={() => setAsked(undefined)} />
      )}
    </Block>
  );
}

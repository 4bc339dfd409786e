// Takes in rows from a spreadsheet: the sheet to fill in, the file, and what was entered or refused and why.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { ReadAddress } from '#web/client/api.ts';
import { useText } from '#web/text/catalogue.ts';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { importSheetTexts } from './import-sheet-texts.ts';

export interface Imported {
  readonly entered: number;
  readonly refused: readonly {
    readonly row: number;
    readonly named: string;
    readonly why: readonly Bilingual[];
  }[];
}

export function ImportSheet({
  title,
  help,
  sheet,
  entered,
  send,
  stale,
  onClose,
}: {
  readonly title: string;
  readonly help: string;
  /** Address of the sheet to fill in. */
  readonly sheet: string;
  /** How many were entered, as a sentence. */
  readonly entered: (count: number) => string;
  readonly send: (file: File) => Promise<Imported>;
  /** Addresses whose answers this makes stale. */
  readonly stale: readonly ReadAddress[];
  readonly onClose: () => void;
}) {
  const text = useText(importSheetTexts);
  const client = useQueryClient();
  const [done, setDone] = useState<Imported>();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const problem = useExplanation(error);
  const take = async (file: File) => {
    setError(null);
    setDone(undefined);
    setBusy(true);
    try {
      setDone(await send(file));
      await Promise.all(stale.map((one) => client.invalidateQueries({ queryKey: [one] })));
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <p>{help}</p>
      <p>
        <a className="row-link" href={sheet} download>
          {text('sheet')}
        </a>
      </p>
      <FileChoice
        label={title}
        button={text(isBusy ? 'busy' : 'choose')}
        accept=".xlsx,.xls,.ods,.csv"
        problem={problem}
        primary
        onChoose={(file) => void take(file)}
      />
      {done === undefined ? null : (
        <div role="status">
          <p>
            <strong>{entered(done.entered)}</strong>{' '}
            {done.refused.length === 0 ? '' : text('refused', { count: done.refused.length })}
          </p>
          <ul className="workforce-visits">
            {done.refused.map((one) => (
              <li key={one.row}>
                {text('row', { row: one.row })} {one.named}
                <br />
                <small>{one.why.map((why) => text.pick(why)).join(' ')}</small>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Sheet>
  );
}

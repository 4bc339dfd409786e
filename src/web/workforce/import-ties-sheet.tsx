// Takes in ties from a sheet, and tells which rows were not taken and why.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportedTies } from '#contract/workforce-ties.ts';
import { upload, urlOf } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { staleTies } from './stale-organisation.ts';
import { tieTexts } from './tie-texts.ts';

export function ImportTiesSheet({
  area,
  onClose,
}: {
  readonly area: string;
  readonly onClose: () => void;
}) {
  const text = useText(tieTexts);
  const client = useQueryClient();
  const [done, setDone] = useState<ImportedTies>();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const problem = useExplanation(error);
  const send = async (file: File) => {
    setError(null);
    setDone(undefined);
    setBusy(true);
    try {
      setDone(await upload('POST /api/workforce/ties/file', { query: { area } }, file));
      await Promise.all(staleTies.map((one) => client.invalidateQueries({ queryKey: [one] })));
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  return (
    <Sheet title={text('importTitle')} onClose={onClose}>
      <p>{text('importText')}</p>
      <p>
        <a
          className="row-link"
          href={urlOf('GET /api/workforce/ties/file', { query: { area } })}
          download
        >
          {text('importSheet')}
        </a>
      </p>
      <FileChoice
        label={text('importTitle')}
        button={text(isBusy ? 'importBusy' : 'importChoose')}
        accept=".xlsx,.xls,.ods,.csv"
        problem={problem}
        primary
        onChoose={(file) => void send(file)}
      />
      {done === undefined ? null : (
        <div role="status">
          <p>
            <strong>{text('importEntered', { count: done.entered })}</strong>{' '}
            {done.refused.length === 0 ? '' : text('importRefused', { count: done.refused.length })}
          </p>
          <ul className="workforce-visits">
            {done.refused.map((one) => (
              <li key={one.row}>
                {text('importRow', { row: one.row })} {one.householdNo}
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

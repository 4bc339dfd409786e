// A list taken away as a sheet, and the filled sheet brought back; what did not fit is told row by row.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeliveryList } from '#contract/assistance-delivery.ts';
import type { Answer } from '#web/client/api.ts';
import { upload, urlOf } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { saveFrom } from '#web/ui/save-file.ts';
import { useExplanation } from '#web/ui/states.tsx';
import { deliveryTexts } from './delivery-texts.ts';

type Uploaded = Answer<'POST /api/assistance/lists/:id/sheet'>;

export function ListSheetActs({ list }: { readonly list: DeliveryList }) {
  const text = useText(deliveryTexts);
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const [taken, setTaken] = useState<Uploaded>();
  const problem = useExplanation(error);
  const params = { id: list.id };
  const take = async (file: File) => {
    setError(null);
    try {
      setTaken(await upload('POST /api/assistance/lists/:id/sheet', { params, query: {} }, file));
      await client.invalidateQueries({ queryKey: ['GET /api/assistance/lists/:id'] });
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <div className="no-print">
      <div className="help-acts">
        <button
          type="button"
          className="button"
          onClick={() => {
            setError(null);
            saveFrom(urlOf('GET /api/assistance/lists/:id/sheet', { params })).catch(setError);
          }}
        >
          {text('sheet')}
        </button>
        {list.state === 'open' ? (
          <FileChoice
            label={text('upload')}
            button={text('upload')}
            accept=".xlsx,.xls,.csv,.ods"
            hint={text('uploadHint')}
            onChoose={(file) => void take(file)}
          />
        ) : null}
      </div>
      <Problem>{problem}</Problem>
      {taken === undefined ? null : (
        <div role="status">
          <p>{text('uploaded', { marked: taken.marked, leftOut: taken.leftOut })}</p>
          {taken.refused.length === 0 ? null : (
            <>
              <p>{text('refused', { count: taken.refused.length })}</p>
              <ul>
                {taken.refused.slice(0, 50).map((one) => (
                  <li key={one.row}>
                    {text('refusedRow', {
                      row: one.row,
                      number: one.householdNo,
                      problem: text.pick(one.problem),
                    })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </div>
  );
}

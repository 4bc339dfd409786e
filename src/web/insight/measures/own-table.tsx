// A table of one's own: dropped or chosen, computed on the server, deleted there at once. The file stays in
// this page's memory only, so that other columns can be tried.
import { type DragEvent, useState } from 'react';
import type { TableMeasures } from '#contract/insight-measures.ts';
import { upload } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { OwnColumns } from './own-columns.tsx';
import { OwnResult } from './own-result.tsx';
import { measureTexts } from './texts.ts';

export type Columns = TableMeasures['columns'];

const accepted = '.xlsx,.xls,.ods,.csv,.txt';

export function OwnTable({ line }: { readonly line: string }) {
  const text = useText(measureTexts);
  const [file, setFile] = useState<File>();
  const [answer, setAnswer] = useState<TableMeasures>();
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const compute = async (chosen: File, columns?: Columns, skipInvalid = false) => {
    setFile(chosen);
    setBusy(true);
    setError(null);
    const given =
      columns === undefined ? {} : { ...withoutNulls(columns), columns: 'given' as const };
    const query = { line, ...given, skipInvalid: skipInvalid ? ('true' as const) : undefined };
    try {
      setAnswer(await upload('POST /api/insight/measures/tables', { query }, chosen));
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  const choose = (chosen: File) => {
    setAnswer(undefined);
    void compute(chosen);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [first] = event.dataTransfer.files;
    if (first !== undefined && !busy) choose(first);
  };
  return (
    <Block title={text('own')} className="measures-own no-print">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping adds to the button inside, which does the same. */}
      <div
        className={over ? 'own-drop over' : 'own-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {busy ? (
          <p role="status">{text('ownReading', { file: file?.name ?? '' })}</p>
        ) : (
          <>
            <p>{text('ownLead')}</p>
            <FileChoice
              label={text('ownLabel')}
              button={text('ownChoose')}
              accept={accepted}
              hint={text('ownHint')}
              onChoose={choose}
            />
          </>
        )}
      </div>
      {problem === undefined ? null : (
        <div className="notice problem" role="alert">
          <p>{problem}</p>
          {file === undefined ? null : (
            <button
              type="button"
              className="link"
              onClick={() => void compute(file, answer?.columns, true)}
            >
              {text('ownSkip')}
            </button>
          )}
        </div>
      )}
      {answer === undefined || file === undefined ? null : (
        <>
          <OwnColumns
            key={JSON.stringify(answer.columns)}
            answer={answer}
            busy={busy}
            onCompute={(columns) => void compute(file, columns)}
            onForget={() => {
              setAnswer(undefined);
              setFile(undefined);
              setError(null);
            }}
          />
          <OwnResult answer={answer} />
        </>
      )}
    </Block>
  );
}

function withoutNulls(columns: Columns) {
  const { income, members, weight, household, by } = columns;
  return {
    income: income ?? undefined,
    members: members ?? undefined,
    weight: weight ?? undefined,
    household: household ?? undefined,
    by: by ?? undefined,
  };
}

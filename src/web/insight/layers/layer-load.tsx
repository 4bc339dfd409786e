// Loads a file: what it is called, who may be asked about it, what its positions are in.
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { upload } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { DayInput } from '#web/ui/day-input.tsx';
import { Field } from '#web/ui/field.tsx';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { LayerNames, type Names, noNames } from './layer-names.tsx';
import { layersTexts } from './layers-texts.ts';

const limitMegabytes = 200;

export function LayerLoad({ area }: { readonly area: string }) {
  const text = useText(layersTexts);
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [names, setNames] = useState<Names>(noNames);
  const [takenOn, setTakenOn] = useState('');
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<unknown>(null);
  const explanation = useExplanation(problem);
  const load = async (chosen: File) => {
    setShare(0);
    setProblem(null);
    const query = { area, ...names, takenOn: takenOn === '' ? undefined : takenOn };
    await upload('POST /api/insight/layers', { query }, chosen, setShare).then(() => {
      setFile(undefined);
      setNames(noNames);
      setTakenOn('');
    }, setProblem);
    setShare(undefined);
    await client.invalidateQueries({ queryKey: ['GET /api/insight/layers'] });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file !== undefined) void load(file);
  };
  return (
    <Block title={text('load')} aside={text('loadNote', { limit: limitMegabytes })}>
      <form onSubmit={submit}>
        <FileChoice
          label={text('file')}
          button={text('pick')}
          accept=".tif,.tiff,.pmtiles,image/tiff"
          chosen={file?.name}
          hint={text('fileHint')}
          problem={explanation}
          onChoose={(chosen) => {
            setFile(chosen);
            setProblem(null);
          }}
        />
        <LayerNames names={names} onChange={setNames} />
        <Field label={text('takenOn')}>
          <DayInput value={takenOn} onChange={setTakenOn} />
        </Field>
        <p className="sheet-act">
          <button
            type="submit"
            className="button primary"
            disabled={file === undefined || share !== undefined}
          >
            {share === undefined
              ? text('send')
              : text('sending', { share: Math.round(share * 100) })}
          </button>
        </p>
      </form>
    </Block>
  );
}

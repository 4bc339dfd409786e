// What a village supervisor reports: which kind, what, where, and a picture if there is one.
import { type FormEvent, useState } from 'react';
import { reportKinds } from '#domain/publicity/report.ts';
import { call, upload } from '#web/client/call.ts';
import { smallerPicture } from '#web/registry/attachments/smaller-picture.ts';
import { useText } from '#web/text/catalogue.ts';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { Labelled } from './object-openly.tsx';
import { reportOpenTexts } from './report-open-texts.ts';

export interface SentReport {
  readonly number: string;
  readonly dueOn: string | null;
  /** Why the picture did not follow; null where it did or there was none. */
  readonly pictureProblem: string | null;
}

interface ReportFormProps {
  readonly code: string;
  readonly onSent: (sent: SentReport) => void;
  readonly onCancel: () => void;
}

export function ReportForm({ code, onSent, onCancel }: ReportFormProps) {
  const text = useText(reportOpenTexts);
  const [kind, setKind] = useState<(typeof reportKinds)[number]>('roster');
  const [words, setWords] = useState('');
  const [place, setPlace] = useState('');
  const [picture, setPicture] = useState<File>();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async () => {
    const body = { kind, words: words.trim(), place: place.trim() };
    const { number, dueOn } = await call('POST /api/publicity/slip/:code/reports', {
      params: { code },
      body,
    });
    const pictureProblem = picture === undefined ? null : await sendPicture(code, number, picture);
    onSent({ number, dueOn, pictureProblem });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    send().catch((error: unknown) => {
      setBusy(false);
      setProblem(error instanceof Error ? error.message : '');
    });
  };
  return (
    <form onSubmit={submit} className="open-form">
      <Labelled name={text('kind')}>
        <select
          className="input"
          value={kind}
          onChange={(event) =>
            setKind(reportKinds.find((one) => one === event.target.value) ?? 'further')
          }
        >
          {reportKinds.map((one) => (
            <option key={one} value={one}>
              {text(`kind_${one}`)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled name={text('words')} hint={text('wordsHint')}>
        <textarea
          className="input"
          rows={5}
          required
          minLength={4}
          maxLength={1000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Labelled>
      <Labelled name={text('place')}>
        <input
          className="input"
          maxLength={120}
          autoComplete="off"
          value={place}
          onChange={(event) => setPlace(event.target.value)}
        />
      </Labelled>
      <FileChoice
        label={text('picture')}
        button={text('addPicture')}
        accept="image/jpeg,image/png,image/webp"
        chosen={picture?.name}
        hint={text('pictureHint')}
        onChoose={setPicture}
      />
      {problem === '' ? null : (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <p className="open-acts">
        <button type="submit" className="button primary" disabled={busy}>
          {text(busy ? 'sending' : 'send')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {text('cancel')}
        </button>
      </p>
    </form>
  );
}

/** The report stands whatever becomes of its picture; why it failed is told. */
async function sendPicture(code: string, number: string, picked: File): Promise<string | null> {
  try {
    const file = await smallerPicture(picked);
    await upload(
      'POST /api/publicity/slip/:code/reports/:number/picture',
      { params: { code, number } },
      file,
    );
    return null;
  } catch (failure) {
    return failure instanceof Error ? failure.message : '';
  }
}

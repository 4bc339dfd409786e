// Takes a file by dropping or choosing, sends it with its progress, and says at once why one is refused.

import { useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { upload } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { AreaName } from '#web/ui/area-name.tsx';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { useNarrow } from '#web/ui/use-narrow.ts';
import { exchangeTexts } from './texts.ts';

interface FileDropProps {
  /** Where the rows belong. */
  readonly area: string;
  readonly onUploaded: (id: string) => void;
}

type Sending =
  | { readonly state: 'waiting' }
  | { readonly state: 'sending'; readonly file: string; readonly share: number }
  | { readonly state: 'refused'; readonly error: unknown };

const accepted = '.xlsx,.xls,.ods,.csv,.txt';

export function FileDrop({ area, onUploaded }: FileDropProps) {
  const text = useText(exchangeTexts);
  const client = useQueryClient();
  const narrow = useNarrow();
  const [over, setOver] = useState(false);
  const [several, setSeveral] = useState('');
  const [sending, setSending] = useState<Sending>({ state: 'waiting' });
  const problem = useExplanation(sending.state === 'refused' ? sending.error : null);
  const send = async (file: File) => {
    setSending({ state: 'sending', file: file.name, share: 0 });
    try {
      const described = await upload(
        'POST /api/exchange/imports',
        area === '' ? {} : { query: { area } },
        file,
        (share) => setSending({ state: 'sending', file: file.name, share }),
      );
      await client.invalidateQueries({ queryKey: ['GET /api/exchange/imports'] });
      onUploaded(described.id);
    } catch (error) {
      setSending({ state: 'refused', error });
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file, ...others] = event.dataTransfer.files;
    if (file === undefined || sending.state === 'sending') return;
    setSeveral(others.length === 0 ? '' : file.name);
    if (others.length === 0) void send(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping adds to the button inside, which does the same.
    <div
      className={over ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {sending.state === 'sending' ? (
        <Progress sending={sending} />
      ) : (
        <>
          <p className="file-drop-lead">{text(narrow ? 'dropChoose' : 'drop')}</p>
          <FileChoice
            primary
            label={text('dropAria')}
            button={text('choose')}
            accept={accepted}
            onChoose={(file) => void send(file)}
          />
          <p>
            {text.rich('into', {
              area: (
                <strong>
                  <AreaName code={area} />
                </strong>
              ),
            })}{' '}
            <span className="quiet small">{text(narrow ? 'intoHintPhone' : 'intoHint')}</span>
          </p>
          <p className="quiet small">{text('dropHint')}</p>
        </>
      )}
      {several === '' ? null : (
        <p className="notice" role="alert">
          {text('oneFile', { name: several })}
        </p>
      )}
      <Problem>{problem}</Problem>
    </div>
  );
}

function Progress({ sending }: { readonly sending: Extract<Sending, { state: 'sending' }> }) {
  const text = useText(exchangeTexts);
  const share = Math.round(sending.share * 100);
  const words =
    share >= 100 ? text('reading') : text('uploading', { file: sending.file, share: `${share}%` });
  return (
    <div className="file-drop-progress" role="status">
      <p>{words}</p>
      <div
        className="progress"
        role="progressbar"
        aria-label={words}
        aria-valuenow={share}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}

// Sends one file with its progress: what it is, whether it shows a person, and the file.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AttachmentKind } from '#domain/kernel/attachment.ts';
import { upload } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { FileChoice } from '#web/ui/file-choice.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { attachmentTexts } from './attachment-texts.ts';
import type { AttachmentHome } from './attachments.tsx';
import { smallerPicture } from './smaller-picture.ts';

interface Sending {
  readonly file: string;
  readonly share: number;
}

interface AddAttachmentProps {
  readonly home: AttachmentHome;
  readonly kinds: readonly AttachmentKind[];
}

const accepted = 'image/jpeg,image/png,image/webp,application/pdf,audio/*,.m4a,.mp3,.wav,.webm';

export function AddAttachment({ home, kinds }: AddAttachmentProps) {
  const text = useText(attachmentTexts);
  const client = useQueryClient();
  const [kind, setKind] = useState<AttachmentKind>(kinds[0] ?? 'further');
  const [showsPerson, setShowsPerson] = useState(true);
  const [sending, setSending] = useState<Sending>();
  const [error, setError] = useState<unknown>(null);
  const problem = useExplanation(error);
  const send = async (chosen: File) => {
    setError(null);
    setSending({ file: chosen.name, share: 0 });
    const file = await smallerPicture(chosen);
    const progress = (share: number) => setSending({ file: file.name, share });
    const { subject } = home;
    const said = showsPerson ? 'true' : 'false';
    const query = {
      kind,
      showsPerson: said,
      ...(subject === undefined ? {} : { subject }),
    } as const;
    try {
      if ('household' in home) {
        const params = { id: home.household };
        const address = 'POST /api/registry/households/:id/attachments';
        await upload(address, { params, query }, file, progress);
      } else {
        const params = { area: home.area };
        const address = 'POST /api/registry/areas/:area/attachments';
        await upload(address, { params, query }, file, progress);
      }
      await Promise.all(
        staleFiles.map((address) => client.invalidateQueries({ queryKey: [address] })),
      );
    } catch (problem) {
      setError(problem);
    }
    setSending(undefined);
  };
  if (sending !== undefined) return <Progress sending={sending} />;
  return (
    <div className="attachment-add no-print">
      {kinds.length < 2 ? null : (
        <Field label={text('what')}>
          <select
            className="input"
            value={kind}
            onChange={(event) => setKind(event.target.value as AttachmentKind)}
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {text(`kind_${each}`)}
              </option>
            ))}
          </select>
        </Field>
      )}
      <label className="attachment-person">
        <input
          type="checkbox"
          checked={showsPerson}
          onChange={(event) => setShowsPerson(event.target.checked)}
        />{' '}
        {text('showsPerson')}
      </label>
      <FileChoice
        label={text('add')}
        button={text('add')}
        accept={accepted}
        hint={text('addHint')}
        problem={problem}
        onChoose={(file) => void send(file)}
      />
    </div>
  );
}

/** What a file handed in or taken down makes stale. */
export const staleFiles = [
  'GET /api/registry/households/:id/attachments',
  'GET /api/registry/areas/:area/attachments',
  'GET /api/casework/cases/:id',
] as const;

function Progress({ sending: { file, share } }: { readonly sending: Sending }) {
  const text = useText(attachmentTexts);
  const percent = Math.round(share * 100);
  const words =
    percent >= 100 ? text('keeping', { file }) : text('sending', { file, share: `${percent}%` });
  return (
    <div role="status" className="attachment-add">
      <p>{words}</p>
      <div
        className="progress"
        role="progressbar"
        aria-label={words}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}

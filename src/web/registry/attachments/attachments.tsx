// Files of a household or an area, or of one thing of it: what is there, and adding to it. A picture is
// not shown before somebody asks for it, because asking is an act.
import { useState } from 'react';
import type { AttachmentView } from '#contract/registry-attachments.ts';
import { type AttachmentKind, attachmentKinds } from '#domain/kernel/attachment.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Chip } from '#web/ui/chip.tsx';
import { ErrorState, useExplanation } from '#web/ui/states.tsx';
import { AddAttachment, staleFiles } from './add-attachment.tsx';
import { AttachmentSheet } from './attachment-sheet.tsx';
import { attachmentTexts } from './attachment-texts.ts';
import { shownBytes } from './file-size.ts';
import './attachments.css';

/** Where files belong: `subject` names one thing of it, as `case:<id>`. */
export type AttachmentHome =
  | { readonly household: string; readonly subject?: string }
  | { readonly area: string; readonly subject?: string };

type AttachmentsProps = AttachmentHome & {
  /** The asker may add: roles with `registry.attach`. */
  readonly mayAdd: boolean;
  /** What is asked for, the first one chosen; everything when absent. */
  readonly kinds?: readonly AttachmentKind[];
};

export function Attachments({ mayAdd, kinds = attachmentKinds, ...home }: AttachmentsProps) {
  const text = useText(attachmentTexts);
  const query = home.subject === undefined ? {} : { subject: home.subject };
  const isHousehold = 'household' in home;
  const ofHousehold = useRead(
    'GET /api/registry/households/:id/attachments',
    { params: { id: isHousehold ? home.household : '' }, query },
    { enabled: isHousehold },
  );
  const ofArea = useRead(
    'GET /api/registry/areas/:area/attachments',
    { params: { area: isHousehold ? '' : home.area }, query },
    { enabled: !isHousehold },
  );
  const read = isHousehold ? ofHousehold : ofArea;
  if (read.error !== null) {
    return <ErrorState error={read.error} retry={() => void read.refetch()} />;
  }
  const items = read.data?.items ?? [];
  return (
    <div className="attachments">
      {read.data !== undefined && items.length === 0 ? (
        <p className="quiet">{text('none')}</p>
      ) : (
        <ul className="attachment-list">
          {items.map((one) => (
            <AttachmentLine key={one.id} one={one} />
          ))}
        </ul>
      )}
      {mayAdd ? <AddAttachment home={home} kinds={kinds} /> : null}
    </div>
  );
}

function AttachmentLine({ one }: { readonly one: AttachmentView }) {
  const text = useText(attachmentTexts);
  const [open, setOpen] = useState(false);
  const [sure, setSure] = useState(false);
  const takeDown = useWrite('DELETE /api/registry/attachments/:id', { stale: staleFiles });
  const problem = useExplanation(takeDown.error);
  return (
    <li>
      <div>
        <span className="attachment-kind">{text(`kind_${one.kind}`)}</span>{' '}
        <span className="attachment-name">{one.fileName}</span>{' '}
        {one.isEvidence ? <Chip meaning="done">{text('evidence')}</Chip> : null}
        <small className="quiet">
          {text('by', { by: one.by, on: one.at.slice(0, 10), size: shownBytes(one.bytes) })}
        </small>
        {problem === undefined ? null : (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className="attachment-acts no-print">
        <button
          type="button"
          className="button small"
          aria-label={`${text('open')} ${one.fileName}`}
          onClick={() => setOpen(true)}
        >
          {text('open')}
        </button>
        {one.mayTakeDown ? (
          <button
            type="button"
            className="button plain small"
            aria-label={`${text(sure ? 'taking' : 'takeDown')} ${one.fileName}`}
            disabled={takeDown.isPending}
            onClick={() => (sure ? takeDown.mutate({ params: { id: one.id } }) : setSure(true))}
          >
            {text(sure ? 'taking' : 'takeDown')}
          </button>
        ) : null}
      </div>
      {open ? <AttachmentSheet one={one} onClose={() => setOpen(false)} /> : null}
    </li>
  );
}

// One file, opened because somebody asked: the picture or the sound, and the download.
import type { AttachmentView } from '#contract/registry-attachments.ts';
import { urlOf } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { Sheet } from '#web/ui/sheet.tsx';
import { attachmentTexts } from './attachment-texts.ts';
import { shownBytes } from './file-size.ts';

interface AttachmentSheetProps {
  readonly one: AttachmentView;
  readonly onClose: () => void;
}

export function AttachmentSheet({ one, onClose }: AttachmentSheetProps) {
  const text = useText(attachmentTexts);
  const address = urlOf('GET /api/registry/attachments/:id/file', { params: { id: one.id } });
  const { type, fileName: name } = one;
  return (
    <Sheet
      title={text(`kind_${one.kind}`)}
      onClose={onClose}
      foot={
        <a className="button" href={address} download={name}>
          {text('download')}
        </a>
      }
    >
      <p>
        {name}{' '}
        <small className="quiet">
          {text('by', { by: one.by, on: one.at.slice(0, 10), size: shownBytes(one.bytes) })}
        </small>
      </p>
      {type === 'jpeg' || type === 'png' || type === 'webp' ? (
        <img className="attachment-picture" src={address} alt={text('picture', { name })} />
      ) : type === 'pdf' ? (
        <p>{text('noPreview')}</p>
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: recordings of people in their dialect come without words.
        <audio controls preload="none" src={address} aria-label={text('sound', { name })} />
      )}
      <p className="small quiet">{text('openWarn')}</p>
    </Sheet>
  );
}

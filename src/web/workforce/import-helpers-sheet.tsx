// Enters helpers from a spreadsheet: the empty one to fill in, the file, and what was taken or refused.
import { upload, urlOf } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { helperTexts } from './helper-texts.ts';
import { ImportSheet } from './import-sheet.tsx';
import { staleHelp } from './stale-help.ts';

export function ImportHelpersSheet({
  area,
  onClose,
}: {
  readonly area: string;
  readonly onClose: () => void;
}) {
  const text = useText(helperTexts);
  return (
    <ImportSheet
      title={text('importTitle')}
      help={text('importText')}
      sheet={urlOf('GET /api/workforce/helpers/file', {})}
      entered={(count) => text('importEntered', { count })}
      send={async (file) => {
        const { entered, refused } = await upload(
          'POST /api/workforce/helpers/file',
          { query: { area } },
          file,
        );
        return { entered, refused: refused.map(({ name, ...row }) => ({ ...row, named: name })) };
      }}
      stale={staleHelp}
      onClose={onClose}
    />
  );
}

// Takes in ties from a sheet, and tells which rows were not taken and why.
import { upload, urlOf } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { ImportSheet } from './import-sheet.tsx';
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
  const query = { area };
  return (
    <ImportSheet
      title={text('importTitle')}
      help={text('importText')}
      sheet={urlOf('GET /api/workforce/ties/file', { query })}
      entered={(count) => text('importEntered', { count })}
      send={async (file) => {
        const { entered, refused } = await upload('POST /api/workforce/ties/file', { query }, file);
        return {
          entered,
          refused: refused.map(({ householdNo, ...row }) => ({ ...row, named: householdNo })),
        };
      }}
      stale={staleTies}
      onClose={onClose}
    />
  );
}

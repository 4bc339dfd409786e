// Names who answers for a cell from today.
import { type FormEvent, useState } from 'react';
import type { CellView } from '#contract/workforce-grid.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { gridTexts } from './grid-texts.ts';
import { type NamedOfficer, OfficerFields } from './officer-fields.tsx';
import { staleGrid } from './stale-grid.ts';

export function OfficerSheet({
  cell,
  onClose,
}: {
  readonly cell: CellView;
  readonly onClose: () => void;
}) {
  const text = useText(gridTexts);
  const say = useSay();
  const [officer, setOfficer] = useState<NamedOfficer>({ account: '', name: '' });
  const name = useWrite('POST /api/workforce/cells/:id/officer', {
    stale: staleGrid,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(name.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const account = officer.account === '' ? null : officer.account;
    const body = { account, name: account === null ? officer.name : '—' };
    name.mutate({ params: { id: cell.id }, body });
  };
  return (
    <Sheet title={text('nameOfficer')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <OfficerFields area={cell.areaCode} value={officer} onChange={setOfficer} />
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={name.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

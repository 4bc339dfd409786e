// The mark of a village cadre's kin: such a household is always scored twice.
import { type FormEvent, useState } from 'react';
import type { HouseholdSources } from '#contract/supervision-sources.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Field } from '#web/ui/field.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { sourcesTexts } from './sources-texts.ts';

export function KinBlock({ sources }: { readonly sources: HouseholdSources }) {
  const text = useText(sourcesTexts);
  const [open, setOpen] = useState(false);
  const { kin, standing, household, mayEnter } = sources;
  const isKin = kin?.isKin === true;
  return (
    <Block
      title={text('kin')}
      aside={
        mayEnter ? (
          <button type="button" className="link no-print" onClick={() => setOpen(true)}>
            {text(isKin ? 'kinTake' : 'kinMark')}
          </button>
        ) : undefined
      }
    >
      <p className={isKin ? undefined : 'quiet'}>
        {kin === null || !isKin
          ? text('kinNot')
          : text('kinIs', {
              cadre: kin.cadre,
              relation: kin.relation,
              by: kin.by,
              scores: standing.secondScores,
            })}
      </p>
      {open ? (
        <KinSheet
          household={household.id}
          before={kin}
          isKin={!isKin}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Block>
  );
}

function KinSheet({
  household,
  before,
  isKin,
  onClose,
}: {
  readonly household: string;
  readonly before: HouseholdSources['kin'];
  readonly isKin: boolean;
  readonly onClose: () => void;
}) {
  const text = useText(sourcesTexts);
  const [cadre, setCadre] = useState(before?.cadre ?? '');
  const [relation, setRelation] = useState(before?.relation ?? '');
  const mark = useWrite('POST /api/supervision/households/:id/kin', {
    stale: ['GET /api/supervision/households/:id/sources'],
    onDone: onClose,
  });
  const problem = useExplanation(mark.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mark.mutate({
      params: { id: household },
      body: { isKin, cadre: cadre.trim(), relation: relation.trim() },
    });
  };
  return (
    <Sheet title={text(isKin ? 'kinMark' : 'kinTake')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <Field label={text('cadre')}>
          <input
            className="input"
            required
            maxLength={60}
            value={cadre}
            onChange={(event) => setCadre(event.target.value)}
          />
        </Field>
        <Field label={text('relation')} problem={problem}>
          <input
            className="input"
            required
            maxLength={60}
            value={relation}
            onChange={(event) => setRelation(event.target.value)}
          />
        </Field>
        <p className="sheet-act">
          <button type="submit" className="button primary" disabled={mark.isPending}>
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

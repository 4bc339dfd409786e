// Draws or redraws a cell: its name, its hamlets, and for a new one its officer.
import { type FormEvent, useState } from 'react';
import type { CellView, Grid } from '#contract/workforce-grid.ts';
import { useRead, useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { useSay } from '#web/ui/said.tsx';
import { Sheet } from '#web/ui/sheet.tsx';
import { useExplanation } from '#web/ui/states.tsx';
import { gridTexts } from './grid-texts.ts';
import { type NamedOfficer, OfficerFields } from './officer-fields.tsx';
import { staleGrid } from './stale-grid.ts';

type Places = Grid['holes'];

interface CellSheetProps {
  readonly area: string;
  /** Places that lie in no cell. */
  readonly free: Places;
  readonly onClose: () => void;
}

export function CellSheet({ area, free, onClose }: CellSheetProps) {
  const text = useText(gridTexts);
  const say = useSay();
  const [name, setName] = useState('');
  const [places, setPlaces] = useState<readonly string[]>([]);
  const [officer, setOfficer] = useState<NamedOfficer>({ account: '', name: '' });
  const draw = useWrite('POST /api/workforce/cells', {
    stale: staleGrid,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(draw.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { account, name: officerName } = officer;
    const isNamed = account !== '' || officerName !== '';
    draw.mutate({
      body: {
        area,
        name,
        places: [...places],
        ...(isNamed
          ? { officer: { account: account === '' ? null : account, name: officerName || '—' } }
          : {}),
      },
    });
  };
  return (
    <Sheet title={text('draw')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <NameField value={name} onChange={setName} />
        <PlaceChoice places={free} chosen={places} onChange={setPlaces} />
        <OfficerFields area={area} value={officer} isLater onChange={setOfficer} />
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button
            type="submit"
            className="button primary"
            disabled={draw.isPending || places.length === 0}
          >
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

export function RedrawSheet({
  cell,
  onClose,
}: {
  readonly cell: CellView;
  readonly onClose: () => void;
}) {
  const text = useText(gridTexts);
  const say = useSay();
  const grid = useRead('GET /api/workforce/grid', { query: { area: cell.areaCode } });
  const [name, setName] = useState(cell.name);
  const [places, setPlaces] = useState<readonly string[]>(cell.places.map(({ code }) => code));
  const redraw = useWrite('PATCH /api/workforce/cells/:id', {
    stale: staleGrid,
    onDone: () => {
      say(text('saidSaved'));
      onClose();
    },
  });
  const problem = useExplanation(redraw.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { version: cell.version, name, places: [...places] };
    redraw.mutate({ params: { id: cell.id }, body });
  };
  return (
    <Sheet title={text('redraw')} onClose={onClose} centred>
      <form onSubmit={submit}>
        <NameField value={name} onChange={setName} />
        <PlaceChoice
          places={[...cell.places, ...(grid.data?.holes ?? [])]}
          chosen={places}
          onChange={setPlaces}
        />
        <Problem>{problem}</Problem>
        <p className="sheet-act">
          <button
            type="submit"
            className="button primary"
            disabled={redraw.isPending || places.length === 0}
          >
            {text('save')}
          </button>
        </p>
      </form>
    </Sheet>
  );
}

function NameField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (name: string) => void;
}) {
  const text = useText(gridTexts);
  return (
    <Field label={text('cellName')}>
      <input
        className="input"
        required
        maxLength={60}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

function PlaceChoice({
  places,
  chosen,
  onChange,
}: {
  readonly places: Places;
  readonly chosen: readonly string[];
  readonly onChange: (places: readonly string[]) => void;
}) {
  const text = useText(gridTexts);
  return (
    <fieldset className="field grid-choice">
      <legend className="field-label">{text('cellPlaces')}</legend>
      {places.map(({ code, name, households }) => (
        <label key={code} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code),
              )
            }
          />
          {code.length === 12 ? text('villageItself') : name}{' '}
          <small className="quiet">{text('householdCount', { count: households })}</small>
        </label>
      ))}
      <span className="field-hint">{text('cellPlacesHint')}</span>
    </fieldset>
  );
}

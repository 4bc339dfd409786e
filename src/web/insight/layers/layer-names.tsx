// What every picture of the ground is told with: its name, its source, and what its positions are in.
import { useText } from '#web/text/catalogue.ts';
import { Field } from '#web/ui/field.tsx';
import { layersTexts } from './layers-texts.ts';

const systems = ['CGCS2000', 'WGS84', 'GCJ-02'] as const;

export interface Names {
  readonly title: string;
  readonly source: string;
  readonly coordinates: (typeof systems)[number];
}

export const noNames: Names = { title: '', source: '', coordinates: 'CGCS2000' };

interface LayerNamesProps {
  readonly names: Names;
  readonly onChange: (names: Names) => void;
}

export function LayerNames({ names, onChange }: LayerNamesProps) {
  const text = useText(layersTexts);
  return (
    <>
      <Field label={text('name')} hint={text('nameHint')}>
        <input
          className="input"
          required
          maxLength={60}
          value={names.title}
          onChange={({ target }) => onChange({ ...names, title: target.value })}
        />
      </Field>
      <Field label={text('source')} hint={text('sourceHint')}>
        <input
          className="input"
          required
          maxLength={200}
          value={names.source}
          onChange={({ target }) => onChange({ ...names, source: target.value })}
        />
      </Field>
      <Field label={text('coordinates')} hint={text('coordinatesHint')}>
        <select
          className="input"
          value={names.coordinates}
          onChange={({ target }) =>
            onChange({
              ...names,
              coordinates: systems.find((one) => one === target.value) ?? names.coordinates,
            })
          }
        >
          {systems.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </Field>
    </>
  );
}

// Which picture of the ground lies under the map, and how strongly it shows.
import { Link } from '@tanstack/react-router';
import { useText } from '#web/text/catalogue.ts';
import { layersTexts } from './layers-texts.ts';
import type { Layers } from './use-layers.ts';
import './layers.css';

interface LayerChoiceProps {
  readonly layers: Layers;
  readonly area: string;
  /** Without outlines there is nothing a picture could be laid under. */
  readonly canShow: boolean;
  readonly onChoose: (id: string | undefined) => void;
}

export function LayerChoice({ layers, area, canShow, onChoose }: LayerChoiceProps) {
  const text = useText(layersTexts);
  const { ready, shown, strength, setStrength, mayLoad } = layers;
  if (ready.length === 0 && !mayLoad) return null;
  const manage = (
    <Link to="/map/layers" search={{ area }} className="link small">
      {text('manage')}
    </Link>
  );
  return (
    <div className="layer-choice no-print">
      {ready.length === 0 ? null : (
        <label className="small">
          {text('choose')}{' '}
          <select
            className="input"
            disabled={!canShow}
            value={shown?.layer.id ?? ''}
            onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}
          >
            <option value="">{text('none')}</option>
            {ready.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {shown === undefined || !canShow ? null : (
        <label className="small layer-strength">
          {text('strength')}
          <input
            type="range"
            min={10}
            max={100}
            step={5}
            value={strength}
            aria-valuetext={`${strength}%`}
            onChange={({ target }) => setStrength(Number(target.value))}
          />
        </label>
      )}
      {ready.length > 0 && !canShow ? (
        <span className="small quiet">{text('needsOutlines')}</span>
      ) : null}
      {shown === undefined || !canShow ? null : (
        <span className="small quiet">{shown.layer.source}</span>
      )}
      {mayLoad ? manage : null}
    </div>
  );
}

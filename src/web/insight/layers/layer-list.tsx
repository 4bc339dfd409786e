// The pictures of the ground there are, those that are being cut with how far that is.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Layer } from '#contract/insight-layers.ts';
import { useWrite } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownDay, shownInstant } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip, type Meaning } from '#web/ui/chip.tsx';
import { JobProgress } from '#web/ui/job-progress.tsx';
import { Problem } from '#web/ui/problem.tsx';
import { EmptyState, useExplanation } from '#web/ui/states.tsx';
import { layersTexts } from './layers-texts.ts';

const meanings: Readonly<Record<Layer['state'], Meaning>> = {
  ready: 'done',
  making: 'due',
  failed: 'over',
  cancelled: 'neutral',
};

interface LayerListProps {
  readonly items: readonly Layer[];
  readonly mayLoad: boolean;
}

export function LayerList({ items, mayLoad }: LayerListProps) {
  const text = useText(layersTexts);
  return (
    <Block title={text('list')}>
      {items.length === 0 ? <EmptyState title={text('empty')} text={text('emptyText')} /> : null}
      <ul className="layer-items">
        {items.map((layer) => (
          <LayerItem key={layer.id} layer={layer} mayLoad={mayLoad} />
        ))}
      </ul>
    </Block>
  );
}

function LayerItem({ layer, mayLoad }: { readonly layer: Layer; readonly mayLoad: boolean }) {
  const text = useText(layersTexts);
  const client = useQueryClient();
  const { state, title, form, job } = layer;
  const stepText = (step: string) => {
    const key = `step_${step}`;
    return text.has(key) ? text(key) : step;
  };
  return (
    <li className="layer-item">
      <div className="layer-head">
        <b>{title}</b>
        <Chip meaning={meanings[state]}>{text(`state_${state}`)}</Chip>
        <span className="quiet small">
          {text(layer.kind)} · {text(`form_${form}`)}
        </span>
      </div>
      <p className="layer-facts quiet small">
        <span>{layer.source}</span>
        {layer.takenOn === null ? null : (
          <span>{text('taken', { day: shownDay(layer.takenOn, text.language) })}</span>
        )}
        <span>{text('zoomsOf', { least: layer.minZoom, most: layer.maxZoom })}</span>
        {form === 'server' || state !== 'ready' ? null : (
          <span>
            {text('tilesOf', {
              tiles: exactNumber(layer.tiles),
              megabytes: exactNumber(Math.max(0.1, layer.bytes / 1_048_576), 1),
            })}
          </span>
        )}
        {layer.isShifted ? <span>{text('shifted')}</span> : null}
        {layer.isCoarser ? <span>{text('coarser', { zoom: layer.maxZoom })}</span> : null}
        {layer.address === null ? null : <span>{layer.address}</span>}
        <span>{text('by', { name: layer.by, when: shownInstant(layer.at, text.language) })}</span>
      </p>
      {job === null || state === 'ready' || state === 'cancelled' ? null : (
        <JobProgress
          id={job}
          stepText={stepText}
          onOver={() => void client.invalidateQueries({ queryKey: ['GET /api/insight/layers'] })}
        />
      )}
      {mayLoad && state !== 'making' ? <Remove layer={layer} /> : null}
    </li>
  );
}

function Remove({ layer }: { readonly layer: Layer }) {
  const text = useText(layersTexts);
  const [asked, setAsked] = useState(false);
  const write = useWrite('DELETE /api/insight/layers/:id', { stale: ['GET /api/insight/layers'] });
  const problem = useExplanation(write.error);
  const { title } = layer;
  if (!asked) {
    return (
      <p>
        <button
          type="button"
          className="link small"
          aria-label={text('removeName', { title })}
          onClick={() => setAsked(true)}
        >
          {text('remove')}
        </button>
      </p>
    );
  }
  return (
    <div>
      <p>{text('sure', { title })}</p>
      <p>
        <button
          type="button"
          className="button"
          disabled={write.isPending}
          onClick={() => write.mutate({ params: { id: layer.id } })}
        >
          {text('remove')}
        </button>{' '}
        <button type="button" className="link" onClick={() => setAsked(false)}>
          {text('keep')}
        </button>
      </p>
      <Problem>{problem}</Problem>
    </div>
  );
}

// Photographs of what is chosen, in a strip under the map: a press on one chooses its place everywhere, and shows it
// larger with what it is of and how its place is known.
import { Link } from '@tanstack/react-router';
import type { LinkedView } from '#contract/insight-map.ts';
import { urlOf } from '#web/client/call.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { photographTexts } from './photograph-texts.ts';
import type { Photographs, ShownPhotograph } from './use-photographs.ts';

interface StripProps {
  readonly photographs: Photographs;
  readonly area: LinkedView['area'];
  readonly onPhoto: (photo: string | undefined, place: string) => void;
  readonly onClear: () => void;
}

export function PhotographStrip(props: StripProps) {
  const text = useText(photographTexts);
  const { photographs } = props;
  const { state, shown, all } = photographs;
  if (state === 'closed') return null;
  const count =
    shown.length === all
      ? text('counted', { count: all })
      : text('countedOf', { count: shown.length, all });
  return (
    <Block
      title={text('title')}
      aside={state === 'read' && all > 0 ? count : ''}
      className="photographs"
    >
      <Strip {...props} />
    </Block>
  );
}

function Strip({ photographs, area, onPhoto, onClear }: StripProps) {
  const text = useText(photographTexts);
  const { state, shown, chosen, all, capped, error, again } = photographs;
  if (state === 'wide') return <p className="small quiet">{text('wide')}</p>;
  if (state === 'failed' && error !== null) return <ErrorState error={error} retry={again} />;
  if (state !== 'read') return <div className="photo-strip waiting" aria-busy="true" />;
  if (all === 0) {
    const action = (
      <Link to="/projects" search={{ area: area.code }} className="button">
        {text('emptyAction')}
      </Link>
    );
    return <EmptyState title={text('empty')} text={text('emptyText')} action={action} />;
  }
  return (
    <>
      {shown.length === 0 ? (
        <p className="small">
          {text('noneChosen')}{' '}
          <button type="button" className="link" onClick={onClear}>
            {text('clear')}
          </button>
        </p>
      ) : (
        <ul className="photo-strip">
          {shown.map((one) => (
            <li key={one.id}>
              <Small
                one={one}
                isChosen={one === chosen}
                onPress={() => onPhoto(one === chosen ? undefined : one.id, one.place.code)}
              />
            </li>
          ))}
        </ul>
      )}
      {chosen === undefined ? null : (
        <Large one={chosen} onClose={() => onPhoto(undefined, chosen.place.code)} />
      )}
      {capped ? <p className="small quiet">{text('capped', { count: all })}</p> : null}
      <p className="small quiet no-print">{text('note')}</p>
    </>
  );
}

function pictureOf(id: string, size: 'small' | 'large'): string {
  return urlOf('GET /api/insight/map/photographs/:id/picture', {
    params: { id },
    query: { size },
  });
}

interface SmallProps {
  readonly one: ShownPhotograph;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

function Small({ one, isChosen, onPress }: SmallProps) {
  const text = useText(photographTexts);
  const day = shownDay(one.on, text.language);
  return (
    <button
      type="button"
      className={isChosen ? 'photo chosen' : 'photo'}
      aria-pressed={isChosen}
      aria-label={text('choose', { title: one.title, place: one.place.name, day })}
      onClick={onPress}
    >
      <img src={pictureOf(one.id, 'small')} alt="" loading="lazy" width={160} height={106} />
      <span className="photo-title">{one.title}</span>
      <span className="small quiet">
        {one.place.name} {day}
      </span>
    </button>
  );
}

function Large({ one, onClose }: { readonly one: ShownPhotograph; readonly onClose: () => void }) {
  const text = useText(photographTexts);
  const day = shownDay(one.on, text.language);
  return (
    <figure className="photo-large">
      <img src={pictureOf(one.id, 'large')} alt={one.title} />
      <figcaption>
        <b>{one.title}</b>
        <span>
          {[text(`subject_${one.subject}`), one.of, one.place.name]
            .filter((part) => part !== null && part !== one.title)
            .join(' · ')}
        </span>
        <span className="small quiet">{text('by', { by: one.by, day })}</span>
        <span className="small quiet">
          {one.at === null ? text('whereArea', { place: one.place.name }) : text('whereBooks')}
        </span>
        <span className="photo-acts no-print">
          {one.project === null ? null : (
            <Link to="/projects/$id" params={{ id: one.project }} className="button">
              {text('openProject')}
            </Link>
          )}
          <button type="button" className="link" onClick={onClose}>
            {text('close')}
          </button>
        </span>
      </figcaption>
    </figure>
  );
}

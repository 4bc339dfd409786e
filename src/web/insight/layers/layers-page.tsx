// Pictures of the ground of a county: what there is, and loading more.
import { Link, useSearch } from '@tanstack/react-router';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { text as addressText } from '#web/shell/address-query.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { PracticeGround } from '../ground/practice-ground.tsx';
import { LayerList } from './layer-list.tsx';
import { LayerLoad } from './layer-load.tsx';
import { LayerServer } from './layer-server.tsx';
import { layersTexts } from './layers-texts.ts';
import './layers.css';

export function LayersPage() {
  const text = useText(layersTexts);
  const me = useMe();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const area = (addressText(search.area) ?? me.area.code).slice(0, 6);
  const code = area.startsWith(me.area.code) ? area : me.area.code;
  const named = useRead(
    'GET /api/registry/areas/:area',
    { params: { area: code }, query: {} },
    { enabled: code !== '' },
  );
  const read = useRead('GET /api/insight/layers', { query: { area: code } });
  const { data } = read;
  if (data === undefined && read.error === null) return <PageSkeleton />;
  return (
    <div className="page layers-page">
      <PageHead
        title={text('title', { area: named.data?.shortName ?? me.area.name })}
        note={
          <Link to="/map" search={{ area: code }} className="link small">
            {text('back')}
          </Link>
        }
      />
      <p className="page-help">
        {text('lead')}
        {text.marks.gap}
        {text('who')}
      </p>
      {data === undefined ? (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      ) : (
        <>
          {data.hasOutlines || code.length < 6 ? null : (
            <p className="notice">{text('needsOutlines')}</p>
          )}
          {code.length < 6 ? <p className="notice">{text('needsCounty')}</p> : null}
          <PracticeGround area={code} />
          <LayerList items={data.items} mayLoad={data.mayLoad} />
          {data.mayLoad ? (
            <div className="layers-forms">
              <LayerLoad area={code} />
              <LayerServer area={code} />
            </div>
          ) : null}
        </>
      )}
    </div>
  );
}

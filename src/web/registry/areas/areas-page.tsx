// What a county keeps of its areas: how they changed, its own outlines, its hamlets.
import { useSearch } from '@tanstack/react-router';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { PracticeGround } from '#web/insight/ground/practice-ground.tsx';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { AreaOutlines } from './area-outlines.tsx';
import { AreaRevisions } from './area-revisions.tsx';
import { areasTexts } from './areas-texts.ts';
import { HamletForm } from './hamlet-form.tsx';
import './areas.css';

export function AreasPage() {
  const text = useText(areasTexts);
  const me = useMe();
  const { area } = useSearch({ from: '/frame/areas' });
  const code = area ?? me.area.code;
  const named = useRead(
    'GET /api/registry/areas/:area',
    { params: { area: code }, query: {} },
    { enabled: code !== '' },
  );
  const name = named.data?.shortName ?? me.area.name;
  // Changes and outlines are kept by county, hamlets by village.
  const county = code.slice(0, 6);
  return (
    <div className="page">
      <PageHead title={text('title', { area: name })} note={text('lead')} />
      <div className="areas-grid">
        {county.length === 6 ? <AreaRevisions key={county} area={county} /> : null}
        <div className="areas-side">
          {code.length >= 6 && code.length <= 9 ? <AreaOutlines key={code} area={code} /> : null}
          <PracticeGround area={code} />
          <HamletForm key={`hamlets ${code}`} area={code} name={name} />
        </div>
      </div>
    </div>
  );
}

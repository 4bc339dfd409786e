// Village supervisors: what they reported, for the county alone, and who is appointed where until when.
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Slip } from '#contract/publicity-reports.ts';
import { useMe } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { ChoosePlace } from '#web/shell/choose-place.tsx';
import { useText } from '#web/text/catalogue.ts';
import { Finding, PageHead } from '#web/ui/page-head.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { AppointSupervisorSheet } from './appoint-supervisor-sheet.tsx';
import { ReportBlock } from './report-block.tsx';
import { reportTexts } from './report-texts.ts';
import { SlipPaper } from './slip-paper.tsx';
import { SupervisorBlock } from './supervisor-block.tsx';
import './publicity.css';
import './reports.css';

export function SupervisorsPage() {
  const text = useText(reportTexts);
  const me = useMe();
  const { area = me.area.code } = useSearch({ from: '/frame/supervisors' });
  const isCounty = area.length >= 6;
  const hears = isCounty && me.permissions.includes('publicity.hear');
  const [appointing, setAppointing] = useState(false);
  const [slip, setSlip] = useState<Slip>();
  const read = useRead(
    'GET /api/workforce/supervisors',
    { query: { area } },
    { enabled: isCounty, keep: true },
  );
  const heard = useRead(
    'GET /api/publicity/reports',
    { query: { area, show: 'open', limit: 1 } },
    { enabled: hears, keep: true },
  );
  if (slip !== undefined) return <SlipPaper slip={slip} onBack={() => setSlip(undefined)} />;
  const { data } = read;
  return (
    <div className="page reports">
      <PageHead
        title={text('title')}
        note={text('lead')}
        actions={
          data?.mayManage === true ? (
            <button type="button" className="button primary" onClick={() => setAppointing(true)}>
              {text('appoint')}
            </button>
          ) : undefined
        }
      />
      {isCounty ? null : (
        <ChoosePlace title={text('chooseCounty')} text={text('chooseCountyText')} />
      )}
      {read.error === null ? null : (
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      )}
      {isCounty && read.isPending ? <Skeleton lines={8} /> : null}
      {data === undefined ? null : (
        <Finding>
          {heard.data === undefined
            ? text('findingNone', { all: data.villages, held: data.villagesWith })
            : text('finding', {
                all: data.villages,
                held: data.villagesWith,
                open: heard.data.open,
                late: heard.data.late,
              })}
        </Finding>
      )}
      {hears ? <ReportBlock area={area} /> : null}
      {data === undefined ? null : (
        <SupervisorBlock area={area} supervisors={data} hears={hears} onSlip={setSlip} />
      )}
      {appointing ? <AppointSupervisorSheet onClose={() => setAppointing(false)} /> : null}
    </div>
  );
}

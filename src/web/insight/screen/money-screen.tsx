// What the money does, on the wall: from its source through its use to who got it, drawn once for all sizes.
import { useEffect } from 'react';
import type { ScreenView } from '#contract/insight-screen.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { FlowPicture } from '#web/funds/flow-picture.tsx';
import { useText } from '#web/text/catalogue.ts';
import { shownYuan } from '#web/text/number.ts';
import { screenTexts } from './texts.ts';

/** Drawn this wide and scaled to the wall, so that its smallest text stays above what is read from afar. */
const drawn = { width: 1160, tall: 230 } as const;

export function MoneyScreen({ view }: { readonly view: ScreenView }) {
  const text = useText(screenTexts);
  const reads = useMay()('funds.read');
  const { data, refetch } = useRead(
    'GET /api/funds/flow',
    { query: { area: view.area.code, brief: 'yes' } },
    { enabled: reads, keep: true },
  );
  const { asOf } = view;
  useEffect(() => {
    if (asOf !== '' && reads) void refetch();
  }, [asOf, reads, refetch]);
  const gap = view.gaps.find(({ datum }) => datum === 'fundFlow');
  const [first] = data?.nodes ?? [];
  const reached = (what: string) =>
    data?.nodes.find(({ column, key }) => column === 'reached' && key === what)?.amount ?? 0;
  if (data === undefined || first === undefined) {
    return (
      <>
        <h1>{text('say3')}</h1>
        <p className="screen-text">{text('say3Text')}</p>
        {gap === undefined ? null : (
          <p className="screen-text screen-quiet">
            {text.pick(gap.title)}
            {text.marks.colon}
            {text.pick(gap.why)}
          </p>
        )}
      </>
    );
  }
  const yuan = (fen: number) => shownYuan(fen, text.language);
  return (
    <>
      <h1>
        {/* What is lent is drawn too, but is not paid: without it the columns would add up to more. */}
        {text(reached('lent') === 0 ? 'say3Flow' : 'say3Lent', {
          year: data.progress.year,
          paid: yuan(data.paid),
          households: yuan(reached('households')),
          lent: yuan(reached('lent')),
        })}
      </h1>
      <div className="screen-flow">
        <FlowPicture flow={data} {...drawn} opens={false} />
      </div>
    </>
  );
}

// The slip as it is printed, once: nothing but paper knows its code afterwards.
import type { Slip } from '#contract/publicity-reports.ts';
import { useText } from '#web/text/catalogue.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { QrCode } from '#web/ui/qr-code.tsx';
import { reportTexts } from './report-texts.ts';
import './reports.css';

export function SlipPaper({ slip, onBack }: { readonly slip: Slip; readonly onBack: () => void }) {
  const text = useText(reportTexts);
  const { code, name, village, until, county, phone } = slip;
  const address = `${window.location.origin}/report/${code}`;
  return (
    <div className="page slip-page">
      <style>{'@page { size: A5 landscape; margin: 10mm; }'}</style>
      <div className="no-print">
        <PageHead
          title={text('slipReady')}
          actions={
            <>
              <button type="button" className="button" onClick={onBack}>
                {text('back')}
              </button>
              <PrintButton isMain />
            </>
          }
        />
        <p className="slip-warning">{text('slipReadyText')}</p>
      </div>
      <article className="slip">
        <h2>{text('paperTitle')}</h2>
        <div className="slip-body">
          <div>
            <p>{text('paperTo', { name })}</p>
            <p>{text('paperText', { village, until })}</p>
            {phone === '' ? null : <p>{text('paperPhone', { phone })}</p>}
            <p>
              <strong>{text('paperKeep')}</strong>
            </p>
          </div>
          <figure>
            <QrCode text={address} label={text('paperScan')} size={150} />
            <figcaption>{text('paperScan')}</figcaption>
          </figure>
        </div>
        <p className="slip-code">
          {text('paperCode', { code: `${code.slice(0, 5)} ${code.slice(5)}` })}
        </p>
        <p className="slip-foot">
          <span>{text('paperAddress', { address: `${window.location.origin}/report` })}</span>
          <span>{county}</span>
        </p>
      </article>
    </div>
  );
}

// A circular as it is printed and read out: who was late, with what, by how many days.
import { Link, useParams } from '@tanstack/react-router';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownDay } from '#web/text/number.ts';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import { PageSkeleton } from '#web/ui/skeleton.tsx';
import { ErrorState } from '#web/ui/states.tsx';
import { orderTexts } from './order-texts.ts';
import './circular.css';

export function CircularPage() {
  const text = useText(orderTexts);
  const { id } = useParams({ from: '/frame/orders/circulars/$id' });
  const read = useRead('GET /api/monitoring/circulars/:id', { params: { id } });
  const { data } = read;
  if (data === undefined) {
    return read.error === null ? (
      <PageSkeleton />
    ) : (
      <div className="page">
        <ErrorState error={read.error} retry={() => void read.refetch()} />
      </div>
    );
  }
  const on = shownDay(data.on, text.language);
  return (
    <div className="page">
      <style>{'@page { size: A4 portrait; margin: 20mm 18mm; }'}</style>
      <p className="no-print circular-tools">
        <Link to="/orders" className="back-link">
          ‹ {text('back')}
        </Link>
        <PrintButton isMain />
      </p>
      <article className="circular">
        <p className="circular-number">{text('numbered', { number: data.number })}</p>
        <h1>{data.title}</h1>
        <p>{text('circularIntro', { on })}</p>
        <table>
          <thead>
            <tr>
              <ColumnHeads heads={['unit', 'order', 'due', 'why']} figures={[]} nameOf={text} />
            </tr>
          </thead>
          <tbody>
            {data.lines.map((line) => (
              <tr key={`${line.order} ${line.name}`}>
                <td>{line.name}</td>
                <td>
                  {line.order} {line.title}
                </td>
                <td className="day">{line.dueOn}</td>
                <td>
                  {text(`delay_${line.delay}`, { days: line.days })}
                  {line.urged === 0 ? '' : ` (${text('urgedTimes', { count: line.urged })})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {data.words === '' ? null : <p>{data.words}</p>}
        <footer>
          <p>{data.place}</p>
          <p>{data.office}</p>
          <p>{on}</p>
        </footer>
      </article>
    </div>
  );
}

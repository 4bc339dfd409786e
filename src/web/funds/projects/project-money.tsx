// The money of a project: its budget lines with what was set aside and paid, its milestones, and the two acts
// that move money for it.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Project } from '#contract/funds-projects.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownYuan } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { ColumnMoney } from '#web/ui/figure.tsx';
import { StackedTable } from '#web/ui/stacked-table.tsx';
import { AllocateSheet, PaySheet } from './money-sheets.tsx';
import { projectTexts } from './project-texts.ts';

const paidFor: readonly Project['step'][] = [
  'approved',
  'tendered',
  'building',
  'accepted',
  'settled',
];

export function ProjectMoney({ project }: { readonly project: Project }) {
  const text = useText(projectTexts);
  const [sheet, setSheet] = useState<'allocate' | 'pay' | undefined>();
  const isOpen = project.mayPay && paidFor.includes(project.step);
  const close = () => setSheet(undefined);
  const closed = project.milestones.every((one) => one.closed !== null)
    ? project.milestones[0]?.closed
    : null;
  return (
    <Block title={text('money')} aside={text('moneyAside')}>
      <div className="project-tables">
        <StackedTable
          label={text('lines')}
          heads={['source', 'use', 'planned', 'allocated', 'paid', 'held']}
          figures={['planned', 'allocated', 'paid', 'held']}
          nameOf={(head) => text(head)}
        >
          <tbody>
            {project.lines.map((one) => (
              <tr key={`${one.source} ${one.purpose}`}>
                <td>{text.pick(one.sourceTitle)}</td>
                <td>{text.pick(one.purposeTitle)}</td>
                <td className="number">
                  <ColumnMoney fen={one.amount} />
                </td>
                <td className="number">
                  <ColumnMoney fen={one.allocated} />
                </td>
                <td className="number">
                  <ColumnMoney fen={one.paid} />
                </td>
                <td className="number">
                  <ColumnMoney fen={one.held} />
                </td>
              </tr>
            ))}
          </tbody>
        </StackedTable>
        <StackedTable
          label={text('milestones')}
          heads={['milestone', 'due', 'checked', 'share', 'paid']}
          figures={['share', 'paid']}
          nameOf={(head) => text(head)}
        >
          <tbody>
            {project.milestones.map((one) => (
              <tr key={one.id}>
                <td>{one.title}</td>
                <td className="day">{one.dueOn ?? '—'}</td>
                <td className="small">
                  {one.reachedOn === null
                    ? text(project.mode === 'ordinary' ? 'notReached' : 'afterAcceptance')
                    : text('reached', { on: one.reachedOn })}
                </td>
                <td className="number">
                  <ColumnMoney fen={one.share} />
                </td>
                <td className="number">
                  <ColumnMoney fen={one.paid} />
                  {one.waiting === 0 ? null : (
                    <span className="small quiet">
                      {' '}
                      {text('waitingPay', { amount: shownYuan(one.waiting, text.language) })}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </StackedTable>
      </div>
      <div className="funds-acts no-print">
        {isOpen ? (
          <>
            <button type="button" className="button" onClick={() => setSheet('allocate')}>
              {text('allocate')}
            </button>
            <button
              type="button"
              className="button"
              disabled={closed !== null && closed !== undefined}
              onClick={() => setSheet('pay')}
            >
              {text('pay')}
            </button>
          </>
        ) : null}
        {project.allocated === 0 ? null : (
          <Link to="/money/lines" search={{ project: project.id }} className="button plain">
            {text('openLines')}
          </Link>
        )}
      </div>
      {isOpen && closed !== null && closed !== undefined ? (
        <p className="small quiet">{text.pick(closed)}</p>
      ) : null}
      {sheet === 'allocate' ? <AllocateSheet project={project} onClose={close} /> : null}
      {sheet === 'pay' ? <PaySheet project={project} onClose={close} /> : null}
    </Block>
  );
}

// On a household's page: who helps it, when the next visit is due, what visits found.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HouseholdHelp as Help } from '#contract/workforce-visits.ts';
import { useMay } from '#web/access/me.ts';
import { useRead } from '#web/client/read.ts';
import { useText } from '#web/text/catalogue.ts';
import { Block } from '#web/ui/block.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { later } from '#web/ui/later.tsx';
import { WholeDays } from '#web/ui/whole-days.tsx';
import { helpTexts } from './household-help-texts.ts';
import { whySentence } from './why-sentence.ts';
import { whyTexts } from './why-sentence-texts.ts';
import './workforce.css';

const HouseholdTies = later(() => import('./household-ties.tsx'), 'HouseholdTies');
const OfferList = later(() => import('./offer-list.tsx'), 'OfferList');
const PairSheet = later(() => import('./pair-sheet.tsx'), 'PairSheet');

interface HouseholdHelpProps {
  readonly household: string;
  readonly headName: string | null;
  /** Beside the form of a visit, which needs no way to itself. */
  readonly isLogging?: boolean;
}

export function HouseholdHelp({ household, headName, isLogging = false }: HouseholdHelpProps) {
  const may = useMay();
  const read = useRead(
    'GET /api/workforce/households/:id',
    { params: { id: household } },
    { enabled: may('workforce.own') },
  );
  if (read.data === undefined) return null;
  return <HelpOf help={read.data} {...{ household, headName, isLogging }} />;
}

function HelpOf({
  help,
  household,
  headName,
  isLogging,
}: Required<HouseholdHelpProps> & { readonly help: Help }) {
  const text = useText(helpTexts);
  const words = useText(whyTexts);
  const [sheet, setSheet] = useState<'pair' | 'offer'>();
  const may = useMay();
  const { helper, cover, needed } = help;
  return (
    <Block
      title={text('block')}
      aside={
        help.mayVisit && needed && !isLogging ? (
          <Link to="/visits/$household" params={{ household }} className="link no-print">
            {text('log')}
          </Link>
        ) : undefined
      }
    >
      {!needed && helper === null ? <p className="quiet">{text('notNeeded')}</p> : null}
      {needed && helper === null ? <Chip meaning="over">{text('coverNone')}</Chip> : null}
      {cover === 'away' ? <Chip meaning="over">{text('coverAway')}</Chip> : null}
      {helper === null ? null : (
        <>
          <p>
            {may('workforce.read') ? (
              <Link to="/helpers/$id" params={{ id: helper.id }} className="row-link">
                {helper.name}
              </Link>
            ) : (
              <strong>{helper.name}</strong>
            )}{' '}
            <WholeDays>
              {[words.pick(helper.rankTitle), helper.unit, text('since', { from: helper.from })]
                .filter((part) => part !== null && part !== '')
                .join(text.marks.comma)}
            </WholeDays>
            {helper.standIn === null
              ? ''
              : `${text.marks.comma}${text('standIn', { name: helper.standIn })}`}
          </p>
          <p className="quiet">
            <WholeDays>
              {[
                helper.lastVisitOn === null ? '' : text('lastVisit', { on: helper.lastVisitOn }),
                helper.dueOn === null ? '' : text('nextVisit', { on: helper.dueOn }),
              ]
                .filter((one) => one !== '')
                .join(text.marks.comma)}
            </WholeDays>{' '}
            {helper.lateDays > 0 ? (
              <Chip meaning="over">{text('late', { count: helper.lateDays })}</Chip>
            ) : null}
          </p>
          {helper.why === null ? null : (
            <p className="small quiet">{whySentence(text.language, helper.why)}</p>
          )}
        </>
      )}
      {help.ties.length === 0 ? null : <HouseholdTies ties={help.ties} />}
      {help.offer === null ? null : <OfferList offers={[help.offer]} />}
      {help.mayManage && needed && help.offer === null && !isLogging ? (
        <p className="no-print">
          <button
            type="button"
            className="button"
            onClick={() => setSheet(helper === null ? 'pair' : 'offer')}
          >
            {words(helper === null ? 'pair' : 'handOver')}
          </button>
        </p>
      ) : null}
      <ul className="workforce-visits">
        {help.visits.slice(0, 5).map((one) => (
          <li key={one.id}>
            <WholeDays>{text('visitLine', { on: one.on, by: one.by })}</WholeDays>
            {text.marks.comma}
            {text(`met_${one.way}`)} {one.note}
            {one.findings.map((finding) => (
              <span key={finding.id} className="workforce-line">
                <Chip meaning={finding.open ? 'due' : 'done'}>
                  {text.has(`kind_${finding.kind}`)
                    ? text(`kind_${finding.kind}` as 'kind_need')
                    : ''}
                </Chip>{' '}
                {finding.words}
              </span>
            ))}
          </li>
        ))}
        {help.before.map((one) => (
          <li key={`${one.name}${one.from}`} className="quiet">
            <WholeDays>{text('before', { name: one.name, from: one.from, to: one.to })}</WholeDays>{' '}
            {one.reason}
          </li>
        ))}
      </ul>
      {sheet === undefined ? null : (
        <PairSheet
          household={household}
          headName={headName}
          act={sheet}
          onClose={() => setSheet(undefined)}
        />
      )}
    </Block>
  );
}

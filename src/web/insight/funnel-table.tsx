// The way from the register to the announced exit. All bars on one scale; dark came this far, light
// stays at the step before; beside it one dot per part on an axis from 0 to 100 %.
import type { Overview } from '#contract/insight.ts';
import { shortNameOf } from '#domain/registry/area.ts';
import { useText } from '#web/text/catalogue.ts';
import { shownNumber, shownShare } from '#web/text/number.ts';
import { Block } from '#web/ui/block.tsx';
import { ListLink } from './list-link.tsx';
import {
  listStages,
  type Part,
  passageOf,
  type RegisterStep,
  registerSteps,
} from './read-funnel.ts';
import { ShareAxis, ShareDots } from './share-dots.tsx';
import { overviewTexts } from './texts.ts';
import { useLevelName } from './use-level-name.ts';

interface FunnelTableProps {
  readonly overview: Overview;
  readonly step: RegisterStep;
  readonly chosen: Part | undefined;
  readonly onStep: (step: RegisterStep) => void;
}

export function FunnelTable({ overview, step, chosen, onStep }: FunnelTableProps) {
  const text = useText(overviewTexts);
  const level = useLevelName(overview.partLevel);
  const survey = passageOf(overview.funnel, 'LISTED');
  const dots = overview.parts.length > 1;
  return (
    <Block
      className="overview-funnel"
      title={text('funnelTitle')}
      aside={
        chosen === undefined ? (
          text.rich(
            'funnelSurvey',
            { count: <ListLink area={overview.area.code} filter={{}} count={survey.of} /> },
            { share: shownShare(survey.reached, survey.of) },
          )
        ) : (
          <span>
            <span className="dot-key chosen" /> {shortNameOf(chosen.name)}{' '}
            <span className="tick-key" /> {text('whole')}
          </span>
        )
      }
    >
      <table className="rows funnel">
        <thead>
          <tr>
            <th scope="col" className="funnel-step">
              {text('step')}
            </th>
            <th scope="col" className="number funnel-number">
              {text('households')}
            </th>
            <th scope="col" className="funnel-bar-cell">
              <span className="visually-hidden">{text('funnelNote')}</span>
            </th>
            <th scope="col" className="number funnel-share">
              {text('ofBefore')}
            </th>
            {dots ? (
              <th scope="col" className="funnel-dots">
                {text('places', { level })}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {registerSteps.map((one) => (
            <FunnelRow
              key={one}
              overview={overview}
              step={one}
              active={one === step}
              chosen={chosen}
              dots={dots}
              onStep={onStep}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2} />
            <td colSpan={2} className="small quiet">
              {text('funnelNote')}
            </td>
            {dots ? (
              <td className="funnel-dots">
                <ShareAxis />
              </td>
            ) : null}
          </tr>
        </tfoot>
      </table>
    </Block>
  );
}

interface FunnelRowProps extends FunnelTableProps {
  readonly active: boolean;
  readonly dots: boolean;
}

function FunnelRow({ overview, step, active, chosen, dots, onStep }: FunnelRowProps) {
  const text = useText(overviewTexts);
  const passage = passageOf(overview.funnel, step);
  const full = passageOf(overview.funnel, 'LISTED').reached;
  const first = step === 'LISTED';
  const width = (count: number) => `${(count / Math.max(1, full)) * 100}%`;
  const { code } = overview.area;
  return (
    <tr className={active ? 'active' : undefined} onClick={() => onStep(step)}>
      <th scope="row">
        <button type="button" className="step-button" aria-pressed={active}>
          {text(step)}
        </button>
        <small>{text('persons', { count: passage.persons })}</small>
      </th>
      <td className="number funnel-count">
        <ListLink
          area={code}
          filter={{ stage: listStages(step, 'reached') }}
          count={passage.reached}
        />
      </td>
      <td className="funnel-bar-cell">
        <span className="funnel-bar">
          <span
            className={`bar ${active ? 'active' : 'ink'}`}
            style={{ width: width(passage.reached) }}
          />
          {first ? null : (
            <>
              <span
                className={`bar stays ${active ? 'active' : ''}`}
                style={{ width: width(passage.waiting) }}
              />
              <ListLink
                area={code}
                filter={{ stage: listStages(step, 'waiting') }}
                count={passage.waiting}
                className="count-link funnel-waiting"
              >
                {text(`wait${step}`)} {shownNumber(passage.waiting, text.language)}
              </ListLink>
            </>
          )}
        </span>
      </td>
      <td className="number">{shownShare(passage.reached, passage.of)}</td>
      {dots ? (
        <td className="funnel-dots">
          <ShareDots overview={overview} step={step} chosen={chosen} />
        </td>
      ) : null}
    </tr>
  );
}

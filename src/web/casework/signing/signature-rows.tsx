// Signatures, the latest first: a table at a desk and cards on a phone.
import { Link } from '@tanstack/react-router';
import type { listSignatures } from '#contract/casework-rosters.ts';
import type { OutputOf } from '#contract/route.ts';
import { useText } from '#web/text/catalogue.ts';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Dotted } from '#web/ui/dotted.tsx';
import { rosterTexts } from './roster-texts.ts';

type Signature = OutputOf<typeof listSignatures>['items'][number];

const heads = ['day', 'signedBy', 'capacity', 'household', 'village', 'process', 'step'] as const;

interface SignaturesProps {
  readonly rows: readonly Signature[];
}

export function SignatureTable({ rows }: SignaturesProps) {
  const text = useText(rosterTexts);
  return (
    <table className="rows">
      <thead>
        <tr>
          <ColumnHeads heads={heads} figures={[]} nameOf={(head) => text(head)} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <td className="day">{row.on}</td>
            <td>{row.by}</td>
            <td>
              <Capacity row={row} />
            </td>
            <td>
              <CaseLink row={row} />
            </td>
            <td>{row.village}</td>
            <td>{text.pick(row.process)}</td>
            <td>{text.pick(row.step)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function SignatureCards({ rows }: SignaturesProps) {
  const text = useText(rosterTexts);
  return (
    <ul className="roster-list">
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <span>
            <strong>{row.by}</strong>{' '}
            <small className="quiet">
              <Dotted>
                <Capacity row={row} />
                {row.on}
              </Dotted>
            </small>
          </span>
          <span>
            <CaseLink row={row} />{' '}
            <small className="quiet">
              <Dotted>
                {row.village}
                {text.pick(row.process)}
                {text.pick(row.step)}
              </Dotted>
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Capacity({ row }: { readonly row: Signature }) {
  const text = useText(rosterTexts);
  return [row.capacity, ...row.also].map((one) => text.pick(one)).join(text.marks.list);
}

function CaseLink({ row }: { readonly row: Signature }) {
  return (
    <Link to="/cases/$id" params={{ id: row.case }} className="row-link">
      {row.headName ?? row.householdNo}
    </Link>
  );
}

function keyOf({ case: one, capacity, step, on }: Signature): string {
  return `${one} ${capacity.zh} ${step.zh} ${on}`;
}

// Every decision in one line, by kind; the one that is open is marked, each has an address.
import { Link } from '@tanstack/react-router';
import type { DecisionLine, DecisionList as Listed } from '#contract/targeting-explain.ts';
import { decisionKinds } from '#domain/policy/pack/decision-kind.ts';
import { useText } from '#web/text/catalogue.ts';
import { decidedTexts } from './decided-texts.ts';
import { OutcomeChip } from './outcome-chip.tsx';
import type { WhySearch } from './why-search.ts';
import { whyTexts } from './why-texts.ts';

interface DecisionListProps {
  readonly household: string;
  readonly list: Listed;
  readonly open: string | undefined;
  readonly search: WhySearch;
}

export function DecisionList({ household, list, open, search }: DecisionListProps) {
  const text = useText(whyTexts);
  const decided = useText(decidedTexts);
  const name = list.decided === null ? text('list') : decided('list');
  return (
    <nav className="why-list" aria-label={name}>
      {list.decided === null ? null : <p className="small quiet">{name}</p>}
      {decisionKinds.map((kind) => {
        const lines = list.items.filter((line) => line.kind === kind);
        if (lines.length === 0) return null;
        return (
          <section key={kind}>
            <h2>{text(`kind_${kind}`)}</h2>
            <ul>
              {lines.map((line) => (
                <li key={line.key}>
                  <Line household={household} line={line} open={open} search={search} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

function Line({
  household,
  line,
  open,
  search,
}: Omit<DecisionListProps, 'list'> & { readonly line: DecisionLine }) {
  const text = useText(whyTexts);
  return (
    <Link
      to="/households/$id/why/$decision"
      params={{ id: household, decision: line.key }}
      search={{ on: search.on, known: search.known }}
      resetScroll={false}
      className="why-line"
      aria-current={line.key === open ? 'page' : undefined}
    >
      <span>{text.pick(line.title)}</span>
      <OutcomeChip line={line} />
    </Link>
  );
}

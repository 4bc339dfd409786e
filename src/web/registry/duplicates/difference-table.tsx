// Where two records differ, item by item: each side with its day, and which one stands.
import type { PairDetail } from '#contract/registry-duplicates.ts';
import { useSourceWords } from '#web/registry/edit/source-words.ts';
import { useFormWords } from '#web/registry/form-words.ts';
import { shownValue } from '#web/registry/shown-value.ts';
import { useText } from '#web/text/catalogue.ts';
import { exactNumber, shownDay } from '#web/text/number.ts';
import { ColumnHeads } from '#web/ui/column-heads.tsx';
import { Unwritten } from '#web/ui/figure.tsx';
import { duplicateTexts } from './duplicate-texts.ts';
import type { Side } from './use-pair-acts.ts';

type Comparison = NonNullable<PairDetail['comparison']>;
type Difference = Comparison['differences'][number];

interface DifferenceTableProps {
  readonly comparison: Comparison;
  readonly differences: readonly Difference[];
  readonly chosen: Readonly<Record<string, Side>>;
  readonly isOpen: boolean;
  readonly onChoose: (field: string, side: Side) => void;
}

export function DifferenceTable(props: DifferenceTableProps) {
  const { comparison, differences, chosen, isOpen, onChoose } = props;
  const text = useText(duplicateTexts);
  const words = useFormWords();
  const names = new Map(comparison.members.kept.map(({ id, name }) => [id, name]));
  if (differences.length === 0) return <p className="quiet">{text('differencesNone')}</p>;
  return (
    <>
      <table className="rows differences">
        <thead>
          <tr>
            <ColumnHeads heads={['field', 'keeps', 'goes']} figures={[]} nameOf={text} />
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => {
            const { field, person } = difference;
            const key = person === null ? field : `${person}.${field}`;
            const label =
              person === null
                ? words.field(field)
                : text('ofPerson', {
                    person: names.get(person) ?? '',
                    field: words.field(field),
                  });
            return (
              <tr key={key}>
                <th scope="row">{label}</th>
                {(['kept', 'gone'] as const).map((side) => (
                  <td key={side}>
                    <Choice
                      {...{ label, side, isOpen, difference }}
                      name={key}
                      isChosen={(chosen[key] ?? difference.proposed) === side}
                      onChoose={() => onChoose(key, side)}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="quiet small">{text('same', { count: exactNumber(comparison.same) })}</p>
    </>
  );
}

function Choice({
  difference,
  side,
  name,
  label,
  isChosen,
  isOpen,
  onChoose,
}: {
  readonly difference: Difference;
  readonly side: Side;
  readonly name: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly onChoose: () => void;
}) {
  const text = useText(duplicateTexts);
  const words = useFormWords();
  const sources = useSourceWords();
  const { value, since, source } = difference[side];
  const shown = shownValue(value, difference, words, text.language);
  return (
    <label className={`side-choice ${isChosen ? 'chosen' : ''}`}>
      <input
        type="radio"
        name={name}
        aria-label={`${label} ${text(side === 'kept' ? 'keeps' : 'goes')}`}
        checked={isChosen}
        disabled={!isOpen}
        onChange={onChoose}
      />
      <span>
        {shown ?? <Unwritten />}
        {since === null ? null : (
          <small className="quiet">
            {text('since', { day: shownDay(since, text.language) })}
            {source === null || source === '' ? null : `${text.marks.comma}${sources(source)}`}
          </small>
        )}
      </span>
    </label>
  );
}

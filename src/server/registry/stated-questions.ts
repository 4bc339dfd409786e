// Where a source disagrees with what is known of the same day: a question for the township, with both
// sides, asked once.
import type { Disagreement } from '#domain/registry/compare-stated.ts';
import type { Tx } from '#server/database/connect.ts';
import type { Decided, StatedContext } from './change-households.ts';
import { openConflict, questionKey } from './conflict-write.store.ts';

export interface Question {
  readonly key: string;
  readonly person: string | null;
  readonly disagreement: Disagreement;
}

export function questionsOf({ before, values, persons }: Decided): readonly Question[] {
  const of = (person: string | null) => (disagreement: Disagreement) => ({
    key: questionKey(before.id, person, disagreement.field),
    person,
    disagreement,
  });
  return [
    ...values.disagreements.map(of(null)),
    ...persons.flatMap(({ id, comparison }) => comparison.disagreements.map(of(id))),
  ];
}

export async function ask(asked: {
  readonly tx: Tx;
  readonly context: StatedContext;
  readonly decided: readonly Decided[];
  readonly questions: readonly (readonly Question[])[];
}): Promise<void> {
  const { tx, context, decided, questions } = asked;
  const { signed } = context;
  const opening = { ...context, tx, now: signed.recordedAt };
  for (const [index, { before, stated }] of decided.entries()) {
    for (const { person, disagreement } of questions[index] ?? []) {
      const { field, known, stated: said, held } = disagreement;
      await openConflict(opening, before, {
        kind: 'value',
        field,
        person,
        ownerRole: 'township',
        sides: [
          {
            value: known,
            source: held?.source ?? '',
            observedOn: held?.observedOn ?? held?.trueFrom ?? null,
            authorName: held?.authorName ?? '',
            recordedAt: held?.recordedAt ?? null,
            current: true,
          },
          {
            value: said,
            source: signed.source,
            observedOn: stated.trueFrom,
            authorName: signed.authorName,
            recordedAt: signed.recordedAt,
            current: false,
          },
        ],
      });
    }
  }
}

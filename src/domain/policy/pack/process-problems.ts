// What is wrong with who acts in a process, said to the officer who keeps it.
import type { Bilingual } from '#domain/kernel/refusal.ts';

interface Entry {
  readonly severity: 'error';
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

export const processProblems = {
  'signers-differ': {
    severity: 'error',
    message: {
      zh: '流程“{process}”的“{id}”按矩阵“{matrix}”签字，但办理人是{actors}，矩阵这一级的签字人是{signers}。',
      en: 'In process "{process}" the step "{id}" is signed by the matrix "{matrix}"; its actors are {actors}, but the matrix names {signers} at its level.',
    },
    remedy: {
      zh: '让 actors 与矩阵同一级各签字人的 actor 一致，一个不多，一个不少。',
      en: 'Let actors name exactly the actor of every signer of the matrix at that level.',
    },
  },
  'step-own-work': {
    severity: 'error',
    message: {
      zh: '流程“{process}”的“{id}”要由{actor}来审，而“{earlier}”只能由同一人办，没有别人可审。',
      en: 'In process "{process}" the step "{id}" is for {actor} to approve, who alone does "{earlier}" before it: nobody else is left.',
    },
    remedy: {
      zh: '给其中一步加上另一个办理人。',
      en: 'Give one of the two steps another actor.',
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;

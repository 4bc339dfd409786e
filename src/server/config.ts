// What the environment says, read once, with a safe default for each.
import { resolve } from 'node:path';
import { messageOf, StartProblem } from '#server/database/start-problem.ts';
import type { Suite } from './access/secrets.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** Demonstration to fill an empty database with. */
  readonly demonstration: 'huanjiang' | 'jiangjin' | 'none';
  readonly demonstrationPassword: string | undefined;
  readonly suite: Suite;
  readonly databaseSettings: string | undefined;
}

export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const { PORT, HOST, BANGFU_DATA, DATABASE_URL, BANGFU_DEMO, BANGFU_DEMO_PASSWORD } = environment;
  return {
    host: HOST || '127.0.0.1',
    port: portOf(PORT),
    dataFolder: resolve(BANGFU_DATA || './data'),
    databaseUrl: DATABASE_URL || undefined,
    demonstration: choiceOf('BANGFU_DEMO', BANGFU_DEMO, ['huanjiang', 'jiangjin', 'none']),
    demonstrationPassword: BANGFU_DEMO_PASSWORD || undefined,
    suite: choiceOf('BANGFU_CRYPTO', environment.BANGFU_CRYPTO, ['international', 'guomi']),
    databaseSettings: environment.BANGFU_PG_SETTINGS || undefined,
  };
}

function portOf(text: string | undefined): number {
  const port = Number(text || 8080);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new StartProblem({
    zh: `PORT 写的是“${text}”，应为 0 到 65535 之间的整数。`,
    en: `PORT says "${text}"; it should be a whole number from 0 to 65535.`,
  });
}

function choiceOf<const Choice extends string>(
  name: string,
  text: string | undefined,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  if (!text) return choices[0];
  const choice = choices.find((candidate) => candidate === text);
  if (choice !== undefined) return choice;
  throw new StartProblem({
    zh: `${name} 写的是“${text}”，可选：${choices.join('、')}。`,
    en: `${name} says "${text}"; it can be ${choices.join(' or ')}.`,
  });
}

/** The sentence for the terminal, whatever was thrown. */
export function problemText(error: unknown): string {
  if (error instanceof StartProblem) return `${error.text.zh}\n${error.text.en}`;
  return error instanceof Error ? (error.stack ?? messageOf(error)) : messageOf(error);
}

// `npm run bench`: what the project promises of speed, measured on this machine in one run, beside what
// it is compared with. A goal that is not met is told and is no failure of the bench.
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBooks } from './books.ts';
import { measureBatch, measureQueue } from './casework.ts';
import { measureCounty } from './county.ts';
import { openDuckDb } from './duckdb.ts';
import { measureFigures } from './figures.ts';
import { measureFunds } from './funds.ts';
import { emptyRegister, measureImport } from './import.ts';
import { anInstallation, type Installation, password } from './installation.ts';
import { measureLists } from './lists.ts';
import { measureMatching } from './matching.ts';
import { type Line, printTable, seconds, timed } from './measure.ts';
import { measurePairing } from './pairing.ts';
import { measureProvince } from './province.ts';
import { makeProvince } from './province-register.ts';
import { measureCountyTrial, measureProvinceTrial } from './simulation.ts';
import { measureStart } from './start.ts';
import { measureProvinceDraw } from './supervision.ts';
import { measureUpload } from './upload.ts';
import { measureViews } from './views.ts';

const usage = `npm run bench -- [--quick] [--json] [--only policy,start,county,lists,books,pairing,views,casework,funds,upload,import,province,simulation,supervision,matching]

  --quick   a province of 100,000 households, three rounds of scoring, without what takes minutes by itself: five minutes
  --json    the lines as JSON
  --only    these suites alone, separated by commas
`;

const sizes = {
  full: { households: 1_010_000, persons: 4_170_000 },
  quick: { households: 100_000, persons: 413_000 },
} as const;

const suites = [
  'policy',
  'start',
  'county',
  'lists',
  'views',
  'books',
  'pairing',
  'casework',
  'funds',
  'upload',
  'import',
  'province',
  'simulation',
  'supervision',
  'matching',
] as const;
type Suite = (typeof suites)[number];

/** Minutes each; a quick run has them only where they are named. */
const long: ReadonlySet<Suite> = new Set([
  'lists',
  'views',
  'books',
  'pairing',
  'casework',
  'funds',
  'upload',
  'matching',
]);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const named = values.only?.split(',');
  const wanted = suites.filter(
    (suite) => named?.includes(suite) ?? !(values.quick && long.has(suite)),
  );
  const folder = await mkdtemp(join(tmpdir(), 'bangfu-bench-'));
  const load = [loadOf()];
  let lines: readonly Line[] = [];
  try {
    const time = await timed(async () => {
      lines = await measure(folder, wanted, values.quick);
    });
    load.push(loadOf());
    tell(`${wanted.join(', ')} in ${seconds(time)}`);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
  const machine = { cpus: cpus().length, load, node: process.version };
  if (values.json) process.stdout.write(`${JSON.stringify({ machine, lines }, null, 2)}\n`);
  else {
    printTable(lines);
    process.stdout.write(
      `\n${machine.cpus} cores, load ${load.join(' to ')}, Node ${machine.node}. ● met, ▲ not met\n`,
    );
  }
}

async function measure(
  folder: string,
  wanted: readonly Suite[],
  isQuick: boolean,
): Promise<readonly Line[]> {
  const data = join(folder, 'data');
  const lines: Line[] = [];
  const add = async (name: string, suite: () => Promise<readonly Line[]>) => {
    const own = await suite().catch((error: unknown) => [failed(name, error)]);
    // As they come: a run that is cut short has told what it had.
    printTable(own, process.stderr);
    lines.push(...own);
  };
  if (wanted.includes('policy')) {
    tell('policy: figures');
    await add('policy', measureFigures);
    if (wanted.length === 1) return lines;
  }
  if (wanted.includes('start')) {
    tell('start: first, second, after kill -9');
    await add('start', () => measureStart(data, { BANGFU_DEMO_PASSWORD: password }));
  }
  if (wanted.includes('upload')) {
    tell('upload: a large survey to a server that others use');
    await add('upload', () => measureUpload(folder, password));
    if (wanted.length === 1) return lines;
  }
  const installation = await anInstallation(data, tell);
  try {
    const suite = suitesOf(installation, { isQuick, folder });
    const tries = wanted.includes('simulation');
    if (wanted.includes('county')) await add('county', suite.county);
    if (wanted.includes('lists')) await add('lists', suite.lists);
    if (wanted.includes('views')) await add('views', suite.views);
    if (wanted.includes('books')) await add('books', suite.books);
    if (tries) await add('simulation', suite.countyTrial);
    // Afterwards nobody of this county has a helper any more.
    if (wanted.includes('pairing')) await add('pairing', suite.pairing);
    if (wanted.includes('casework')) await add('casework', suite.casework);
    if (wanted.includes('funds')) await add('funds', suite.funds);
    const matches = wanted.includes('matching');
    if (matches) await add('matching', () => suite.matching('451226'));
    if (wanted.includes('import')) await add('import', suite.imports);
    const draws = wanted.includes('supervision');
    if (wanted.includes('province') || tries || draws || matches) await suite.makeProvince();
    if (wanted.includes('province')) await add('province', suite.province);
    if (tries) await add('simulation', suite.provinceTrial);
    if (draws) await add('supervision', suite.provinceDraw);
    if (matches) await add('matching', () => suite.matching('45'));
  } finally {
    await installation.close();
  }
  return lines;
}

interface SuiteOptions {
  readonly isQuick: boolean;
  readonly folder: string;
}

function suitesOf(installation: Installation, { isQuick, folder }: SuiteOptions) {
  const size = isQuick ? sizes.quick : sizes.full;
  let duck: ReturnType<typeof openDuckDb> | undefined;
  return {
    county() {
      tell('county');
      return measureCounty(installation);
    },
    books() {
      tell('books: the cards of a township');
      return measureBooks(installation);
    },
    pairing() {
      tell('pairing: the whole county anew');
      return measurePairing(installation);
    },
    lists() {
      tell('lists of a county');
      return measureLists(installation, isQuick ? 10 : 60);
    },
    views() {
      tell('views: in a browser, on a slow line');
      return measureViews(installation);
    },
    async casework() {
      tell('casework: a batch of 5,000, then a million open cases');
      return [
        ...(await measureBatch(installation)),
        ...(await measureQueue(installation, 1_000_000)),
      ];
    },
    funds() {
      // Two lines a payment: ten million entries.
      const payments = isQuick ? 300_000 : 5_000_000;
      tell(`funds: ${payments.toLocaleString('en')} payments, then a list of 50,000`);
      return measureFunds(installation, payments);
    },
    imports() {
      tell('import: .csv, .xlsx');
      return measureImport(installation);
    },
    async makeProvince() {
      await emptyRegister(installation);
      const time = await timed(() => makeProvince(installation, size, tell));
      tell(`province: made in ${seconds(time)}`);
    },
    province() {
      return measureProvince(installation, size, isQuick ? 3 : 9);
    },
    async matching(area: string) {
      tell(`matching: ${area.length === 2 ? 'province' : 'county'}`);
      duck ??= openDuckDb(folder);
      const session = await duck;
      return measureMatching(installation, {
        area,
        rounds: isQuick ? 3 : 5,
        duck: session === undefined ? undefined : { duck: session, folder },
      });
    },
    countyTrial() {
      tell('simulation: county');
      return measureCountyTrial(installation);
    },
    provinceDraw() {
      tell('supervision: province');
      return measureProvinceDraw(installation, 3);
    },
    provinceTrial() {
      tell('simulation: province');
      return measureProvinceTrial(installation, 9);
    },
  };
}

/** A suite that breaks is a line of the table, and the others go on. */
function failed(name: string, error: unknown): Line {
  process.exitCode = 1;
  const measured = error instanceof Error ? error.message : String(error);
  return { what: name, goal: 'runs to its end', measured, comparison: '', met: false };
}

function loadOf(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function tell(text: string): void {
  process.stderr.write(`  ${text}\n`);
}

// Interrupted, the bench ends like any program, and its servers and folders with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

await main();

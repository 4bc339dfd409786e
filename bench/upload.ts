// A large survey as Excel writes it (shared strings), uploaded to a running server: what the process that reads it
// takes at most, and how others are answered meanwhile, beside how they are answered before.
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as XLSX from '@e965/xlsx';
import { parse } from 'csv-parse';
import { generate } from '#server/demonstration/generate.ts';
import { type Line, ms, seconds, type Timing, timed, timingOf } from './measure.ts';
import { peakMegabytes } from './process-memory.ts';
import { buildFirst, type Started, start, stop } from './start.ts';

const persons = 100_000;
const memoryGoal = 512;
const county = '451226';
const listAddress = `/api/registry/households?registered=true&area=${county}`;
/** Between two questions of somebody else. */
const pauseMs = 40;

export async function measureUpload(folder: string, password: string): Promise<readonly Line[]> {
  await buildFirst();
  const path = await excelFile(folder);
  const server = await start(join(folder, 'upload'), { BANGFU_DEMO_PASSWORD: password });
  try {
    const desk = await deskOf(server, password);
    const alone = await answersUntil(desk, setTimeout(5000));
    const { id } = await desk.upload(path);
    const lines: Line[] = [];
    for (const step of ['check', 'commit'] as const) {
      const peak = watchPeak(server);
      let meanwhile: Timing | undefined;
      const time = await timed(async () => {
        const { job } = await desk.send(`/api/exchange/imports/${id}/${step}`);
        meanwhile = await answersUntil(desk, desk.end(job));
      });
      lines.push(lineOf(step, { time, peak: await peak.end(), alone, meanwhile }));
    }
    return lines;
  } finally {
    await stop(server, 'SIGTERM');
  }
}

interface Measured {
  readonly time: number;
  readonly peak: number;
  readonly alone: Timing;
  readonly meanwhile: Timing | undefined;
}

function lineOf(step: 'check' | 'commit', { time, peak, alone, meanwhile }: Measured): Line {
  return {
    what: `${persons.toLocaleString('en')} persons as Excel writes them, ${step === 'check' ? 'dry run' : 'stored'}`,
    goal: `≤ ${memoryGoal} MB`,
    measured: `${Math.round(peak)} MB (${seconds(time)})`,
    comparison: `a list for others meanwhile p95 ${ms(meanwhile?.p95Ms ?? Number.NaN)}, before ${ms(alone.p95Ms)}`,
    met: peak > 0 && peak <= memoryGoal,
  };
}

/** The county's households with those that were never listed, cut where they are enough, written by another library. */
async function excelFile(folder: string): Promise<string> {
  const [written] = await generate({
    scale: 'county',
    folder,
    formats: ['csv'],
    withUnlisted: true,
    onFile: () => undefined,
  });
  const rows: string[][] = [];
  const text = createReadStream(written?.files[0] ?? '').pipe(parse({ bom: true }));
  for await (const row of text as AsyncIterable<string[]>) {
    rows.push(row);
    if (rows.length > persons) break;
  }
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows, { dense: true }), '花名册');
  const path = join(folder, 'excel.xlsx');
  const options = { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true } as const;
  await writeFile(path, XLSX.write(book, options));
  return path;
}

/** An officer of the county at the server's door. */
async function deskOf({ address }: Started, password: string) {
  const signedIn = await fetch(`${address}/api/access/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'county', password }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const ask = async <Answer>(path: string, init: RequestInit = {}): Promise<Answer> => {
    const answer = await fetch(`${address}${path}`, { headers, ...init });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  return {
    ask,
    send: (path: string) => ask<{ job: string }>(path, { method: 'POST' }),
    async upload(path: string) {
      const body = new FormData();
      body.append('file', new Blob([await readFile(path)]), 'excel.xlsx');
      return ask<{ id: string }>(`/api/exchange/imports?area=${county}`, { method: 'POST', body });
    },
    async end(job: string): Promise<void> {
      for (;;) {
        const { state } = await ask<{ state: string }>(`/api/jobs/runs/${job}`);
        if (state === 'done') return;
        if (state === 'failed' || state === 'cancelled') throw new Error(`the job ${state}`);
        await setTimeout(200);
      }
    },
  };
}

/** Somebody else reads a list over and over until then. */
async function answersUntil(
  desk: Awaited<ReturnType<typeof deskOf>>,
  end: Promise<unknown>,
): Promise<Timing> {
  let isOver = false;
  const over = end.finally(() => {
    isOver = true;
  });
  const times: number[] = [];
  while (!isOver) {
    times.push(await timed(() => desk.ask(listAddress)));
    await setTimeout(pauseMs);
  }
  await over;
  return timingOf(times);
}

/** Looks ten times a second; what Linux keeps is the peak itself, so no look misses it but the last tenth. */
function watchPeak({ child }: Started) {
  let peak = 0;
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      peak = Math.max(peak, peakMegabytes(child.pid ?? 0, 'import.process'));
      await setTimeout(100);
    }
  })();
  return {
    async end(): Promise<number> {
      isOver = true;
      await looking;
      return peak;
    },
  };
}

// A folder of YAML texts as a pack, or the reasons why it is none. Pure: whoever calls has read the
// files. Bounded in size and number before anything is parsed. Resolves nothing; check-pack.ts proves.

import type { z } from 'zod';
import { explainShape } from '#domain/policy/pack/explain-shape.ts';
import {
  fileKinds,
  foreignFolders,
  type Intake,
  isFileFolder,
} from '#domain/policy/pack/file-kinds.ts';
import { Manifest } from '#domain/policy/pack/manifest-schema.ts';
import type { Pack } from '#domain/policy/pack/pack.ts';
import { type PackProblem, type Place, packProblem } from '#domain/policy/pack/pack-problem.ts';
import { type Path, readYaml, type YamlFile } from '#domain/policy/pack/read-yaml.ts';

export const fileLimit = 256 * 1024;
export const packLimit = 4 * 1024 * 1024;
export const fileCountLimit = 300;

export interface ReadPack {
  /** Undefined when the manifest cannot be read; otherwise what could be read. */
  readonly pack: Pack | undefined;
  readonly problems: readonly PackProblem[];
}

/** @example readPack(new Map([['pack.yaml', '…'], ['parameters/line.yaml', '…']])) */
export function readPack(files: ReadonlyMap<string, string>): ReadPack {
  const tooLarge = sizeProblems(files);
  if (tooLarge.length > 0) return { pack: undefined, problems: tooLarge };
  const text = files.get('pack.yaml');
  if (text === undefined) {
    const place = { file: 'pack.yaml', line: 1, column: 1 };
    return { pack: undefined, problems: [packProblem('no-manifest', place)] };
  }
  const problems: PackProblem[] = [];
  const manifest = readManifest(text, problems);
  const intake = emptyIntake();
  const paths = [...files.keys()].filter((path) => path !== 'pack.yaml').sort();
  for (const path of paths) {
    problems.push(...readFile(path, files.get(path) ?? '', manifest?.data.id ?? '', intake));
  }
  if (manifest === undefined) return { pack: undefined, problems };
  const pack: Pack = {
    manifest: manifest.data,
    manifestAt: (path = []) => manifest.locate(path),
    ...intake,
  };
  return { pack, problems };
}

/** The first page of a pack alone, for whoever chooses among many; undefined where it cannot be read. */
export function manifestOf(files: ReadonlyMap<string, string>): Manifest | undefined {
  if (sizeProblems(files).length > 0) return undefined;
  const text = files.get('pack.yaml');
  return text === undefined ? undefined : readManifest(text, [])?.data;
}

function readManifest(
  text: string,
  problems: PackProblem[],
): { readonly data: Manifest; readonly locate: YamlFile['locate'] } | undefined {
  const yaml = readYaml('pack.yaml', text);
  if (!('locate' in yaml)) {
    problems.push(...yaml);
    return undefined;
  }
  const parsed = Manifest.safeParse(yaml.data, { reportInput: true });
  if (parsed.success) return { data: parsed.data, locate: yaml.locate };
  problems.push(...shapeProblems(parsed.error.issues, yaml.locate));
  return undefined;
}

function readFile(
  path: string,
  text: string,
  pack: string,
  intake: Intake,
): readonly PackProblem[] {
  const [folder = '', name, ...deeper] = path.split('/');
  if (foreignFolders.includes(folder)) return [];
  if (!isFileFolder(folder) || name === undefined || deeper.length > 0 || !name.endsWith('.yaml')) {
    const folders = Object.keys(fileKinds).join(', ');
    return [packProblem('unknown-file', { file: path, line: 1, column: 1 }, { path, folders })];
  }
  const yaml = readYaml(path, text);
  if (!('locate' in yaml)) return yaml;
  const { data, locate } = yaml;
  const issues = fileKinds[folder].take(data, intake, {
    locate,
    placed: (key, rows) =>
      rows.map((row, index) => ({
        row,
        pack,
        at: (inner: Path = []) => locate([key, index, ...inner]),
      })),
  });
  return shapeProblems(issues, locate);
}

function shapeProblems(
  issues: readonly z.core.$ZodIssue[],
  locate: (path: Path) => Place,
): readonly PackProblem[] {
  return issues.flatMap(explainShape).map(({ path, ...words }) => {
    const shown = path.map((part) => (typeof part === 'number' ? `[${part + 1}]` : part)).join('.');
    return packProblem('wrong-shape', locate(path), {
      path: shown.replaceAll('.[', '['),
      ...words,
    });
  });
}

function sizeProblems(files: ReadonlyMap<string, string>): readonly PackProblem[] {
  const limits = { fileKb: fileLimit / 1024, packKb: packLimit / 1024, files: fileCountLimit };
  const total = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  const whole = { file: 'pack.yaml', line: 1, column: 1 };
  const problems: PackProblem[] = [];
  if (files.size > fileCountLimit) {
    problems.push(packProblem('too-large', whole, { what: `${files.size} files`, ...limits }));
  }
  if (total > packLimit) {
    const what = `${Math.ceil(total / 1024)} KB`;
    problems.push(packProblem('too-large', whole, { what, ...limits }));
  }
  for (const [file, text] of files) {
    if (text.length <= fileLimit) continue;
    const what = `${file}: ${Math.ceil(text.length / 1024)} KB`;
    problems.push(packProblem('too-large', { file, line: 1, column: 1 }, { what, ...limits }));
  }
  return problems;
}

function emptyIntake(): Intake {
  return {
    rows: {
      parameters: [],
      criteria: [],
      criterionSets: [],
      sheets: [],
      tables: [],
      lists: [],
      mappings: [],
      purposes: [],
      retentions: [],
      fields: [],
      items: [],
      processes: [],
      taxonomies: [],
      verification: [],
      sampleDesigns: [],
      sampleSets: [],
      signOffs: [],
      quotas: [],
      staffing: [],
      visits: [],
      organisation: [],
      benefits: [],
      plans: [],
      fundSources: [],
      fundRules: [],
      products: [],
      riskFunds: [],
      indicators: [],
      triggers: [],
      assessments: [],
      chartSets: [],
      listSets: [],
      catalogue: [],
      figures: [],
      claims: [],
      texts: [],
    },
    examples: [],
  };
}

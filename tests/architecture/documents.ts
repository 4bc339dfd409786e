// What the documents promise: links that lead somewhere, numbers that are given once, words that the
// code really uses.
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesIn, rootFiles, type SourceFile } from './source-file.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const documents = (): readonly SourceFile[] => [
  ...rootFiles(['.md']),
  ...filesIn(['docs', 'policy'], ['.md']),
];

/** Links to files and headings of the repository that are not there. */
export function brokenLinks(
  { path, text }: SourceFile,
  all: readonly SourceFile[],
): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/!?\[[^\]]*\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .flatMap((link) => {
      const [file = '', heading] = link.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      const document = all.find((one) => one.path === target);
      if (document === undefined && !existsSync(`${root}${target}`)) {
        return [`${path}: ${link} leads nowhere`];
      }
      if (heading === undefined || document === undefined) return [];
      return headingsOf(document.text).includes(heading)
        ? []
        : [`${path}: there is no heading #${heading}`];
    });
}

function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[`*]/g, '')
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

/** Titles of a document outside its code. */
export function titlesOf({ text }: SourceFile): readonly string[] {
  return text
    .replace(/^```[\s\S]*?^```/gm, '')
    .split('\n')
    .filter((line) => /^# /.test(line));
}

export interface Term {
  readonly capability: string;
  readonly english: string;
  readonly chinese: string;
  readonly identifier: string;
}

export function termsOf(glossary: string): readonly Term[] {
  return glossary.split(/^## /m).flatMap((section) => {
    const capability = (section.split('\n')[0] ?? '').trim();
    const entries = section.matchAll(/^\*\*([^*]+)\*\* \(([^,]+), `([^`]+)`\):/gm);
    return [...entries].map((match) => ({
      capability,
      english: match[1] ?? '',
      chinese: match[2] ?? '',
      identifier: match[3] ?? '',
    }));
  });
}

// Finds the village a row names among those of the area a file is imported for. Names are compared
// without their administrative endings, because 陈双, 陈双村 and 陈双村民委员会 are one place; a name that
// fits two villages is refused rather than guessed.

import type { ProblemCode } from '#domain/exchange/row-problem.ts';
import { type AreaCode, levelOf, parseAreaCode } from '#domain/kernel/area-code.ts';

export interface NamedArea {
  readonly code: string;
  readonly name: string;
}

export interface PlaceTexts {
  readonly code: string;
  readonly township: string;
  readonly village: string;
  readonly hamlet: string;
}

export interface PlaceProblem {
  readonly code: ProblemCode;
  readonly field: 'area.code' | 'area.township' | 'area.village' | 'area.hamlet';
  readonly count?: number;
}

export interface Place {
  readonly area: AreaCode | undefined;
  readonly problem?: PlaceProblem;
}

export type FindPlace = (texts: PlaceTexts) => Place;

/** `areas`: the import's own area and everything below it. */
export function createPlaceFinder(own: AreaCode, areas: readonly NamedArea[]): FindPlace {
  const known = new Set(areas.map((area) => area.code));
  const byName = { 9: indexOf(areas, 9), 12: indexOf(areas, 12), 15: indexOf(areas, 15) } as const;
  const withHamlets = new Set(
    areas.filter(({ code }) => code.length === 15).map(({ code }) => code.slice(0, 12)),
  );
  const found = new Map<string, Place>();

  return function findPlace(texts: PlaceTexts): Place {
    const key = `${texts.code}\n${texts.township}\n${texts.village}\n${texts.hamlet}`;
    let place = found.get(key);
    if (place === undefined) {
      place = find(texts);
      found.set(key, place);
    }
    return place;
  };

  function find(texts: PlaceTexts): Place {
    const village = texts.code === '' ? findVillage(texts) : findCode(texts.code);
    if (village.area === undefined || village.area.length !== 12 || texts.hamlet === '') {
      return village;
    }
    const hamlets = among(byName[15], texts.hamlet, village.area);
    if (hamlets.length === 1) return { area: parseAreaCode(hamlets[0] ?? '') };
    // Where no hamlets are on record at all, the name is kept as an address and nothing is missing.
    if (!withHamlets.has(village.area)) return village;
    return {
      area: village.area,
      problem: { code: 'exchange/hamlet-unknown', field: 'area.hamlet' },
    };
  }

  function findCode(text: string): Place {
    const code = parseAreaCode(text.normalize('NFKC').replace(/\s/g, ''));
    const problem = (kind: ProblemCode): Place => ({
      area: undefined,
      problem: { code: kind, field: 'area.code' },
    });
    if (code === undefined) return problem('exchange/village-unknown');
    if (!code.startsWith(own)) return problem('exchange/area-outside');
    if (!known.has(code)) return problem('exchange/village-unknown');
    return isVillageOrBelow(code) ? { area: code } : problem('exchange/village-missing');
  }

  function findVillage(texts: PlaceTexts): Place {
    const missing = { code: 'exchange/village-missing', field: 'area.village' } as const;
    if (texts.village === '') {
      return isVillageOrBelow(own) ? { area: own } : { area: undefined, problem: missing };
    }
    if (/^\d{12,18}$/.test(texts.village)) return findCode(texts.village);
    const townships = texts.township === '' ? [own] : among(byName[9], texts.township, own);
    if (townships.length === 0 && levelOf(own) !== 'township' && !isVillageOrBelow(own)) {
      return {
        area: undefined,
        problem: { code: 'exchange/township-unknown', field: 'area.township' },
      };
    }
    const within = townships.length === 0 ? [own] : townships;
    const villages = within.flatMap((township) => among(byName[12], texts.village, township));
    const problem = (code: ProblemCode): Place => ({
      area: undefined,
      problem: { code, field: 'area.village', count: villages.length },
    });
    if (villages.length === 0) return problem('exchange/village-unknown');
    if (villages.length > 1) return problem('exchange/village-ambiguous');
    return { area: parseAreaCode(villages[0] ?? '') };
  }
}

function isVillageOrBelow(code: string): boolean {
  return code.length >= 12;
}

interface NameIndex {
  readonly exact: ReadonlyMap<string, readonly string[]>;
  readonly bare: ReadonlyMap<string, readonly string[]>;
}

function indexOf(areas: readonly NamedArea[], length: number): NameIndex {
  const exact = new Map<string, string[]>();
  const bare = new Map<string, string[]>();
  for (const { code, name } of areas) {
    if (code.length !== length) continue;
    push(exact, tidy(name), code);
    push(bare, bareName(name), code);
  }
  return { exact, bare };
}

function push(index: Map<string, string[]>, key: string, code: string): void {
  const codes = index.get(key);
  if (codes === undefined) index.set(key, [code]);
  else codes.push(code);
}

/** The exact name first: 城北社区 and 城北村 may stand in one township. */
function among(index: NameIndex, name: string, within: string): readonly string[] {
  const inside = (codes: readonly string[] | undefined): readonly string[] =>
    (codes ?? []).filter((code) => code.startsWith(within));
  const exact = inside(index.exact.get(tidy(name)));
  return exact.length > 0 ? exact : inside(index.bare.get(bareName(name)));
}

function tidy(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}

const endings =
  /(?:村民委员会|村委会|村委|居民委员会|居委会|社区|嘎查|行政村|自然村|自然屯|村|屯|[壮苗瑶侗仫佬毛南蒙古满回藏土家仡水布依]+族乡|街道办事处|街道|苏木|镇|乡)$/;

export function bareName(name: string): string {
  let bare = tidy(name);
  for (let round = 0; round < 2; round += 1) {
    const shorter = bare.replace(endings, '');
    if (shorter.length < 1) break;
    bare = shorter;
  }
  return bare;
}

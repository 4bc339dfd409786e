// What a chart shows of the pack itself: bodies and duties, documents, sources of money.
import type { DrawingOf, Words } from '#domain/insight/charts/chart-shape.ts';
import { both, numberCell, textCell } from '#domain/insight/charts/chart-words.ts';
import { datumTitles } from '#domain/insight/charts/datum-words.ts';
import { type Datum, sourceOf } from '../making.ts';

type Tiers = DrawingOf<'tiers'>['tiers'];

export const organisationDatum: Datum = {
  id: 'organisation',
  async read({ pack, parts, level }) {
    const sets = pack.rows.organisation.map(({ row }) => row);
    const tiers: Tiers = sets.map((set) => ({
      title: set.title,
      note: set.note ?? null,
      boxes: set.rows.map(({ title, text, verified }) => ({ title, text, verified })),
    }));
    const numbers: Record<string, number> = level === 'county' ? { townships: parts.length } : {};
    if (tiers.length === 0) return { gap: unpublished('organisation'), numbers };
    return {
      panel: {
        datum: 'organisation',
        title: datumTitles.organisation,
        drawing: { kind: 'tiers', tiers },
        table: {
          columns: [
            { title: both('层次', 'Tier'), unit: null },
            { title: both('机构或席位', 'Body or seat'), unit: null },
            { title: both('职责', 'Duty'), unit: null },
            { title: both('出处', 'Source'), unit: null },
          ],
          rows: sets.flatMap((set) =>
            set.rows.map((row) => ({
              id: `${set.id}.${row.id}`,
              total: false,
              cells: [
                textCell(set.title),
                textCell(row.title),
                textCell(row.text),
                textCell(sourceOf(pack, row.source ?? set.source)),
              ],
            })),
          ),
        },
        definition: both(
          '政策包里写明的机构、席位和职责。',
          'Bodies, seats and duties as the pack has them.',
        ),
        source: packSource(pack.title),
        verified: sets.every((set) => set.verified),
      },
      numbers,
    };
  },
};

export const documentsDatum: Datum = {
  id: 'documents',
  async read({ pack }) {
    const documents = pack.chain.flatMap(({ manifest }) =>
      manifest.documents.map((document) => ({ ...document, of: manifest.id })),
    );
    if (documents.length === 0) return { gap: unpublished('documents') };
    const cited = citations(pack.rows);
    // One list for boxes, rows and their number: what is said to be there is what is drawn.
    const tiers: Tiers = pack.chain
      .map(({ manifest }) => ({ manifest, own: documents.filter((one) => one.of === manifest.id) }))
      .filter(({ own }) => own.length > 0)
      .map(({ manifest, own }) => ({
        title: both(
          `${manifest.title.zh}，${own.length} 份`,
          `${manifest.title.en}, ${countOf(own.length)}`,
        ),
        note: null,
        boxes: own.map((document) => ({
          title: document.title,
          text: saidOf(document, cited.get(document.id) ?? 0),
          verified: true,
        })),
      }));
    return {
      panel: {
        datum: 'documents',
        title: datumTitles.documents,
        drawing: { kind: 'tiers', tiers },
        table: {
          columns: [
            { title: both('文件', 'Document'), unit: null },
            { title: both('发文单位', 'Issuer'), unit: null },
            { title: both('日期', 'Date'), unit: null },
            { title: both('引用它的规则', 'Rules that cite it'), unit: null },
          ],
          rows: documents.map((document) => ({
            id: `${document.of}.${document.id}`,
            total: false,
            cells: [
              textCell(document.title),
              textCell(document.issuer ?? both('未注明', 'Not given')),
              textCell(both(document.date ?? '未注明', document.date ?? 'Not given')),
              numberCell(cited.get(document.id) ?? 0),
            ],
          })),
        },
        definition: both(
          `规则所依据的 ${documents.length} 份文件，和引用每份文件的规则条数。没有收进政策包的文件不在这里。`,
          `The ${countOf(documents.length)} the rules rest on, and how many rules cite each. A document that the pack does not hold is not here.`,
        ),
        source: packSource(pack.title),
        verified: true,
      },
    };
  },
};

export const fundSourcesDatum: Datum = {
  id: 'fundSources',
  async read({ pack }) {
    const sources = pack.rows.fundSources.map(({ row }) => row);
    if (sources.length === 0) return { gap: unpublished('fundSources') };
    return {
      panel: {
        datum: 'fundSources',
        title: datumTitles.fundSources,
        drawing: {
          kind: 'tiers',
          tiers: [
            {
              title: both('公布的来源和用途', 'Sources and uses as published'),
              note: null,
              boxes: sources.map(({ title, purpose, verified }) => ({
                title,
                text: purpose,
                verified,
              })),
            },
          ],
        },
        table: {
          columns: [
            { title: both('来源', 'Source'), unit: null },
            { title: both('用途', 'Purpose'), unit: null },
            { title: both('出处', 'Cited from'), unit: null },
          ],
          rows: sources.map((row) => ({
            id: row.id,
            total: false,
            cells: [
              textCell(row.title),
              textCell(row.purpose),
              textCell(sourceOf(pack, row.source)),
            ],
          })),
        },
        definition: both(
          '公布的资金来源和用途，不是账。',
          'Sources and purposes as published; no accounts.',
        ),
        source: packSource(pack.title),
        verified: sources.every(({ verified }) => verified),
      },
    };
  },
};

function countOf(documents: number): string {
  return documents === 1 ? '1 document' : `${documents} documents`;
}

type PackDocument = Parameters<
  Datum['read']
>[0]['pack']['chain'][number]['manifest']['documents'][number];

/** As much as the table says: on paper the boxes stand alone. */
function saidOf({ issuer, date }: PackDocument, rules: number): Words {
  const from = issuer ?? both('未注明发文单位', 'Issuer not given');
  const by = rules === 1 ? '1 rule' : `${rules} rules`;
  return both(
    `${from.zh}${date === undefined ? '' : `，${date}`}；${rules === 0 ? '没有规则引用' : `${rules} 条规则引用`}`,
    `${from.en}${date === undefined ? '' : `, ${date}`}; cited by ${rules === 0 ? 'no rule' : by}`,
  );
}

/** How many rows cite each document. */
function citations(rows: object): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) {
        if (key === 'document' && typeof one === 'string')
          counts.set(one, (counts.get(one) ?? 0) + 1);
        else if (typeof one === 'object') walk(one);
      }
    }
  };
  walk(Object.values(rows));
  return counts;
}

export function unpublished(datum: keyof typeof datumTitles) {
  return {
    datum,
    title: datumTitles[datum],
    why: both(
      '政策包里没有这一项：没有公布，或还没有写进来。',
      'The pack holds none of it: not published, or not written down yet.',
    ),
  };
}

export function packSource({ zh, en }: ReturnType<typeof both>) {
  return both(`政策包“${zh}”`, `The pack “${en}”`);
}

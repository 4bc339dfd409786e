// A corner of two neighbouring counties: enough areas for scope to have something to keep apart.
import { levelOf, parentOf, parseAreaCode } from '#domain/kernel/area-code.ts';
import type { Tx } from '#server/database/connect.ts';

const names: Readonly<Record<string, string>> = {
  '45': '广西壮族自治区',
  '4512': '河池市',
  '451226': '环江毛南族自治县',
  '451226100': '思恩镇',
  '451226100201': '中山村',
  '451226101': '水源镇',
  '451226101200': '三美村',
  '451226202': '下南乡',
  '451226202202': '仪凤村',
  '451226202202001': '松马屯',
  '451226202206': '玉环村',
  '451225': '罗城仫佬族自治县',
  '451225100': '东门镇',
  '451225100201': '冲洞村',
  '451225101': '龙岸镇',
  '451225101200': '龙平村',
};

export async function insertSmallAreas(tx: Tx): Promise<void> {
  const rows = Object.entries(names).map(([text, name]) => {
    const code = parseAreaCode(text);
    if (code === undefined) throw new Error(`${text} is no area code`);
    return {
      code,
      parent: parentOf(code) ?? '',
      level: levelOf(code),
      name,
      full_name: fullNameOf(text),
      source: 'test',
    };
  });
  await tx.insertInto('registry_area').values(rows).execute();
}

function fullNameOf(code: string): string {
  return Object.entries(names)
    .filter(([ancestor]) => code.startsWith(ancestor))
    .map(([, name]) => name)
    .join('');
}

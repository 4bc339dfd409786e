// What is wrong with one value of a request, in the reader's language. The library's own sentences,
// except for patterns: a person is told the form in words, not the expression that checks it.
import { z } from 'zod';
import { AreaCodeText, IdText, PlainDateText } from '#contract/page.ts';
import type { Bilingual, Language } from '#domain/kernel/refusal.ts';

const forms: readonly (readonly [z.ZodType, Bilingual])[] = [
  [
    AreaCodeText,
    {
      zh: '应为 2、4、6、9、12、15 或 18 位数字的区划代码',
      en: 'should be a division code of 2, 4, 6, 9, 12, 15 or 18 digits',
    },
  ],
  [IdText, { zh: '不是本系统的编号', en: 'is not an id of this system' }],
  [PlainDateText, { zh: '应为日期，写成 2016-09-30', en: 'should be a day, written 2016-09-30' }],
];

const anyForm: Bilingual = { zh: '写法不对', en: 'is not in the expected form' };

const library = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError } as const;

export function problemsIn(language: Language): z.core.$ZodErrorMap {
  return (issue) => {
    if (issue.code !== 'invalid_format' || issue.format !== 'regex') {
      return library[language](issue);
    }
    const pattern = 'pattern' in issue ? String(issue.pattern) : '';
    const known = forms.find(([schema]) => patternOf(schema) === pattern)?.[1];
    return (known ?? anyForm)[language];
  };
}

/** The expression a text is checked by, as the library names it in an issue. */
function patternOf(schema: z.ZodType): string {
  const checks = schema instanceof z.ZodString ? (schema._zod.def.checks ?? []) : [];
  const pattern = checks.map(({ _zod: { def } }) => ('pattern' in def ? def.pattern : undefined));
  return String(pattern[0] ?? '');
}

// Every "no" of policy packs, with what to do next.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

/** Facts: `pack`. */
export const noSuchPack = {
  code: 'policy/no-such-pack',
  status: 404,
  message: {
    zh: '没有安装名为“{pack}”的政策包。请从政策包列表中选择。',
    en: 'No policy pack called "{pack}" is installed. Choose one from the list of packs.',
  },
} as const satisfies RefusalKind;

/** Facts: `area`, `on`. */
export const noPackInForce = {
  code: 'policy/no-pack-in-force',
  status: 404,
  message: {
    zh: '{on} 这一天没有政策包适用于地区 {area}。请换一个日期，或请县扶贫办安装政策包。',
    en: 'No policy pack is in force in area {area} on {on}. Choose another day, or ask the county office to install one.',
  },
} as const satisfies RefusalKind;

/** Facts: `day`. */
export const noSuchDay = {
  code: 'policy/no-such-day',
  status: 400,
  message: {
    zh: '“{day}”不是日历上有的日期，请写成 2016-09-30 的样子。',
    en: '"{day}" is not a day of the calendar; write it like 2016-09-30.',
  },
} as const satisfies RefusalKind;

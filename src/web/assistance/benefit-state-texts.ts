// Words for how far a benefit came, and for the household’s own word on it.
import { catalogue } from '#web/text/catalogue.ts';

export const benefitStateWords = {
  zh: {
    state_promised: '还没送到',
    state_delivered: '已送到，等农户确认',
    state_confirmedBenefit: '农户已确认',
    state_disputed: '农户说没到',
    state_leftOut: '未办',
    yes: '到了',
    no: '没到、不对',
    whatWrong: '哪里不对',
    say: '告诉乡镇',
    thanks: '谢谢，已记下。',
    disputed: '已转给乡镇核实。',
  },
  en: {
    state_promised: 'Not delivered yet',
    state_delivered: 'Delivered, the household has not answered',
    state_confirmedBenefit: 'Confirmed by the household',
    state_disputed: 'The household says it did not arrive',
    state_leftOut: 'Left out',
    yes: 'It arrived',
    no: 'It did not, or is wrong',
    whatWrong: 'What is wrong',
    say: 'Tell the township',
    thanks: 'Thank you, noted.',
    disputed: 'The township looks into it.',
  },
} as const;

export const benefitStateTexts = catalogue('assistance-benefit-state', benefitStateWords);

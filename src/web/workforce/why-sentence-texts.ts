// Words for why a helper fits a household, and for giving one.
import { catalogue } from '#web/text/catalogue.ts';

export const whyWords = {
  zh: {
    pair: '结对',
    handOver: '移交',
    whyKm: '约 {km} 公里',
    whyKmGuess: '同县估 {km} 公里',
    whySpeaks: '会说{people}话',
    whyNotSpeaks: '不会说{people}话',
    whyBefore: '以前帮扶过',
    whyRoom: '还能接 {room} 户',
  },
  en: {
    pair: 'Pair',
    handOver: 'Hand over',
    whyKm: 'about {km} km',
    whyKmGuess: 'some {km} km by the codes',
    whySpeaks: 'speaks {people}',
    whyNotSpeaks: 'does not speak {people}',
    whyBefore: 'helped them before',
    whyRoom: 'room for {room}',
  },
} as const;

export const whyTexts = catalogue('workforce-why', whyWords);

// Codes and ages by which the form's derived figures are counted. They define the typed columns of the
// national form, the same in every pack: an elderly person is 60 or older (老年人权益保障法, article 2),
// and below 16 nobody is a labourer (劳动法, article 15).

import type { DerivationRule } from './derived.ts';

export const formRule: DerivationRule = {
  head: 'HEAD',
  labour: ['NORMAL', 'SKILLED', 'WEAK'],
  notInSchool: 'NOT_IN_SCHOOL',
  chronic: 'CHRONIC',
  severe: 'SEVERE',
  disabled: 'DISABLED',
  childBelow: 16,
  elderlyFrom: 60,
};

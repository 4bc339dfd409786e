// Steps of a project in the words of a sentence.
import type { Bilingual } from '#domain/kernel/refusal.ts';
import type { ProjectStep } from './project.ts';

export const stepTitles: Readonly<Record<ProjectStep, Bilingual>> = {
  library: { zh: '入库', en: 'in the library' },
  applied: { zh: '已申报', en: 'applied for' },
  reviewed: { zh: '已评审', en: 'reviewed' },
  approved: { zh: '已批复', en: 'approved' },
  tendered: { zh: '已定施工单位', en: 'with a builder' },
  building: { zh: '建设中', en: 'being built' },
  accepted: { zh: '已验收', en: 'accepted' },
  settled: { zh: '已结清', en: 'paid' },
  handedOver: { zh: '已移交', en: 'handed over' },
  stopped: { zh: '已终止', en: 'stopped' },
};

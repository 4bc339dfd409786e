// The fourteen kinds of data that may never stand on a notice (domain notes, P12), and two more that the
// law on personal information of 2021 treats alike: a full date of birth, and religion.
import type { Bilingual } from '#domain/kernel/refusal.ts';

export const sensitiveKinds = [
  'identity',
  'disabilityCertificate',
  'phone',
  'bankAccount',
  'health',
  'disability',
  'address',
  'name',
  'school',
  'income',
  'photo',
  'signature',
  'coordinates',
  'political',
  'familyPlanning',
  'birthDate',
  'religion',
] as const;
export type SensitiveKind = (typeof sensitiveKinds)[number];

export const sensitiveTitles: Readonly<Record<SensitiveKind, Bilingual>> = {
  identity: { zh: '身份证号', en: 'an identity number' },
  disabilityCertificate: { zh: '残疾人证号', en: 'the number of a disability certificate' },
  phone: { zh: '私人电话或联系方式', en: 'a private telephone number or address of contact' },
  bankAccount: { zh: '银行账号', en: 'a bank account' },
  health: { zh: '疾病或健康情况', en: 'illness or health' },
  disability: { zh: '残疾情况', en: 'a disability' },
  address: { zh: '详细住址', en: 'an exact address' },
  name: { zh: '不能公开的姓名', en: 'a name that may not be shown' },
  school: { zh: '学校和就读情况', en: 'a school somebody attends' },
  income: { zh: '收入、存款明细', en: 'details of income or savings' },
  photo: { zh: '照片', en: 'a photograph' },
  signature: { zh: '签名、手印', en: 'a signature or fingerprint' },
  coordinates: { zh: '坐标', en: 'coordinates' },
  political: { zh: '政治面貌', en: 'political status' },
  familyPlanning: { zh: '计划生育情况', en: 'family planning' },
  birthDate: { zh: '出生日期', en: 'a full date of birth' },
  religion: { zh: '宗教信仰', en: 'religion' },
};

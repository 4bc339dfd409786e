import { catalogue } from '#web/text/catalogue.ts';

export const reminderTexts = catalogue('caseworkReminder', {
  zh: {
    bell: '提醒',
    bellUnread: '提醒，{count} 条未读',
    title: '提醒',
    lead: '两周内轮到您的、超期的、下级超期报到您这一级的。更早的在“办理”里按期限排着。',
    none: '没有要提醒您的。',
    soon_other: '{count} 件快到期',
    late_other: '{count} 件超期',
    told_other: '下级超期，报到您这一级 {count} 件',
    glass_other: '有人从辖区外查看了一户',
    readAll: '全部标为已读',
    unread: '未读',
  },
  en: {
    bell: 'Reminders',
    bellUnread: 'Reminders, {count} unread',
    title: 'Reminders',
    lead: 'Of the last two weeks: what is due with you, what is overdue, and what was late below and told to your level. Older ones stand among the cases.',
    none: 'Nothing to remind you of.',
    soon_one: '1 case due soon',
    soon_other: '{count} cases due soon',
    late_one: '1 case overdue',
    late_other: '{count} cases overdue',
    told_one: 'Late below, told to your level: 1 case',
    told_other: 'Late below, told to your level: {count} cases',
    glass_one: 'Somebody read a household from outside',
    glass_other: 'Somebody read households from outside',
    readAll: 'Mark all as read',
    unread: 'Unread',
  },
});

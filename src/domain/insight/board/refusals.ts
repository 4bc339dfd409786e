// Expected "no"s of the planning board.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const boardNeedsVillage = {
  code: 'insight/board-needs-village',
  status: 422,
  message: {
    zh: '“{area}”不是村，沙盘上只能把东西放到村。请选一个村。',
    en: '“{area}” is no village, and things on the board are placed on villages. Choose one.',
  },
} as const satisfies RefusalKind;

export const noSuchPiece = {
  code: 'insight/no-such-piece',
  status: 404,
  message: {
    zh: '没有这个单位、分队或项目，或它不在您的管辖范围内。请刷新沙盘再放。',
    en: 'There is no such unit, team or project, or it is outside your jurisdiction. Reload the board and place it again.',
  },
} as const satisfies RefusalKind;

// Expected "no"s of the map.
import type { RefusalKind } from '#domain/kernel/refusal.ts';

export const mapTooWide = {
  code: 'insight/map-too-wide',
  status: 422,
  message: {
    zh: '“{area}”太大，一户一点和照片到县一级才有。请先在图上选一个县。',
    en: '“{area}” is too wide: points of households and photographs are shown within a county. Choose a county on the map first.',
  },
} as const satisfies RefusalKind;

export const noSuchPhotograph = {
  code: 'insight/no-such-photograph',
  status: 404,
  message: {
    zh: '没有这张地方照片：可能已撤下，或者它是一户人家的、拍到了人，那样的照片只在它所属的户里看。',
    en: 'There is no such photograph of a place: it may have been taken down, or it is of a household or shows a person and is seen only where it belongs.',
  },
} as const satisfies RefusalKind;

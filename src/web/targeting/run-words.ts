import type { Text } from '#web/text/catalogue.ts';
import type { targetingTexts } from './texts.ts';

export type TargetingText = Text<NonNullable<(typeof targetingTexts)['key']>>;

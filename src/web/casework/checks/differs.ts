import type { CheckAnswer, CheckItem } from '#contract/casework-checks.ts';

/** Whether what was found is not what the rules made of the register as it stood then. */
export function differsFromRegister(
  { kind }: CheckItem,
  { register, holds }: CheckAnswer,
): boolean {
  return kind === 'criterion' && register.holds !== null && register.holds !== holds;
}

import { expect, test } from 'vitest';
import { passwordProblem } from './password-rule.ts';

test.each([
  { password: 'maonan9ren', code: 'none', why: 'ten characters that nobody tries first' },
  { password: 'maonan9re', code: 'access/password-short', why: 'one character is missing' },
  { password: '环江毛南族自治县下南', code: 'none', why: 'ten Chinese characters are ten' },
  { password: 'x'.repeat(201), code: 'access/password-long', why: 'nobody types so much' },
  { password: 'linguiying1', code: 'access/password-like-name', why: 'it is the name and a digit' },
  { password: 'gniyiugnil', code: 'access/password-like-name', why: 'it is the name backwards' },
  { password: 'LinGuiying2016', code: 'access/password-like-name', why: 'case hides nothing' },
  { password: 'the linguiying of tomorrow', code: 'none', why: 'the name is a small part of it' },
  { password: 'password123', code: 'access/password-common', why: 'it leads every list' },
  { password: 'PASSWORD-123', code: 'access/password-common', why: 'signs and case hide nothing' },
  { password: 'huanjiang2016', code: 'access/password-common', why: 'it is the county and a year' },
  {
    password: 'ｐａｓｓｗｏｒｄ１２３',
    code: 'access/password-common',
    why: 'full width hides nothing',
  },
  { password: '1234567890', code: 'access/password-common', why: 'it is a run of digits' },
  { password: 'jjjjjjjjjj', code: 'access/password-common', why: 'it is one character' },
  { password: '5a5a5a5a5a5', code: 'access/password-common', why: 'it is one piece over and over' },
  { password: 'zyxwvutsrqp', code: 'access/password-common', why: 'it is the alphabet backwards' },
  { password: 'old-and-known', code: 'access/password-same', why: 'it is the one in force' },
])('“$password” gives $code, since $why', ({ password, code }) => {
  const problem = passwordProblem({ password, username: 'linguiying', current: 'old-and-known' });

  expect(problem?.kind.code ?? 'none').toBe(code);
});

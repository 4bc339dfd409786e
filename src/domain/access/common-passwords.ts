// The passwords tried first, here and anywhere: what guessing begins with. A short list on purpose;
// the throttle stops the long ones. Words are matched with digits and signs taken away as well.

export const commonPasswords: ReadonlySet<string> = new Set(
  `
  password passwort password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword
  letmein letmeinnow welcome welcome1 welcome123 iloveyou iloveyou1 sunshine princess football
  baseball superman batman dragon monkey shadow master trustno1 whatever starwars computer internet
  changeme changeme123 changeit default secret admin admin123 admin1234 admin12345 admin123456
  administrator root rootroot toor system manager guest test test123 test1234 testtest demo demo123
  user username login qwerty qwerty1 qwerty12 qwerty123 qwerty1234 qwertyuiop qwe123456 qweasdzxc
  qazwsx qazwsxedc 1qaz2wsx 1qaz2wsx3edc zaq12wsx 1q2w3e4r 1q2w3e4r5t asdfghjkl zxcvbnm asd123456
  abc123 abc12345 abc123456 abcd1234 abcd123456 a123456789 a1234567890 aa123456 aa12345678
  123456 1234567 12345678 123456789 1234567890 12345678910 0123456789 9876543210 0987654321
  123123123 1231231234 112233445566 1122334455 147258369 147258369a 789456123 741852963 123321123
  5201314 520131400 5201314520 1314520 13145201314 woaini woaini1314 woaini520 woaini521 woaiwojia
  woaizhongguo zhongguo nihao nihao123 mima mima123 mima123456 caonima beijing shanghai guangxi
  huanjiang hechi nanning fupin fupinban jingzhunfupin tuopin bangfu bangfu123 bangfu2016
  iloveyou1314 p@ssw0rd123 admin@123 admin@1234 admin@123456 root@123 test@123 qwer1234 qwer12345
  qwer123456 asdf1234 zxcv1234 love1234 woaini123 wang123456 li123456 zhang123456 liu123456
  密码 密码123456 我爱中国 我爱你 精准扶贫 脱贫攻坚
  `
    .trim()
    .split(/\s+/),
);

// What a browser said of itself, shortened to what its owner recognises. The order matters: most
// browsers also claim to be those further down.

const browsers = [
  ['MicroMessenger', 'WeChat'],
  ['DingTalk', 'DingTalk'],
  ['HuaweiBrowser', 'Huawei Browser'],
  ['MiuiBrowser', 'Mi Browser'],
  ['QQBrowser', 'QQ Browser'],
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
  ['curl', 'curl'],
] as const;

const systems = [
  ['HarmonyOS', 'HarmonyOS'],
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;

export interface DeviceName {
  readonly browser: string;
  readonly system: string;
}

/** Undefined parts are empty: a program says neither. */
export function deviceName(said: string): DeviceName {
  const named = (list: readonly (readonly [string, string])[]) =>
    list.find(([mark]) => said.includes(mark))?.[1] ?? '';
  return { browser: named(browsers), system: named(systems) };
}

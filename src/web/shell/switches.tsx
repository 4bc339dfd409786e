// Language and appearance, each one press away, on every page and before sign-in.
import { useQueryClient } from '@tanstack/react-query';
import { meOptions } from '#web/access/me.ts';
import { call } from '#web/client/call.ts';
import { chooseLanguage, useText } from '#web/text/catalogue.ts';
import { chooseAppearance, useAppearance } from '#web/theme/appearance.ts';
import { shellTexts } from './texts.ts';

export function LanguageSwitch() {
  const text = useText(shellTexts);
  const change = useChangeLanguage();
  return (
    <button
      type="button"
      className="button plain"
      lang={text.language === 'zh' ? 'en' : 'zh-CN'}
      aria-label={text('languageLabel')}
      onClick={change}
    >
      {text('language')}
    </button>
  );
}

/** Changes the language here at once, and at the server where somebody is signed in. */
export function useChangeLanguage(): () => void {
  const text = useText(shellTexts);
  const client = useQueryClient();
  return () => {
    const next = text.language === 'zh' ? 'en' : 'zh';
    chooseLanguage(next);
    const signedIn = client.getQueryData(meOptions.queryKey) !== undefined;
    // A choice that did not reach the server still holds on this device.
    if (signedIn)
      void call('PUT /api/access/me/language', { body: { language: next } }).catch(() => {});
  };
}

export function AppearanceSwitch() {
  const text = useText(shellTexts);
  const appearance = useAppearance();
  const other = appearance === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="button plain"
      aria-label={text('appearanceLabel', { other: text(other) })}
      onClick={() => chooseAppearance(other)}
    >
      {text(other)}
    </button>
  );
}

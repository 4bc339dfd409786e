// Reads the page out, by the voice of the device, for whoever does not read: what stands on it, and nothing
// that does not. Absent where the device has no voice.
import { useEffect, useState } from 'react';
import { useText } from '#web/text/catalogue.ts';
import { ownTexts } from './own-texts.ts';

const spoken = '.own h1, .own h2, .own .finding p, .own td, .own dt, .own dd, .own li, .own p';

export function ReadAloud() {
  const text = useText(ownTexts);
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!('speechSynthesis' in window)) return null;
  const stop = () => {
    window.speechSynthesis.cancel();
    setSpeaking(false);
  };
  const speak = () => {
    const speech = new SpeechSynthesisUtterance(wordsOfPage());
    speech.lang = text.language === 'zh' ? 'zh-CN' : 'en-GB';
    speech.rate = 0.9;
    speech.onend = () => setSpeaking(false);
    speech.onerror = () => setSpeaking(false);
    window.speechSynthesis.speak(speech);
    setSpeaking(true);
  };
  return (
    <button
      type="button"
      className="button"
      aria-pressed={speaking}
      onClick={speaking ? stop : speak}
    >
      {text(speaking ? 'quiet' : 'listen')}
    </button>
  );
}

/** Each part once: of parts within one another the innermost is read. */
function wordsOfPage(): string {
  const all = [...document.querySelectorAll<HTMLElement>(spoken)];
  const inner = all.filter((part) => part.querySelector(spoken) === null);
  return inner.map((part) => part.innerText.trim()).join('。');
}

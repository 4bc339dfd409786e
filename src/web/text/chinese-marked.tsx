// Stands once at the root of each entry. Nobody who reads Chinese downloads what it needs.
import { useEffect } from 'react';
import { useLanguage } from './catalogue.ts';

export function ChineseMarked() {
  const language = useLanguage();
  useEffect(() => {
    if (language === 'zh') return;
    let isOver = false;
    let stop = () => {
      isOver = true;
    };
    void import('./mark-chinese.ts').then(({ markChinese }) => {
      if (!isOver) stop = markChinese(document.body);
    });
    return () => stop();
  }, [language]);
  return null;
}

import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseLanguage } from './catalogue.ts';
import { ChineseMarked } from './chinese-marked.tsx';

beforeEach(() => {
  chooseLanguage('en');
});

afterEach(() => {
  cleanup();
});

function page(children: ReactNode) {
  return render(
    <>
      <ChineseMarked />
      {children}
    </>,
  );
}

/** The words that are marked, in the order of the page. */
function marked(): readonly string[] {
  return [...document.querySelectorAll('[lang]')]
    .filter((part) => part !== document.documentElement)
    .map((part) => part.textContent ?? '');
}

test('on an English page the smallest part that is Chinese says so', async () => {
  page(
    <table>
      <tbody>
        <tr>
          <td>
            <a href="/areas/451226">思恩镇</a>
          </td>
          <td>
            才帛村 <small>第3组</small>
          </td>
          <td>3 households</td>
        </tr>
      </tbody>
    </table>,
  );

  await waitFor(() => expect(marked()).toEqual(['思恩镇', '才帛村 第3组']));
  expect(screen.getByText('思恩镇').getAttribute('lang')).toBe('zh-CN');
});

test('a sentence of English around a name stays English, and so does what has an English name', async () => {
  page(
    <>
      <p>何伟东 helps 3 households</p>
      <p>
        思恩镇 <span>12 households</span>
      </p>
      <button type="button" aria-label="Open the map of 思恩镇">
        思恩镇
      </button>
      <li>GPS定位</li>
    </>,
  );

  await waitFor(() => expect(marked()).toEqual(['GPS定位']));
});

test('words of a picture are marked; fields are left to who types in them', async () => {
  page(
    <>
      <svg role="img" aria-label="Townships">
        <text>思恩镇</text>
      </svg>
      <textarea defaultValue="合作社务工" />
      <p lang="zh-Hant">環江</p>
    </>,
  );

  await waitFor(() => expect(marked()).toEqual(['思恩镇', '環江']));
  expect(screen.getByText('環江').getAttribute('lang')).toBe('zh-Hant');
});

test('a mark goes and comes with the words, and goes with the language', async () => {
  let say: (words: string) => void = () => undefined;
  function Changing() {
    const [words, setWords] = useState('未填');
    say = setWords;
    return (
      <p>
        村名 <b>{words}</b>
      </p>
    );
  }
  page(<Changing />);
  await waitFor(() => expect(marked()).toEqual(['村名 未填']));

  act(() => say('not known'));
  await waitFor(() => expect(marked()).toEqual([]));

  act(() => say('才帛村'));
  await waitFor(() => expect(marked()).toEqual(['才帛村']));

  act(() => chooseLanguage('zh'));
  await waitFor(() => expect(marked()).toEqual([]));
});

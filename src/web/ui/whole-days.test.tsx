import { cleanup, render } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { WholeDays } from './whole-days.tsx';

beforeEach(cleanup);

test('days in a sentence are kept whole, and the sentence is the same', () => {
  const sentence = 'Last visit 2016-07-02, next by 31 Aug 2016, 2016年9月30日';
  const { container } = render(<WholeDays>{sentence}</WholeDays>);

  expect(container.textContent).toBe(sentence);
  expect([...container.querySelectorAll('.day')].map((one) => one.textContent)).toEqual([
    '2016-07-02',
    '31 Aug 2016',
    '2016年9月30日',
  ]);
});

test('a sentence without a day stays a text', () => {
  const { container } = render(<WholeDays>仪凤村 451226202202，共 121 户</WholeDays>);

  expect(container.innerHTML).toBe('仪凤村 451226202202，共 121 户');
});

import { cleanup, render } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { Dotted } from './dotted.tsx';

beforeEach(cleanup);

test('dots stand between what there is, never at an end', () => {
  const { container } = render(
    <Dotted>
      {'仪凤村'}
      {null}
      {''}
      <time>2016-09-27</time>
    </Dotted>,
  );

  expect(container.textContent).toBe('仪凤村\u00a0· 2016-09-27');
});

test('columns can leave the dots out', () => {
  const { container } = render(
    <Dotted>
      {'仪凤村'}
      {'3 户'}
    </Dotted>,
  );
  for (const dot of container.querySelectorAll('.dot')) dot.remove();

  expect(container.textContent).toBe('仪凤村 3 户');
});

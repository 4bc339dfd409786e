import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { queryClient } from '#web/client/query-client.ts';
import { JobProgress } from './job-progress.tsx';

const ended = {
  id: 'a',
  kind: 'tea.pour',
  areaCode: '451226',
  state: 'done',
  done: 5,
  total: null,
  step: '',
  result: null,
  failure: null,
  createdAt: '2016-09-30T00:00:00Z',
  startedAt: '2016-09-30T00:00:00Z',
  finishedAt: '2016-09-30T00:00:01Z',
};

beforeEach(() => {
  cleanup();
  queryClient.clear();
  localStorage.setItem('bangfu.language', 'zh');
});

test('the end of a run is told once, however often the page is drawn again', async () => {
  globalThis.fetch = async () => Response.json(ended);
  let told = 0;
  // A page that draws itself anew whenever the end is told, as one that reads its list again does.
  function Page() {
    const [drawn, setDrawn] = useState(0);
    return (
      <JobProgress
        id="a"
        onOver={() => {
          told += 1;
          setDrawn(drawn + 1);
        }}
      />
    );
  }

  render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  );
  await screen.findByText(/已完成 5/);
  await new Promise((resolve) => setTimeout(resolve, 50));

  expect(told).toBe(1);
});

test('a run that does not know how much there is takes the count of the dry run', async () => {
  globalThis.fetch = async () => Response.json({ ...ended, state: 'running', finishedAt: null });

  render(
    <QueryClientProvider client={queryClient}>
      <JobProgress id="a" expected={20} />
    </QueryClientProvider>,
  );

  expect(await screen.findByText(/已完成 5，共 20/)).toBeDefined();
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
});

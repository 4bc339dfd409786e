import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { AttachmentView } from '#contract/registry-attachments.ts';
import { queryClient } from '#web/client/query-client.ts';
import { Attachments } from './attachments.tsx';

const household = '06e29a00-0000-8000-9000-0000000000a1';
const one: AttachmentView = {
  id: '06e29a00-0000-8000-9000-0000000000f1',
  subject: `household:${household}`,
  kind: 'picture',
  showsPerson: true,
  fileName: '老屋.jpg',
  type: 'jpeg',
  bytes: 1_300_000,
  by: '林桂英',
  at: '2016-09-01T02:00:00.000Z',
  isEvidence: false,
  mayTakeDown: true,
};
const asked: string[] = [];

async function show(items: readonly AttachmentView[], language: 'zh' | 'en' = 'zh') {
  cleanup();
  queryClient.clear();
  localStorage.setItem('bangfu.language', language);
  asked.length = 0;
  globalThis.fetch = async (url, init) => {
    asked.push(`${init?.method ?? 'GET'} ${String(url)}`);
    return Response.json({ items });
  };
  render(
    <QueryClientProvider client={queryClient}>
      <Attachments household={household} subject={`case:${one.id}`} mayAdd />
    </QueryClientProvider>,
  );
  await screen.findByText(items.length === 0 ? /还没有附件|No files yet/ : one.fileName);
}

beforeEach(() => localStorage.clear());

test('a file says what it is, how large, by whom and when, and is not opened unasked', async () => {
  await show([one]);

  expect(screen.getAllByText('照片').length).toBeGreaterThan(0);
  expect(screen.getByText(/林桂英 · 2016-09-01 · 1.2 MB/)).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();

  await userEvent.click(screen.getByRole('button', { name: '打开 老屋.jpg' }));
  const picture = screen.getByRole<HTMLImageElement>('img', { hidden: true });
  expect(picture.alt).toBe('“老屋.jpg”的画面');
  expect(picture.src).toContain(`/api/registry/attachments/${one.id}/file`);
});

test('taking down asks once more; what proves something cannot be taken down', async () => {
  await show([one]);
  await userEvent.click(screen.getByRole('button', { name: '撤下 老屋.jpg' }));
  expect(asked.some((line) => line.startsWith('DELETE'))).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: '确定撤下 老屋.jpg' }));
  expect(asked).toContain(`DELETE /api/registry/attachments/${one.id}`);

  await show([{ ...one, isEvidence: true, mayTakeDown: false }], 'en');
  expect(screen.getByText('Evidence')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Take down/ })).toBeNull();
});

test('an empty list says so, in English too, and offers the camera', async () => {
  await show([], 'en');

  expect(screen.getByText('No files yet.')).toBeTruthy();
  expect(screen.getByLabelText('Take a picture or choose a file')).toBeTruthy();
});

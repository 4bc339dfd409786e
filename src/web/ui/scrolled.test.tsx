import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Block } from './block.tsx';
import { Scrolled } from './scrolled.tsx';
import { Tabs } from './tabs.tsx';

beforeEach(() => {
  cleanup();
  localStorage.setItem('bangfu.language', 'zh');
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** There is no layout here: what is inside is so wide, its place so narrow. */
function wide(inside: number, place: number): void {
  vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockReturnValue(inside);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(place);
}

test('what is wider than its place is reached by keys and named by its block', () => {
  wide(900, 320);
  render(
    <Block title="各乡镇">
      <Scrolled>
        <table />
      </Scrolled>
    </Block>,
  );

  expect(screen.getByRole('group', { name: '各乡镇' }).tabIndex).toBe(0);
});

test('outside a block it has the name it was given, or that of a table', () => {
  wide(900, 320);
  render(
    <>
      <Scrolled label="名单">
        <table />
      </Scrolled>
      <Scrolled>
        <table />
      </Scrolled>
    </>,
  );

  const names = screen.getAllByRole('group').map((one) => one.getAttribute('aria-label'));
  expect(names).toEqual(['名单', '表格']);
});

test('what fits its place is no stop of the keyboard', () => {
  wide(320, 320);
  render(
    <Scrolled label="名单">
      <table />
    </Scrolled>,
  );

  expect(screen.queryByRole('group')).toBeNull();
});

test('the tab that is open is brought into the middle of the bar', () => {
  wide(900, 320);
  vi.spyOn(HTMLElement.prototype, 'offsetLeft', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(60);
  render(
    <Tabs label="标签" open="b">
      <a href="/a">甲</a>
      <a href="/b" aria-current="page">
        乙
      </a>
    </Tabs>,
  );

  expect(screen.getByRole('navigation', { name: '标签' }).scrollLeft).toBe(470);
});

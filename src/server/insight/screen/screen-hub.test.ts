import { describe, expect, test } from 'vitest';
import { makeScreenHub, type ScreenEvent } from './screen-hub.ts';

function aHub() {
  let mark = 'a';
  let marks = 0;
  const hub = makeScreenHub({
    readMark: async () => {
      marks += 1;
      return mark;
    },
    every: () => () => undefined,
  });
  return { hub, change: (to: string) => (mark = to), marks: () => marks };
}

describe('screens that watch', () => {
  test('two hundred screens of one scope cost one reading for each change', async () => {
    const { hub, change } = aHub();
    let reads = 0;
    const got: ScreenEvent[][] = [];
    for (let screen = 0; screen < 200; screen += 1) {
      const events: ScreenEvent[] = [];
      got.push(events);
      const read = async () => {
        reads += 1;
        return `view ${reads}`;
      };
      hub.watch('county', `account ${screen}`, read, (event) => events.push(event));
    }
    await hub.tick();
    const before = reads;
    for (const step of ['b', 'c', 'd']) {
      change(step);
      await hub.tick();
    }

    expect(reads - before).toBe(3);
    expect(got.every((events) => events.length === got[0]?.length)).toBe(true);
    expect(got[199]?.at(-1)?.data).toBe(`view ${reads}`);
  });

  test('nothing is read while no count changes, and nothing is sent when the numbers are the same', async () => {
    const { hub, change, marks } = aHub();
    let reads = 0;
    const events: ScreenEvent[] = [];
    const read = async () => {
      reads += 1;
      return 'the same';
    };
    hub.watch('county', 'a', read, (event) => events.push(event));
    await hub.tick();
    const before = reads;
    await hub.tick();
    await hub.tick();
    expect(reads).toBe(before);
    expect(marks()).toBe(3);
    change('z');
    await hub.tick();

    expect(reads).toBe(before + 1);
    expect(events).toHaveLength(1);
  });

  test('a screen that joins later is shown at once, and one that left is sent nothing', async () => {
    const { hub, change } = aHub();
    let view = 'first';
    const [one, two]: [ScreenEvent[], ScreenEvent[]] = [[], []];
    const leave = hub.watch(
      'county',
      'a',
      async () => view,
      (event) => one.push(event),
    );
    await hub.tick();
    hub.watch(
      'county',
      'b',
      async () => view,
      (event) => two.push(event),
    );
    expect(two.map(({ data }) => data)).toEqual(['first']);
    leave();
    view = 'second';
    change('b');
    await hub.tick();

    expect(one.map(({ data }) => data)).not.toContain('second');
    expect(two.map(({ data }) => data)).toEqual(['first', 'second']);
  });

  test('a phone turns the screens of its own account and no others', () => {
    const { hub } = aHub();
    const [mine, other]: [ScreenEvent[], ScreenEvent[]] = [[], []];
    hub.watch(
      'county',
      'me',
      () => new Promise(() => undefined),
      (event) => mine.push(event),
    );
    hub.watch(
      'county',
      'them',
      () => new Promise(() => undefined),
      (event) => other.push(event),
    );

    expect(hub.steer('me', '3')).toBe(1);
    expect(mine).toEqual([{ name: 'steer', data: '3' }]);
    expect(other).toEqual([]);
  });
});

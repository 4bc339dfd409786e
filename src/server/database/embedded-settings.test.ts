import { expect, test } from 'vitest';
import { settingsFile } from '#server/database/embedded-settings.ts';

test('commits are durable and the network stays closed unless nothing else is said', () => {
  const text = settingsFile('../run', undefined);

  expect(text).toContain("synchronous_commit = 'on'");
  expect(text).toContain("listen_addresses = ''");
  expect(text).toContain("unix_socket_directories = '../run'");
});

test('single settings can be overridden, but not how the server is reached', () => {
  const text = settingsFile(
    '../run',
    "shared_buffers=1GB; listen_addresses = *; log_line_prefix='%m '",
  );

  expect(text).toContain("shared_buffers = '1GB'");
  expect(text).not.toContain('64MB');
  expect(text).toContain("listen_addresses = ''");
  expect(text).toContain("log_line_prefix = '''%m '''");
});

test.each(['shared_buffers', 'Shared=1', 'a=b\nfsync=off'])('%j is no setting', (overrides) => {
  expect(() => settingsFile('../run', overrides)).toThrow('BANGFU_PG_SETTINGS');
});

// The settings of the embedded PostgreSQL: small enough for an office machine, durable (a commit that
// was acknowledged is on disk), reachable by its socket alone. BANGFU_PG_SETTINGS overrides single
// ones (`shared_buffers=512MB; work_mem=32MB`); anything that is not a name and a value is refused.

import { StartProblem } from '#server/database/start-problem.ts';

const settings: Readonly<Record<string, string>> = {
  max_connections: '40',
  shared_buffers: '64MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  synchronous_commit: 'on',
  wal_compression: 'on',
  max_wal_size: '1GB',
  // No replica and no archive reads the log, so a table filled in one transaction need not be in it:
  // the country's areas load in 8 s instead of 11.
  wal_level: 'minimal',
  max_wal_senders: '0',
  checkpoint_timeout: '15min',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_checkpoints: 'off',
};

/** The text of the settings file. How it is reached is not open to overriding. */
export function settingsFile(socketFolder: string, overrides: string | undefined): string {
  const all = {
    ...settings,
    ...parsed(overrides ?? ''),
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
  };
  const lines = Object.entries(all).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`,
  );
  return `# Written at every start; change it with BANGFU_PG_SETTINGS.\n${lines.join('\n')}\n`;
}

function parsed(overrides: string): Record<string, string> {
  const pairs = overrides.split(';').filter((part) => part.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const match = /^\s*([a-z_][a-z0-9_.]*)\s*=\s*([^\n\\]*?)\s*$/.exec(pair);
      const [, name, value] = match ?? [];
      if (name === undefined || value === undefined) throw notASetting(pair.trim());
      return [name, value];
    }),
  );
}

function notASetting(text: string): StartProblem {
  return new StartProblem({
    zh: `BANGFU_PG_SETTINGS 中的“${text}”不是“名称=值”。请写成如 shared_buffers=512MB; work_mem=32MB。`,
    en: `"${text}" in BANGFU_PG_SETTINGS is not name=value. Write it like shared_buffers=512MB; work_mem=32MB.`,
  });
}

// Tells the planner what the tables hold. After a bulk load it knows nothing yet, and autovacuum would
// tell it a minute later.
import { Client, type ClientConfig } from 'pg';

/** Of every lasting table that has changed since it was last looked at; by two sessions, the largest first. */
export async function analyse(owner: ClientConfig): Promise<void> {
  const clients = [new Client(owner), new Client(owner)] as const;
  try {
    await Promise.all(clients.map((client) => client.connect()));
    const [first] = clients;
    const { rows } = await first.query<{ name: string }>(
      `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
       where schemaname not like 'pg\\_temp\\_%'
         and (n_mod_since_analyze > 0 or coalesce(last_analyze, last_autoanalyze) is null)
       order by pg_relation_size(relid) desc`,
    );
    const waiting = rows.map(({ name }) => name);
    await Promise.all(
      clients.map(async (client) => {
        for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
          await client.query(`analyze ${name}`);
        }
      }),
    );
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

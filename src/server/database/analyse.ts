// Tells the planner what the tables hold. After a bulk load it knows nothing yet, and autovacuum would
// tell it a minute later.
import { Client, type ClientConfig } from 'pg';

export async function analyse(owner: ClientConfig): Promise<void> {
  const client = new Client(owner);
  await client.connect();
  await client.query('analyze').finally(() => client.end());
}

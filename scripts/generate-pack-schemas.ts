// Writes the JSON Schemas of pack files to policy/schema.
// Usage: node scripts/tool.mjs generate-pack-schemas
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packSchemas } from '#domain/policy/pack/json-schemas.ts';

const folder = fileURLToPath(new URL('../policy/schema/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, schema] of packSchemas()) {
  writeFileSync(`${folder}${name}`, `${JSON.stringify(schema, null, 2)}\n`);
  process.stdout.write(`policy/schema/${name}\n`);
}

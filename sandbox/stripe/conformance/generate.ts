import { writeFileSync } from 'node:fs';
import { deriveSchema } from './derive/derive-schema.ts';
import { formatSchema } from './derive/format-schema.ts';

const text = formatSchema(await deriveSchema());
writeFileSync(new URL('./schema.json', import.meta.url), text);
process.stdout.write(`schema.json: ${Math.round(text.length / 1024)} kB\n`);

import type { Schema } from '../schema-format.ts';

/** schema.json as text: one operation, event or type on each line, so that changes read well. */
export function formatSchema(schema: Schema): string {
  const parts = Object.entries(schema).map(([key, value]: [string, unknown]) => {
    if (Array.isArray(value))
      return `"${key}":[\n${value.map((v) => JSON.stringify(v)).join(',\n')}\n]`;
    if (typeof value !== 'object' || value === null) return `"${key}":${JSON.stringify(value)}`;
    const lines = Object.entries(value).map(
      ([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`,
    );
    return `"${key}":{\n${lines.join(',\n')}\n}`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

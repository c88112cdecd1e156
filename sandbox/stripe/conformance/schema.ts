import { readFileSync } from 'node:fs';
import type { Schema } from './schema-format.ts';

/** The schema derived from the SDK. Read from its file, since as a module it would slow down tsc. */
export const schema = JSON.parse(
  readFileSync(new URL('./schema.json', import.meta.url), 'utf8'),
) as Schema;

export type Fields = Readonly<Record<string, string>>;

export interface FieldSet {
  /** Field name, without the `?`, -> type expression. */
  types: ReadonlyMap<string, string>;
  required: readonly string[];
}

const fieldSets = new Map<Fields, FieldSet>();

/** Splits the fields of a described type into what is there and what has to be there. */
export function fieldSet(fields: Fields): FieldSet {
  let known = fieldSets.get(fields);
  if (!known) {
    const types = new Map<string, string>();
    const required: string[] = [];
    for (const [key, type] of Object.entries(fields)) {
      const name = key.endsWith('?') ? key.slice(0, -1) : key;
      types.set(name, type);
      if (name === key) required.push(name);
    }
    known = { types, required };
    fieldSets.set(fields, known);
  }
  return known;
}

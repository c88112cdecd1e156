import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentVariables } from './platform/env.ts';
import { handledEventTypes } from './domain/ports/event-table.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

describe('the docs are true', () => {
  it('.env.example lists every variable that is read, and no other', () => {
    const listed = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(listed.sort()).toEqual([...environmentVariables].sort());
  });

  it('app/README.md lists every Stripe event that is handled, and no other', () => {
    const stripe = read('app/README.md').split('## Stripe')[1] ?? '';
    const listed = [...stripe.matchAll(/^- `([a-z_.]+)`$/gm)].map((match) => match[1]);
    expect(listed.sort()).toEqual([...handledEventTypes].sort());
  });

  it('app/README.md names every folder of app/', () => {
    const text = read('app/README.md');
    const folders = readdirSync(path.join(root, 'app')).filter((name) =>
      statSync(path.join(root, 'app', name)).isDirectory(),
    );
    for (const folder of folders) {
      if (folder === 'domain' || folder === 'decisions') continue;
      expect(text, folder).toContain(`\`${folder}/\``);
    }
  });

  it.each(['README.md', 'app/README.md'])('%s points only to files that exist', (file) => {
    const text = read(file);
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g)].map(
      (match) => match[1] ?? '',
    );
    for (const link of links) {
      expect(existsSync(path.resolve(root, path.dirname(file), link)), link).toBe(true);
    }
    const base = file === 'app/README.md' ? 'app' : '.';
    const named = [...text.matchAll(/`([\w./-]+\.(?:ts|tsx|sql|cjs|mjs))`/g)].map(
      (match) => match[1] ?? '',
    );
    for (const name of named) {
      const isThere =
        existsSync(path.resolve(root, base, name)) || existsSync(path.resolve(root, name));
      expect(isThere, name).toBe(true);
    }
  });

  it('every decision is numbered, and the numbers are unique', () => {
    const numbers = readdirSync(path.join(root, 'app/decisions')).map((name) => name.slice(0, 4));
    expect(numbers.every((number) => /^\d{4}$/.test(number))).toBe(true);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

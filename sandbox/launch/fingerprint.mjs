// @ts-check
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * A hash over the names and contents of files and of everything in folders.
 * @param {string} base @param {string[]} names relative to `base`; those that don't exist are left out
 * @param {(file: string) => boolean} [counts] which files matter
 */
export function fingerprint(base, names, counts = () => true) {
  const hash = createHash('sha256');
  for (const name of names) {
    for (const file of filesUnder(base, name)) {
      if (!counts(file)) continue;
      hash
        .update(`${file}\0`)
        .update(fs.readFileSync(path.join(base, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** @param {string} base @param {string} name @returns {string[]} */
function filesUnder(base, name) {
  const stat = fs.statSync(path.join(base, name), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [name];
  const inside = fs.readdirSync(path.join(base, name)).sort();
  return inside.flatMap((entry) => filesUnder(base, path.join(name, entry)));
}

/** @param {string} file */
export function readStamp(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : null;
}

import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Media } from '../../domain/ports/images.ts';

/** Begins with a dot: it is never served. In the same folder, so that a rename moves nothing. */
const unfinished = '.incoming-';

/** Pictures on a disk, which may be a network's. */
export function createMediaFolder(folder: string): Media {
  const root = path.resolve(folder);
  return {
    async keep(files) {
      await mkdir(root, { recursive: true });
      const written: { from: string; to: string }[] = [];
      try {
        for (const { name, content } of files) {
          const from = path.join(root, `${unfinished}${randomUUID()}`);
          written.push({ from, to: path.join(root, fileName(name)) });
          const file = await open(from, 'wx', 0o644);
          try {
            await file.writeFile(content);
            await file.sync();
          } finally {
            await file.close();
          }
        }
        for (const { from, to } of written) await rename(from, to);
      } catch (error) {
        await Promise.all(written.map(({ from }) => rm(from, { force: true })));
        throw error;
      }
    },
    async remove(names) {
      for (const name of names) await rm(path.join(root, fileName(name)), { force: true });
    },
    async listOlderThan(instant) {
      const names: string[] = [];
      for (const name of await namesIn(root)) {
        const found = await stat(path.join(root, name)).catch(nullWhenGone);
        if (found?.isFile() && found.mtime < instant) names.push(name);
      }
      return names;
    },
  };
}

/** @throws when it would lead out of the folder. */
function fileName(name: string): string {
  if (path.basename(name) !== name || name === '..') throw new Error('Not the name of a file.');
  return name;
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(nullWhenGone)) ?? [];
}

function nullWhenGone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}

// @ts-check
import net from 'node:net';
import { Problem } from './problem.mjs';

/**
 * @param {number} port @param {string} [host]
 * @returns {Promise<string | null>} null when free, otherwise the system's code, such as EADDRINUSE
 */
export function whyNotFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', (error) => resolve('code' in error ? String(error.code) : 'unknown'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

/**
 * @param {{ port: number, host: string, what: string }[]} wanted
 * @param {number} first the PORT they all derive from
 * @throws {Problem} naming the first port that can't be had, and the remedy
 */
export async function assertFree(wanted, first) {
  for (const { port, host, what } of wanted) {
    const why = await whyNotFree(port, host);
    if (why === null) continue;
    const remedy = `choose other ports: PORT=${first + 1000} npm start`;
    if (why === 'EADDRINUSE') {
      throw new Problem(`Port ${port} (${what}) is in use: stop what uses it, or ${remedy}`);
    }
    if (why === 'EACCES') throw new Problem(`Port ${port} (${what}) is not allowed: ${remedy}`);
    throw new Problem(
      `Port ${port} (${what}) on ${host} can't be opened (${why}): check HOST, or ${remedy}`,
    );
  }
}

/**
 * @param {number} count how many ports in a row
 * @returns {Promise<number>} the first of a free block; others may still take it before you do
 */
export async function findFreeBlock(count) {
  for (let attempt = 0; attempt < 200; attempt++) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const block = Array.from({ length: count }, (_, index) => whyNotFree(first + index));
    if ((await Promise.all(block)).every((why) => why === null)) return first;
  }
  throw new Problem('No free ports were found between 20000 and 30000.');
}

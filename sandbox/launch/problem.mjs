// @ts-check

/** Something the person at the keyboard can put right: `message` is one line that says how. */
export class Problem extends Error {
  name = 'Problem';
}

/**
 * Turns what a full disk looks like, wherever it is noticed first, into its one line.
 * @param {unknown} error @param {string} [log] what the failing program wrote
 * @returns {unknown} the error itself when the disk has room
 */
export function orDiskFull(error, log = '') {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const text = `${error instanceof Error ? error.message : String(error)}\n${log}`;
  const isFull =
    code === 'ENOSPC' ||
    code === '53100' ||
    /No space left on device|Check free disk space|ENOSPC/.test(text);
  return isFull ? new Problem('The disk is full: make room on it, then start again.') : error;
}

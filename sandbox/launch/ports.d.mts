/** The system's code, such as EADDRINUSE; null when the port is free. */
export function whyNotFree(port: number, host?: string): Promise<string | null>;
/** The first of `count` free ports in a row; others may still take it before you do. */
export function findFreeBlock(count: number): Promise<number>;
/** @throws {Problem} naming the first port that can't be had, and the remedy. */
export function assertFree(
  wanted: readonly { port: number; host: string; what: string }[],
  first: number,
): Promise<void>;

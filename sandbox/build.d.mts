/** Builds when a source has changed since the last build. @throws {Problem} */
export function ensureBuilt(say: (line: string) => void): Promise<void>;

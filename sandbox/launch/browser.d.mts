/**
 * Finds a Chromium for the browser tests, and fetches one when this machine has none.
 * @throws {Problem} whose message is one line with the remedy
 */
export function findBrowser(say: (line: string) => void): Promise<string>;

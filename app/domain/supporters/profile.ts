/** As long as a name on a receipt can be. */
export const nameMaxLength = 200;
/** An address takes a few lines on a receipt, and no more. */
export const postalAddressMaxLength = 400;
export const postalAddressMaxLines = 8;

/** What stands on somebody's receipts. */
export interface Profile {
  readonly email: string;
  readonly name: string | null;
  /** Line breaks are kept. */
  readonly postalAddress: string | null;
}

/** An address as it is kept: no blank lines, no blanks at a line's ends. */
export function tidyAddress(typed: string): string {
  return typed
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

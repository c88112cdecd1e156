/**
 * What was asked of a mail server or of the DNS. `unavailable`: no answer could be had in time, which
 * says nothing about what it would be. `code`: of the connection or of the resolver.
 */
export type TextAnswer =
  | { readonly ok: true; readonly records: readonly string[] }
  | { readonly ok: false; readonly code: string };

export type ServerAnswer =
  | { readonly ok: true }
  /** `reply`: the server's own words, one line; null when it said none. */
  | { readonly ok: false; readonly code: string; readonly reply: string | null };

/** Looks at what outgoing mail stands on, and changes nothing. Both end within seconds, and never throw. */
export interface MailChecks {
  /** Connects, signs in if the address says with what, and leaves without a mail. */
  greetServer(): Promise<ServerAnswer>;
  /** The TXT records of a name; none when it has none. */
  lookUpText(name: string): Promise<TextAnswer>;
}

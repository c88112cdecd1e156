import type { Locale } from '../../kernel/locale.ts';

/** What every page of the site has around its content; no different for any two readers without a session. */
export interface SiteView {
  readonly newsroom: {
    readonly name: string;
    readonly tagline: Record<Locale, string>;
    readonly legalName: string;
    readonly address: string;
    readonly taxId: string;
    readonly contactEmail: string;
    readonly timeZone: string;
  };
  readonly sections: readonly { readonly slug: string; readonly name: Record<Locale, string> }[];
  /** When the newest story came out, ISO 8601: the paper's date line. */
  readonly latestAt: string | null;
  readonly viewer: 'reader' | 'supporter' | 'staff';
}

/** What the document itself needs, whichever page it holds. */
export interface RootView {
  /** Scheme and host that readers use, without a slash at the end. */
  readonly appUrl: string;
  readonly newsroomName: string;
  readonly entryScript: string;
  readonly sandbox: {
    readonly mailboxUrl: string | null;
    readonly stripeUrl: string | null;
  } | null;
}

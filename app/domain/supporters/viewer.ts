import type { Locale } from '../../kernel/locale.ts';

/** What a member of staff may do: everything; content and asks; looking only. */
export const roles = ['owner', 'editor', 'analyst'] as const;
export type Role = (typeof roles)[number];

export interface ViewerSupporter {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly locale: Locale;
}

/** Who is looking at a page. Without a session everything is null. */
export interface Viewer {
  readonly supporter: ViewerSupporter | null;
  /** Null as well while it waits for a passkey: what a role opens stays closed until then. */
  readonly role: Role | null;
  /** The role that waits, and for what: using a passkey of theirs, or adding their first one. */
  readonly waiting: { readonly role: Role; readonly step: 'confirm' | 'add' } | null;
  /** Until when a member of staff without a passkey has to add one; null when nobody asks. */
  readonly passkeyDue: Date | null;
  readonly sessionId: string | null;
}

export const anonymousViewer: Viewer = {
  ...{ supporter: null, role: null, waiting: null, passkeyDue: null, sessionId: null },
};

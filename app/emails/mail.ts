import type { MailWords } from '../domain/ports/mail-samples.ts';
import type { OptionalTopic } from '../domain/ports/mail.ts';
import type { Locale } from '../kernel/locale.ts';

/** A mail that is written and only has to be sent. */
export interface RenderedMail {
  /** The newsroom's name, in the mail's language. */
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where an answer goes: to people, in the newsroom. */
  readonly replyTo: string;
  readonly headers: Record<string, string>;
}

/** What every mail knows about where it comes from. */
export interface MailFrame {
  readonly locale: Locale;
  /** Scheme and host that readers use, no slash at the end: every link begins with it. */
  readonly appUrl: string;
  readonly newsroom: {
    readonly name: string;
    readonly legalName: string;
    readonly address: string;
    readonly taxId: string;
    readonly contactEmail: string;
    readonly timeZone: string;
  };
  /** How to do without mails like this one; none for those that everybody gets. */
  readonly optOut?: OptOut | undefined;
  /** The newsroom's own words in this mail. */
  readonly words?: MailWords | null | undefined;
}

export interface OptOut {
  readonly topic: OptionalTopic;
  /** The page where one chooses. */
  readonly pageUrl: string;
  /** Where a mail program posts for its owner. */
  readonly oneClickUrl: string;
}

/** A mail's content, written once and rendered twice: as HTML and as plain text. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  /** Names a part of a long mail. */
  | { readonly kind: 'subheading'; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      /** lead: first words that say no fact, which the newsroom's own may replace. */
      readonly role?: 'greeting' | 'lead';
    }
  | { readonly kind: 'small'; readonly text: string }
  /** The one thing to do, with its address also in plain sight. */
  | { readonly kind: 'button'; readonly label: string; readonly href: string }
  /** Something else that can be done: words that lead there, and the address itself. */
  | { readonly kind: 'link'; readonly label: string; readonly href: string }
  /** To be typed or copied. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] };

/** The small print below. */
export interface Footer {
  readonly lines: readonly string[];
  readonly link: { readonly label: string; readonly href: string } | null;
}

export interface Fact {
  readonly term: string;
  /** Line breaks are kept. */
  readonly value: string;
}

import type { Locale } from '../../kernel/locale.ts';
import type { MailTemplate } from './mail.ts';

/** The newsroom's own words in a mail; empty: the mail's own stand. */
export interface MailWords {
  readonly subject: string;
  /** Takes the place of the mail's first words where they are only thanks, else stands before them. */
  readonly opening: string;
  /** Stands last, above the small print. */
  readonly closing: string;
}

export interface SampleMail {
  readonly subject: string;
  readonly text: string;
}

/** Mails written from made-up facts, by the very functions that write real ones. */
export interface MailSamples {
  write(input: {
    readonly template: MailTemplate;
    readonly locale: Locale;
    readonly newsroom: {
      readonly name: string;
      readonly legalName: string;
      readonly address: string;
      readonly taxId: string;
      readonly contactEmail: string;
      readonly timeZone: string;
    };
    readonly words: MailWords | null;
  }): SampleMail;
}

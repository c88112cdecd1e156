import type { MailSamples } from '../../domain/ports/mail-samples.ts';
import { translatorFor } from '../../messages/translate.ts';
import { samples } from './index.ts';

/** Where the links of samples lead: to a page of ours that is not there. */
export function createMailSamples(appUrl: string): MailSamples {
  return {
    write({ template, locale, newsroom, words }) {
      const frame = { locale, appUrl, newsroom, words };
      const { subject, text } = samples[template](translatorFor(locale), frame);
      return { subject, text };
    },
  };
}

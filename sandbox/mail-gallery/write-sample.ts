import {
  preferencesPath,
  preferencesToken,
  unsubscribePath,
} from '../../app/domain/mail-preferences/preferences-link.ts';
import { type MailTemplate, topicOf } from '../../app/domain/ports/mail.ts';
import type { MailFrame, OptOut, RenderedMail } from '../../app/emails/mail.ts';
import type { Locale } from '../../app/kernel/locale.ts';
import { translatorFor } from '../../app/messages/translate.ts';
import { hashAddress } from '../../app/platform/address-hash.ts';
import { facts } from '../../app/emails/samples/sample.ts';
import { samples } from '../../app/emails/samples/index.ts';

/** Where the links of samples lead. */
export const sampleAppUrl = 'https://gauge.example.org';

/** Writes a template's sample with the app's own functions, as `prepareMail` would. */
export function writeSample(template: MailTemplate, locale: Locale): RenderedMail {
  const frame: MailFrame = {
    locale,
    appUrl: sampleAppUrl,
    newsroom: {
      name: locale === 'uk' ? 'Водомір' : 'The Cherlen Gauge',
      legalName: 'ГО «Редакція „Водомір“» (NGO Cherlen Gauge Newsroom)',
      address: '4 Lotsmanskyi Lane\nKorabliv 99999\nUkraine',
      taxId: '00000417',
      contactEmail: 'desk@gauge.example.org',
      timeZone: 'Europe/Kyiv',
    },
    optOut: optOutOf(template, locale),
  };
  return samples[template](translatorFor(locale), frame);
}

function optOutOf(template: MailTemplate, locale: Locale): OptOut | undefined {
  const topic = topicOf[template];
  if (topic === 'essential') return undefined;
  const token = preferencesToken('sample', { addressHash: hashAddress(facts.email), topic });
  return {
    topic,
    pageUrl: sampleAppUrl + preferencesPath(locale, token),
    oneClickUrl: sampleAppUrl + unsubscribePath(locale, token),
  };
}

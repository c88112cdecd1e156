import { simpleParser } from 'mailparser';
import nodemailer from 'nodemailer';
import { beforeAll, describe, expect, test } from 'vitest';
import { mailTemplates, topicOf } from '../../app/domain/ports/mail.ts';
import type { RenderedMail } from '../../app/emails/mail.ts';
import { locales } from '../../app/kernel/locale.ts';
import { en } from '../../app/messages/en/index.ts';
import { galleryPage, inTheme } from './gallery.ts';
import { sampleAppUrl, writeSample } from './write-sample.ts';

const all = locales.flatMap((locale) => mailTemplates.map((template) => ({ template, locale })));

function hrefsOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) =>
    (href ?? '').replaceAll('&amp;', '&'),
  );
}

/** What a reader sees of the HTML. */
function visible(html: string): string {
  return html
    .replace(/<(style|title)>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&');
}

describe.each(all)('$template in $locale', ({ template, locale }) => {
  let mail: RenderedMail;
  beforeAll(() => {
    mail = writeSample(template, locale);
  });

  test('has words everywhere, and no key, placeholder or empty value among them', () => {
    expect(mail.subject).toMatch(/^[^\r\n]{10,120}$/);
    expect(mail.text.length).toBeGreaterThan(200);
    for (const part of [mail.subject, mail.text, visible(mail.html)]) {
      expect(part).not.toMatch(/[{}]|\bundefined\b|\bnull\b|\bNaN\b|Invalid Date|\[object/);
      for (const key of Object.keys(en)) {
        if (key.length > 8) expect(part.includes(key), key).toBe(false);
      }
    }
    if (locale === 'uk') expect(mail.subject).toMatch(/\p{Script=Cyrillic}/u);
  });

  test('leads only to our own pages, and says in plain text every address that the HTML has', () => {
    const hrefs = hrefsOf(mail.html);
    for (const href of hrefs) {
      expect(new URL(href).origin).toBe(sampleAppUrl);
      expect(mail.text).toContain(href);
      if (locale === 'uk') expect(new URL(href).pathname).toMatch(/^\/uk(\/|$)/);
    }
    for (const [address] of mail.text.matchAll(/https?:\/\/\S+/g)) {
      if (address !== sampleAppUrl) expect(hrefs).toContain(address);
    }
  });

  test('is HTML whose every element is closed, loads nothing and is drawn for the dark too', () => {
    const open: string[] = [];
    for (const [, slash, name = '', rest = ''] of mail.html.matchAll(
      /<(\/?)([a-z][a-z0-9]*)([^>]*)>/g,
    )) {
      if (slash) expect(open.pop()).toBe(name);
      else if (!['meta', 'br'].includes(name)) open.push(name);
      expect(rest).toMatch(/^(\s+[a-z-]+="[^"<]*")*$/);
    }
    expect(open).toEqual([]);
    expect(mail.html).not.toMatch(/<img|<link|<script|<svg|url\(|@import|@font-face/i);
    expect(mail.html.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
    expect(mail.html).toContain('prefers-color-scheme:dark');
    expect(inTheme(mail.html, 'dark')).not.toBe(inTheme(mail.html, 'light'));
    // Whatever has a colour of its own has a class by which the dark gives it another.
    for (const [tag] of mail.html.matchAll(/<[a-z0-9]+ [^>]*[";](?:color|background):#[^>]*>/g)) {
      expect(tag).toMatch(/class="/);
    }
  });

  test('goes over the wire in short lines and comes out as it went in', async () => {
    const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
    const { fromName: name, ...content } = mail;
    const sent = await transport.sendMail({
      from: { name, address: 'news@gauge.example.org' },
      to: 'maria@example.org',
      ...content,
    });
    const raw = Buffer.isBuffer(sent.message) ? sent.message : Buffer.alloc(0);
    for (const line of raw.toString('latin1').split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(998);
    }
    const arrived = await simpleParser(raw);
    expect(arrived.subject).toBe(mail.subject);
    expect(arrived.text?.trim()).toBe(mail.text.trim());
    expect(arrived.replyTo?.text).toBe(mail.replyTo);
    expect(arrived.headers.get('auto-submitted')).toBe('auto-generated');
  });

  test('can be unsubscribed from, unless everybody gets it', () => {
    const isOptional = topicOf[template] !== 'essential';
    expect('List-Unsubscribe' in mail.headers).toBe(isOptional);
    expect(hrefsOf(mail.html).some((href) => href.includes('/links/mail/'))).toBe(isOptional);
    if (!isOptional) return;
    expect(mail.headers['List-Unsubscribe']).toMatch(
      /^<https:\/\/[^<>\s]+\/unsubscribe\/[\w.-]+>$/,
    );
    expect(mail.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  });
});

test('the gallery lists every mail and shows each', () => {
  const list = galleryPage(undefined, new URLSearchParams('locale=uk')) ?? '';
  for (const template of mailTemplates) {
    expect(list).toContain(`/gallery/${template}?locale=uk`);
    const shown = galleryPage(template, new URLSearchParams('locale=uk&theme=dark&width=phone'));
    expect(shown).toContain('<iframe');
  }
  expect(galleryPage('no-such-mail', new URLSearchParams())).toBeNull();
});

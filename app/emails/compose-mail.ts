import type { Translate } from '../messages/translate.ts';
import type { Block, Footer, MailFrame, OptOut, RenderedMail } from './mail.ts';
import { type WordedContent, withOwnWords } from './own-words.ts';
import { oneLine, plainName } from './plain-words.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

/** Puts a mail's content into the one layout that all mails share. */
export function composeMail(t: Translate, frame: MailFrame, written: WordedContent): RenderedMail {
  const { newsroom, optOut, words } = frame;
  const content = withOwnWords(written, { newsroom: newsroom.name, words });
  const subject = oneLine(content.subject);
  const footer: Footer = {
    lines: [
      t('mail.footer.sentBy', { newsroom: newsroom.name }),
      t('mail.footer.questions', { email: newsroom.contactEmail }),
      [newsroom.legalName, newsroom.address.replace(/\s*\n\s*/g, ', ')].filter(Boolean).join(', '),
      newsroom.taxId === '' ? '' : t('mail.footer.taxId', { taxId: newsroom.taxId }),
      frame.appUrl,
      optOut ? t(`mail.footer.why.${optOut.topic}`) : '',
    ].filter((line) => line !== ''),
    link: optOut ? { label: t('mail.footer.choose'), href: optOut.pageUrl } : null,
  };
  return {
    fromName: oneLine(newsroom.name),
    subject,
    text: renderText(content.blocks, footer),
    html: renderHtml({
      locale: frame.locale,
      subject,
      name: newsroom.name,
      blocks: content.blocks,
      footer,
      copyHint: t('mail.openInBrowser'),
    }),
    replyTo: newsroom.contactEmail,
    headers: {
      // RFC 3834: so that "I am on holiday" does not answer us.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(optOut ? listHeaders(optOut) : {}),
    },
  };
}

/** The mail program's own unsubscribe button: RFC 2369, and RFC 8058 for doing it with one click. */
function listHeaders({ oneClickUrl }: OptOut): Record<string, string> {
  return {
    'List-Unsubscribe': `<${oneClickUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** "Hello Anna,", or without a name when there is none that can be shown. */
export function greeting(t: Translate, name: string | null): Block {
  const shown = plainName(name);
  return {
    ...{ kind: 'paragraph', role: 'greeting' },
    text: shown ? t('mail.hello', { name: shown }) : t('mail.helloNoName'),
  };
}

import { mailTemplates, type MailTemplate, topicOf } from '../../app/domain/ports/mail.ts';
import { type Locale, isLocale, locales } from '../../app/kernel/locale.ts';
import { escape, linked, page } from '../mailbox/pages.ts';
import { writeSample } from './write-sample.ts';

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];
const widths = { desktop: '100%', phone: '360px' } as const;
type Width = keyof typeof widths;

interface Look {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly width: Width;
}

/** A page of the gallery: all mails at `/gallery`, one at `/gallery/<template>`. Null when there is none. */
export function galleryPage(name: string | undefined, query: URLSearchParams): string | null {
  const look = readLook(query);
  if (name === undefined) return listPage(look);
  const template = mailTemplates.find((known) => known === name);
  return template ? samplePage(template, look) : null;
}

function readLook(query: URLSearchParams): Look {
  const locale = query.get('locale');
  return {
    locale: isLocale(locale) ? locale : 'en',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    width: query.get('width') === 'phone' ? 'phone' : 'desktop',
  };
}

function listPage(look: Look): string {
  const rows = mailTemplates.map(
    (template) => `<tr>
<td class="subject"><a href="${addressOf(template, look)}">${escape(writeSample(template, look.locale).subject)}</a></td>
<td>${template}</td>
<td>${topicOf[template]}</td>
</tr>`,
  );
  return page(
    'Every mail there is',
    `<h1>Every mail there is</h1>
<p class="muted">Written by the app’s own templates from made-up facts. Nothing here was sent.</p>
<dl class="switches">${switchOf('Language', locales, look.locale, (locale) => addressOf(null, { ...look, locale }))}</dl>
<table>
<thead><tr><th scope="col">Subject</th><th scope="col">Template</th><th scope="col">Topic</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`,
  );
}

function samplePage(template: MailTemplate, look: Look): string {
  const mail = writeSample(template, look.locale);
  const headers = Object.entries({ 'Reply-To': mail.replyTo, ...mail.headers }).map(
    ([name, value]) => `<tr><th scope="row">${escape(name)}</th><td>${escape(value)}</td></tr>`,
  );
  return page(
    mail.subject,
    `<h1>${escape(mail.subject)}</h1>
<p class="muted">${template}, ${topicOf[template]}. <a href="${addressOf(null, look)}">Every mail there is</a></p>
<dl class="switches">
${switchOf('Language', locales, look.locale, (locale) => addressOf(template, { ...look, locale }))}
${switchOf('Colours', themes, look.theme, (theme) => addressOf(template, { ...look, theme }))}
${switchOf('Width', ['desktop', 'phone'], look.width, (width) => addressOf(template, { ...look, width }))}
</dl>
<iframe class="sample" style="width:${widths[look.width]}" title="The mail as a reader sees it" sandbox="allow-scripts" srcdoc="${escape(inTheme(mail.html, look.theme))}"></iframe>
<h2>Plain text</h2>
<pre tabindex="0" aria-label="Plain text">${linked(mail.text)}</pre>
<h2>Headers</h2>
<table class="headers"><tbody>
${headers.join('\n')}
</tbody></table>`,
  );
}

/** The mail as it looks under a dark or a light system, whatever this one is. */
export function inTheme(html: string, theme: Theme): string {
  return html.replaceAll('(prefers-color-scheme:dark)', theme === 'dark' ? 'all' : 'not all');
}

/** A line of links, one for each value that a look can have. */
function switchOf<Value extends string>(
  name: string,
  values: readonly Value[],
  chosen: Value,
  address: (value: Value) => string,
): string {
  const links = values.map((value) =>
    value === chosen
      ? `<strong aria-current="true">${value}</strong>`
      : `<a href="${address(value)}">${value}</a>`,
  );
  return `<div><dt>${name}</dt><dd>${links.join(' · ')}</dd></div>`;
}

/** For an attribute of HTML. */
function addressOf(template: MailTemplate | null, look: Look): string {
  return escape(`/gallery${template ? `/${template}` : ''}?${new URLSearchParams({ ...look })}`);
}

import type { Message, MessageSummary } from './message.ts';

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** Text made safe for HTML, in content and in quoted attributes. */
export function escape(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** The frame of every page; `main` is HTML. */
export function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="data:,">
</head>
<body>
<header><a class="name" href="/">Sandbox mailbox</a> <span>Every mail of this instance ends here; none is sent on.</span> <a href="/gallery">Every mail there is</a></header>
<main aria-label="Mailbox">
${main}
</main>
</body>
</html>
`;
}

function time(iso: string): string {
  return `<time datetime="${iso}">${dates.format(new Date(iso))}</time>`;
}

/** The mails, newest first, as far as they went to `to`. */
export function listPage(messages: readonly MessageSummary[], to: string): string {
  const rows = messages.map(
    ({ id, to: recipients, from, subject, date }) => `<tr>
<td class="subject"><a href="/messages/${id}">${escape(subject || '(no subject)')}</a></td>
<td>${escape(recipients.join(', '))}</td>
<td>${escape(from)}</td>
<td class="when">${time(date)}</td>
</tr>`,
  );
  const empty = to
    ? `<p>No mail to ${escape(to)} has arrived. <a href="/">Show all mail</a></p>`
    : '<p>No mail has arrived yet. Ask the site for a sign-in link, and it will be here.</p>';
  const table = `<table>
<thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">From</th><th scope="col">Arrived</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
  return page(
    to ? `Mail to ${to}` : 'Sandbox mailbox',
    `<h1>${to ? `Mail to ${escape(to)}` : 'Mail'}</h1>
<form class="filter" action="/" method="get" role="search">
<label for="to">Recipient</label>
<input id="to" name="to" type="search" value="${escape(to)}" autocomplete="off">
<button>Show</button>
</form>
${rows.length > 0 ? table : empty}`,
  );
}

/** One mail: as a reader sees it, as plain text, its headers, its attachments. */
export function messagePage(message: Message): string {
  const attachments = message.attachments.map(
    ({ filename, contentType, size }, place) =>
      `<li><a href="/messages/${message.id}/attachments/${place}" download>${escape(filename)}</a> <span class="muted">${escape(contentType)}, ${sizeText(size)}</span></li>`,
  );
  const headers = message.headers.map(
    ({ name, value }) => `<tr><th scope="row">${escape(name)}</th><td>${escape(value)}</td></tr>`,
  );
  const recipients = message.to.map(
    (address) => `<a href="/?to=${encodeURIComponent(address)}">${escape(address)}</a>`,
  );
  return page(
    message.subject || '(no subject)',
    `<h1>${escape(message.subject || '(no subject)')}</h1>
<dl>
<div><dt>From</dt><dd>${escape(message.from)}</dd></div>
<div><dt>To</dt><dd>${recipients.join(', ')}</dd></div>
<div><dt>Arrived</dt><dd>${time(message.date)}</dd></div>
</dl>
${message.html === null ? '' : `<iframe title="The mail as a reader sees it" sandbox="allow-scripts allow-top-navigation-by-user-activation" srcdoc="${escape(framed(message.html))}"></iframe>`}
${attachments.length > 0 ? `<h2>Attachments</h2>\n<ul>${attachments.join('')}</ul>` : ''}
<h2>Plain text</h2>
<pre tabindex="0" aria-label="Plain text">${linked(message.text)}</pre>
<h2>Headers</h2>
<table class="headers"><tbody>
${headers.join('\n')}
</tbody></table>`,
  );
}

export function noSuchPage(): string {
  return page(
    'Not here',
    '<h1>Not here</h1>\n<p>There is no such mail, or it has been deleted. <a href="/">All mail</a></p>',
  );
}

/**
 * `allow-scripts` lets tools such as axe look inside; the page's content policy, which the frame
 * inherits, still keeps every script of the mail itself from running.
 * Links of a mail leave the frame, as they would leave a mail program.
 */
function framed(html: string): string {
  const base = '<base target="_top">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, `$&${base}`) : `${base}${html}`;
}

/** Plain text as HTML whose addresses can be followed. */
export function linked(text: string): string {
  return escape(text).replace(
    /https?:\/\/[^\s<>]+/g,
    (address) => `<a href="${address}">${address}</a>`,
  );
}

function sizeText(bytes: number): string {
  return bytes < 1_000 ? `${bytes} bytes` : `${Math.round(bytes / 1_000)} kB`;
}

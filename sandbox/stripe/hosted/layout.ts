import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Speech } from './words.ts';

export function documentOf(
  speech: Speech,
  title: string,
  body: Html,
  stylesheet = '/assets/hosted.css',
): string {
  return html`<!doctype html>
    <html lang="${speech.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${stylesheet}" />
      </head>
      <body>
        ${body}
      </body>
    </html> `.text;
}

/** One message and a way on. */
export function notice(
  speech: Speech,
  content: { title: string; text: string; link?: { href: string; text: string } | null },
): string {
  return documentOf(
    speech,
    content.title,
    html`<main class="single">
      <p><span class="badge">${speech.say('testMode')}</span></p>
      <h1>${content.title}</h1>
      <p>${content.text}</p>
      ${content.link && html`<p><a href="${content.link.href}">${content.link.text}</a></p>`}
    </main>`,
  );
}

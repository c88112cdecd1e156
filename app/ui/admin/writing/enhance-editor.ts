/*
 * The editor's script, loaded on its page alone: what is typed is kept on the server as it is
 * typed, and in the browser while the server can't be reached; the preview keeps up; two people see
 * each other. Without it the form works as forms do.
 */
import { addTools } from './enhance-tools.ts';

const keepAfterMs = 2_000;
const previewAfterMs = 700;
const presenceEveryMs = 45_000;

type Strings = Readonly<Record<string, string>>;

export function enhanceEditor(form: HTMLFormElement): void {
  const strings = readStrings(form);
  addTools(form, strings);
  const preview = previewOf(form);
  const keep = keeperOf(form, strings);
  form.addEventListener('input', () => {
    preview();
    keep();
  });
  forgetWhatIsSaved(form);
  offerWhatIsLeft(form, strings);
  showPresence(form, strings);
  preview();
}

function readStrings(form: HTMLFormElement): Strings {
  const template = form.querySelector<HTMLTemplateElement>('template[data-strings]');
  return JSON.parse(template?.content.textContent ?? '{}') as Strings;
}

const newArticle = /\/admin\/articles\/new$/;

/**
 * What the browser kept goes only when the server has said that it is saved: a form that is sent
 * after the session ended is answered by the sign-in page.
 */
function forgetWhatIsSaved(form: HTMLFormElement): void {
  const done = new URLSearchParams(window.location.search).get('done');
  if (done === 'saved' || done === 'begun' || done === 'dropped') {
    localStorage.removeItem(keyOf(form));
  }
  if (done === 'begun') {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('article:') && newArticle.test(key)) localStorage.removeItem(key);
    }
  }
}

const keyOf = (form: HTMLFormElement) => `article:${form.getAttribute('action') ?? ''}`;

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') fields.set(name, value);
  }
  return fields;
}

/** Runs after a pause in typing. */
function after(ms: number, run: () => void): () => void {
  let timer = 0;
  return () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(run, ms);
  };
}

/** The page that the preview button leads to, of which only the preview is taken. */
function previewOf(form: HTMLFormElement): () => void {
  const shown = document.createElement('div');
  form.append(shown);
  let waiting: AbortController | null = null;
  return after(previewAfterMs, () => {
    waiting?.abort();
    waiting = new AbortController();
    const { signal } = waiting;
    void fetch(form.dataset['editor'] ?? '', { method: 'POST', body: fieldsOf(form), signal })
      .then((answer) => (answer.ok ? answer.text() : null))
      .then((html) => {
        if (html === null) return;
        const page = new DOMParser().parseFromString(html, 'text/html');
        const preview = page.querySelector('[data-preview]');
        if (preview) shown.replaceChildren(document.adoptNode(preview));
        const count = page.querySelector('[data-count]')?.textContent;
        const own = form.querySelector('[data-count]');
        if (count && own) own.textContent = count;
      })
      // A newer preview took its place, or the server can't be reached: the last one stays.
      .catch(() => undefined);
  });
}

function keeperOf(form: HTMLFormElement, strings: Strings): () => void {
  const path = form.dataset['kept'];
  const said = form.querySelector('[data-saved]');
  const onServer = after(keepAfterMs, () => {
    if (!path) return;
    void fetch(path, { method: 'POST', body: fieldsOf(form), redirect: 'error' })
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ savedAt: string }>) : null))
      .catch(() => null)
      .then((kept) => {
        if (kept) localStorage.removeItem(keyOf(form));
        if (!said) return;
        const time = new Date(kept?.savedAt ?? 0).toLocaleTimeString(document.documentElement.lang);
        said.textContent = kept
          ? (strings['kept'] ?? '').replace('%', time)
          : (strings['notKept'] ?? '');
      });
  });
  return () => {
    try {
      localStorage.setItem(keyOf(form), fieldsOf(form).toString());
    } catch {
      // No room, or not allowed: the server keeps it.
    }
    onServer();
  };
}

/** Words that this browser kept and no server has: offered, never put in by themselves. */
function offerWhatIsLeft(form: HTMLFormElement, strings: Strings): void {
  const left = localStorage.getItem(keyOf(form));
  if (!left || left === fieldsOf(form).toString()) return;
  const notice = document.createElement('div');
  notice.className = 'notice notice--warn';
  const words = document.createElement('p');
  words.textContent = strings['found'] ?? '';
  const choice = (label: string, run: () => void) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button--text';
    button.textContent = label;
    button.addEventListener('click', () => {
      run();
      notice.remove();
    });
    return button;
  };
  notice.append(
    words,
    choice(strings['take'] ?? '', () => fill(form, new URLSearchParams(left))),
    ' ',
    choice(strings['drop'] ?? '', () => localStorage.removeItem(keyOf(form))),
  );
  form.prepend(notice);
}

function fill(form: HTMLFormElement, fields: URLSearchParams): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
      control.checked = fields.get(control.name) === control.value;
    } else if (
      (control instanceof HTMLInputElement && control.type !== 'hidden') ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      control.value = fields.get(control.name) ?? control.value;
    }
  }
  form.dispatchEvent(new Event('input'));
}

function showPresence(form: HTMLFormElement, strings: Strings): void {
  const path = form.dataset['present'];
  const place = document.querySelector('[data-others]');
  if (!path || !place) return;
  const ask = async () => {
    if (document.hidden) return;
    const answer = await fetch(path, { method: 'POST', redirect: 'error' });
    if (!answer.ok) return;
    const { others } = (await answer.json()) as { others: string[] };
    const words = (strings['others'] ?? '').replace('%', others.join(', '));
    if (others.length === 0) place.replaceChildren();
    else if (!place.textContent.includes(others.join(', '))) {
      const notice = document.createElement('div');
      notice.className = 'notice notice--warn';
      notice.append(Object.assign(document.createElement('p'), { textContent: words }));
      place.replaceChildren(notice);
    }
  };
  window.setInterval(() => void ask().catch(() => undefined), presenceEveryMs);
}

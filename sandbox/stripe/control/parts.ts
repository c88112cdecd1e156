import type { Kind, Tables } from '../engine/objects/tables.ts';
import type { Html } from '../hosted/html.ts';
import { html } from '../hosted/html.ts';
import { speechFor } from '../hosted/words.ts';
import type { Controls } from './controls.ts';

const SHOWN = 8;

/** A titled box; `id` is what the navigation jumps to. */
export function section(id: string, title: string, body: Html): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section>`;
}

export interface Row {
  what: string;
  small: string;
  levers?: (Html | false)[];
}

export function rows(entries: readonly Row[], none: string): Html {
  if (entries.length === 0) return html`<p class="note">${none}</p>`;
  return html`<ul class="rows">
    ${entries.map(
      ({ what, small, levers = [] }) =>
        html`<li>
          <div class="what">${what}<small>${small}</small></div>
          <div class="levers">${levers}</div>
        </li>`,
    )}
  </ul>`;
}

/** The newest objects of a kind, as rows. */
export function newest<K extends Kind>(
  controls: Controls,
  kind: K,
  row: (object: Tables[K]) => Row,
  keep: (object: Tables[K]) => boolean = () => true,
): Row[] {
  const { store } = controls.engine;
  const order = store.order(kind);
  const found: Row[] = [];
  for (let index = order.length - 1; index >= 0 && found.length < SHOWN; index -= 1) {
    const object = store.get(kind, order[index] ?? '');
    if (object && keep(object)) found.push(row(object));
  }
  return found;
}

/** A button that presses a control. `about` tells a screen reader which object it acts on. */
export function lever(
  name: string,
  label: string,
  values: Record<string, string> = {},
  about = '',
): Html {
  const fields = Object.entries(values).map(
    ([key, value]) => html`<input type="hidden" name="${key}" value="${value}" />`,
  );
  return html`<form method="post" action="/_sandbox/${name}">
    ${fields}<button type="submit" ${about !== '' && html`aria-label="${label}: ${about}"`}>
      ${label}
    </button>
  </form>`;
}

/** A form whose fields show what is set now. */
export function settings(name: string, button: string, fields: readonly Html[]): Html {
  return html`<form class="set" method="post" action="/_sandbox/${name}">
    ${fields}<button type="submit">${button}</button>
  </form>`;
}

export function numberField(name: string, label: string, value: number | '', most: number): Html {
  return html`<label
    >${label}<input
      type="number"
      inputmode="numeric"
      name="${name}"
      min="0"
      max="${most}"
      value="${value}"
  /></label>`;
}

export function choiceField(
  name: string,
  label: string,
  current: string,
  choices: readonly (readonly [value: string, text: string])[],
): Html {
  return html`<label
    >${label}<select name="${name}">
      ${choices.map(
        ([value, text]) =>
          html`<option value="${value}" ${value === current && html`selected`}>${text}</option>`,
      )}
    </select></label
  >`;
}

export function amount(minor: number | null, currency: string | null): string {
  if (minor === null || currency === null) return '';
  return speechFor('en', undefined).money(minor, currency);
}

/** `2026-11-22 09:30`, in UTC. */
export function moment(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ');
}

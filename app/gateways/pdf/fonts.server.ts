import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Font, create } from 'fontkit';
import { unpackWoff } from './unpack-woff.ts';

/** The faces that the site is set in. */
export type Face = 'serif' | 'serif-strong' | 'sans' | 'sans-strong';

export interface LoadedFont {
  /** Its name within a document. */
  readonly name: string;
  readonly font: Font;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- PDFKit's types are namespaces
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** A font that is parsed already, so that documents share the work; since PDFKit 0.20. */
      registerFont(name: string, font: Font): this;
    }
  }
}

const require = createRequire(import.meta.url);

/**
 * The fonts come cut by script, a file each. Of a text, each run is set in the first file that has
 * its letters: so only what is used is read, and a Polish name in a Ukrainian receipt is whole.
 */
const files: Record<Face, readonly string[]> = {
  serif: [...cuts('literata', 400), ...cuts('onest', 400)],
  'serif-strong': [...cuts('literata', 600), ...cuts('onest', 600)],
  sans: [...cuts('onest', 400), ...cuts('literata', 400)],
  'sans-strong': [...cuts('onest', 600), ...cuts('literata', 600)],
};

function cuts(family: 'literata' | 'onest', weight: 400 | 600): string[] {
  const scripts = ['latin', 'cyrillic', 'latin-ext', 'cyrillic-ext', 'vietnamese'];
  if (family === 'literata') scripts.push('greek', 'greek-ext');
  return scripts.map((script) => `${family}/files/${family}-${script}-${weight}-normal.woff`);
}

const loaded = new Map<string, LoadedFont>();

function load(file: string): LoadedFont {
  const known = loaded.get(file);
  if (known) return known;
  const source = unpackWoff(readFileSync(require.resolve(`@fontsource/${file}`)));
  const font = create(source);
  if (!('hasGlyphForCodePoint' in font)) throw new TypeError(`${file} is not one font`);
  const name = file.slice(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
  const made = { name, font };
  loaded.set(file, made);
  return made;
}

/** The font of a face that has a character; null when none has. */
export function fontFor(face: Face, character: string): LoadedFont | null {
  const codePoint = character.codePointAt(0) ?? 0;
  for (const file of files[face]) {
    const candidate = load(file);
    if (candidate.font.hasGlyphForCodePoint(codePoint)) return candidate;
  }
  return null;
}

/** The font that a face is measured by. */
export function mainFont(face: Face): LoadedFont {
  return load(files[face][0] ?? '');
}

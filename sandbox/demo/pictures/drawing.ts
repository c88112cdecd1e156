/** The inks of the house: every picture uses two to four of them, and nothing else. */
export const INKS = {
  night: [28, 40, 68],
  rust: [214, 74, 44],
  ochre: [240, 178, 62],
  river: [62, 140, 146],
} as const satisfies Record<string, readonly [number, number, number]>;

export type Ink = keyof typeof INKS;

/** Ink coverage from 0 (bare paper) to 1 (solid); a pair is a gradient across the shape. */
export type Tone = number | readonly [from: number, to: number, direction?: 'down' | 'right'];
export type Tones = Partial<Record<Ink, Tone>>;
export type Point = readonly [x: number, y: number];

interface Mark {
  element: string;
  words?: string;
  strokeWidth: number | null;
  tones: Tones;
  isKnockOut: boolean;
  clip: number | null;
}

/** A seeded generator (mulberry32), so that a picture is the same on every run. */
export function seededRandom(seed: string): () => number {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const fixed = (value: number): string => String(Math.round(value * 10) / 10);

export function polygon(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${fixed(x)} ${fixed(y)}`).join('L')}Z`;
}

export function polyline(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${fixed(x)} ${fixed(y)}`).join('L')}`;
}

/** A smooth open curve through the points (Catmull-Rom turned into Béziers). */
export function curve(points: readonly Point[]): string {
  const at = (i: number): Point => points[Math.max(0, Math.min(points.length - 1, i))] ?? [0, 0];
  let path = `M${fixed(at(0)[0])} ${fixed(at(0)[1])}`;
  for (let i = 0; i < points.length - 1; i += 1) {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    path += `C${fixed(from[0] + (to[0] - before[0]) / 6)} ${fixed(from[1] + (to[1] - before[1]) / 6)}`;
    path += ` ${fixed(to[0] - (after[0] - from[0]) / 6)} ${fixed(to[1] - (after[1] - from[1]) / 6)}`;
    path += ` ${fixed(to[0])} ${fixed(to[1])}`;
  }
  return path;
}

export function ellipse(cx: number, cy: number, rx: number, ry = rx): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
}

/**
 * One picture before printing: shapes with a coverage per ink. `fill` and `line` knock out the
 * inks that they don't name, as cut paper would; `over` and `overLine` print on top of them.
 */
export class Sheet {
  readonly random: () => number;
  private readonly marks: Mark[] = [];
  private readonly clips: string[] = [];
  private clip: number | null = null;

  constructor(
    readonly id: string,
    readonly width: number,
    readonly height: number,
    readonly inks: readonly Ink[],
  ) {
    this.random = seededRandom(id);
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.random();
  }

  fill(path: string, tones: Tones): void {
    this.add(`<path d="${path}"`, null, tones, true);
  }

  over(path: string, tones: Tones): void {
    this.add(`<path d="${path}"`, null, tones, false);
  }

  line(path: string, strokeWidth: number, tones: Tones): void {
    this.add(`<path d="${path}"`, strokeWidth, tones, true);
  }

  overLine(path: string, strokeWidth: number, tones: Tones): void {
    this.add(`<path d="${path}"`, strokeWidth, tones, false);
  }

  text(words: string, x: number, y: number, size: number, tones: Tones, more = ''): void {
    const font = `font-family="Liberation Sans Narrow, DejaVu Sans Condensed" font-size="${size}"`;
    const escaped = words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    this.add(`<text x="${x}" y="${y}" ${font} ${more}`, null, tones, true, escaped);
  }

  /** Draws what `inside` draws, cut to the path. */
  within(path: string, inside: () => void): void {
    const outer = this.clip;
    this.clip = this.clips.push(path) - 1;
    inside();
    this.clip = outer;
  }

  /** A rectangle cut by hand: its edges waver by `wobble` units. */
  box(x: number, y: number, w: number, h: number, wobble = 2): string {
    return this.cut(
      [
        [x, y],
        [x + w, y],
        [x + w, y + h],
        [x, y + h],
      ],
      wobble,
    );
  }

  /** A polygon cut by hand. */
  cut(points: readonly Point[], wobble = 3, every = 60): string {
    const out: Point[] = [];
    points.forEach((from, index) => {
      const to = points[(index + 1) % points.length] ?? from;
      const steps = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / every));
      for (let step = 0; step < steps; step += 1) {
        const t = step / steps;
        out.push([
          from[0] + (to[0] - from[0]) * t + this.between(-wobble, wobble),
          from[1] + (to[1] - from[1]) * t + this.between(-wobble, wobble),
        ]);
      }
    });
    return polygon(out);
  }

  /** Land from edge to edge: a skyline of summed waves down to the bottom of the sheet. */
  ridge(y: number, amplitude: number, wavelength: number, step = 24): string {
    const phases = [this.between(0, 6), this.between(0, 6), this.between(0, 6)] as const;
    const points: Point[] = [[-20, this.height + 20]];
    for (let x = -20; x <= this.width + 20 + step; x += step) {
      const t = (x / wavelength) * Math.PI * 2;
      const swell = Math.sin(t + phases[0]) + 0.5 * Math.sin(2.3 * t + phases[1]);
      points.push([x, y - amplitude * (swell + 0.22 * Math.sin(7.1 * t + phases[2])) * 0.6]);
    }
    points.push([this.width + 60, this.height + 20]);
    return polygon(points);
  }

  /** Broken horizontal strokes that read as water, wider toward the bottom. */
  ripples(x: number, y: number, w: number, h: number, count: number, tones: Tones): void {
    for (let i = 0; i < count; i += 1) {
      const depth = this.random() ** 1.4;
      const cy = y + h * depth;
      const length = (20 + 150 * depth) * this.between(0.5, 1.4);
      const cx = x + this.between(-0.05, 1) * w;
      const thick = 1.5 + 6 * depth;
      this.over(
        polygon([
          [cx, cy],
          [cx + length * 0.5, cy - thick / 2],
          [cx + length, cy],
          [cx + length * 0.5, cy + thick / 2],
        ]),
        tones,
      );
    }
  }

  /** The greyscale plate of one ink as SVG: black is solid ink. */
  plate(ink: Ink, pixelWidth: number, pixelHeight: number): string {
    const defs: string[] = this.clips.map(
      (d, i) => `<clipPath id="c${i}"><path d="${d}"/></clipPath>`,
    );
    const grey = (tone: number): string => {
      const level = Math.round(255 * (1 - Math.min(1, Math.max(0, tone))));
      return `rgb(${level},${level},${level})`;
    };
    const paint = (tone: Tone): string => {
      if (typeof tone === 'number') return grey(tone);
      const id = `g${defs.length}`;
      const axis = tone[2] === 'right' ? 'x2="1" y2="0"' : 'x2="0" y2="1"';
      const stops = `<stop stop-color="${grey(tone[0])}"/><stop offset="1" stop-color="${grey(tone[1])}"/>`;
      defs.push(`<linearGradient id="${id}" x1="0" y1="0" ${axis}>${stops}</linearGradient>`);
      return `url(#${id})`;
    };
    const body = this.marks.flatMap((mark) => {
      const tone = mark.tones[ink] ?? (mark.isKnockOut ? 0 : null);
      if (tone === null) return [];
      const style =
        mark.strokeWidth === null
          ? `fill="${paint(tone)}"`
          : `fill="none" stroke="${paint(tone)}" stroke-width="${mark.strokeWidth}" stroke-linejoin="round"`;
      const clip = mark.clip === null ? '' : ` clip-path="url(#c${mark.clip})"`;
      const end = mark.words === undefined ? '/>' : `>${mark.words}</text>`;
      return [`${mark.element} ${style}${clip}${end}`];
    });
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${pixelWidth}" height="${pixelHeight}" ` +
      `viewBox="0 0 ${this.width} ${this.height}"><defs>${defs.join('')}</defs>` +
      `<rect width="100%" height="100%" fill="#fff"/>${body.join('')}</svg>`
    );
  }

  private add(
    element: string,
    strokeWidth: number | null,
    tones: Tones,
    isKnockOut: boolean,
    words?: string,
  ): void {
    this.marks.push({ element, strokeWidth, tones, isKnockOut, clip: this.clip, words });
  }
}

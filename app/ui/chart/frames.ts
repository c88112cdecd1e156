/** The sizes in which a chart is drawn; the style shows the one that fits the window. */
export interface Frame {
  readonly name: 'wide' | 'middle' | 'narrow';
  /** Units of the drawing, which are about one CSS pixel where it is shown. */
  readonly width: number;
  readonly height: number;
  /** Margins: left for the figures of the axis, right for the names of the series. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** About how many lines the axis has. */
  readonly ticks: number;
  readonly labelGap: number;
}

export const frames: readonly Frame[] = [
  {
    name: 'wide',
    width: 1200,
    height: 340,
    left: 52,
    right: 110,
    top: 24,
    bottom: 30,
    ticks: 5,
    labelGap: 19,
  },
  {
    name: 'middle',
    width: 720,
    height: 280,
    left: 52,
    right: 104,
    top: 22,
    bottom: 28,
    ticks: 4,
    labelGap: 18,
  },
  {
    name: 'narrow',
    width: 340,
    height: 240,
    left: 42,
    right: 70,
    top: 18,
    bottom: 24,
    ticks: 4,
    labelGap: 14,
  },
];

/** Room for a short date with air beside it, in units of the drawing. */
const labelWidth = 62;

/** Has a column a label at its foot? As many have one as fit beside each other, evenly spaced. */
export function isLabelled(index: number, count: number, frame: Frame): boolean {
  const fits = Math.floor((frame.width - frame.left - frame.right) / labelWidth);
  return index % Math.max(1, Math.ceil(count / fits)) === 0;
}

/** Random draws that a seed repeats, so that a test that failed once fails again (mulberry32). */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  reseed(seed: number): void {
    this.state = seed >>> 0;
  }

  /** True in so many of a hundred draws. Nothing is drawn for 0 and 100. */
  hits(percent: number): boolean {
    if (percent <= 0) return false;
    return percent >= 100 || this.draw() * 100 < percent;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least >= most ? least : least + Math.floor(this.draw() * (most - least + 1));
  }

  private draw(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

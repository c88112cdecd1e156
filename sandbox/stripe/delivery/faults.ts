/** Troubles that the controls can put in the way of deliveries. */
export class Faults {
  paused = false;
  private dropNext = 0;
  private duplicateNext = 0;
  private readonly resumed: (() => void)[] = [];

  onResume(listener: () => void): void {
    this.resumed.push(listener);
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
    for (const listener of this.resumed) listener();
  }

  /** The next attempts get lost on their way; they are retried like any other failure. */
  drop(count: number): void {
    this.dropNext = count;
  }

  /** The next events arrive twice. */
  duplicate(count: number): void {
    this.duplicateNext = count;
  }

  takeDrop(): boolean {
    if (this.dropNext === 0) return false;
    this.dropNext -= 1;
    return true;
  }

  takeDuplicate(): boolean {
    if (this.duplicateNext === 0) return false;
    this.duplicateNext -= 1;
    return true;
  }

  state() {
    return { paused: this.paused, dropNext: this.dropNext, duplicateNext: this.duplicateNext };
  }

  clear(): void {
    this.dropNext = 0;
    this.duplicateNext = 0;
    if (this.paused) this.resume();
  }
}

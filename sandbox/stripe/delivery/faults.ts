import { Chance } from './chance.ts';

/** Troubles that last until they are taken back. */
export interface DeliveryTroubles {
  /** Attempts that get lost on their way, in percent. */
  dropPercent: number;
  /** Events that arrive twice, in percent. */
  duplicatePercent: number;
  /** A first attempt waits for a random time between these. */
  delayMinMs: number;
  delayMaxMs: number;
  /** What waits together is sent one after the other, in random order. */
  reorder: boolean;
}

const NONE: DeliveryTroubles = {
  dropPercent: 0,
  duplicatePercent: 0,
  delayMinMs: 0,
  delayMaxMs: 0,
  reorder: false,
};

/** Troubles that the controls can put in the way of deliveries. */
export class Faults {
  paused = false;
  readonly chance = new Chance(1);
  private troubles = NONE;
  private dropNext = 0;
  private duplicateNext = 0;
  private otherVersion: { next: number; version: string } = { next: 0, version: '' };
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

  /** The next attempts are sent as events of another API version. */
  misversion(count: number, version: string): void {
    this.otherVersion = { next: count, version };
  }

  /** Changes what is given and leaves the rest. */
  trouble(changes: Partial<DeliveryTroubles>): void {
    this.troubles = { ...this.troubles, ...changes };
  }

  get reorder(): boolean {
    return this.troubles.reorder;
  }

  takeDrop(): boolean {
    if (this.dropNext === 0) return this.chance.hits(this.troubles.dropPercent);
    this.dropNext -= 1;
    return true;
  }

  takeDuplicate(): boolean {
    if (this.duplicateNext === 0) return this.chance.hits(this.troubles.duplicatePercent);
    this.duplicateNext -= 1;
    return true;
  }

  /** How long the next event waits before it is first sent. */
  takeDelayMs(): number {
    return this.chance.between(this.troubles.delayMinMs, this.troubles.delayMaxMs);
  }

  takeVersion(): string | null {
    if (this.otherVersion.next === 0) return null;
    this.otherVersion.next -= 1;
    return this.otherVersion.version;
  }

  state() {
    return {
      paused: this.paused,
      dropNext: this.dropNext,
      duplicateNext: this.duplicateNext,
      otherVersionNext: this.otherVersion.next,
      ...this.troubles,
    };
  }

  clear(): void {
    this.dropNext = 0;
    this.duplicateNext = 0;
    this.otherVersion = { next: 0, version: '' };
    this.troubles = NONE;
    if (this.paused) this.resume();
  }
}

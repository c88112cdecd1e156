import { Chance } from '../delivery/chance.ts';

/** How the API misbehaves, until told otherwise. Shares are in percent of requests. */
export interface ApiTroubles {
  /** Connections are closed without an answer. */
  outage: boolean;
  /** Every answer takes so much longer. */
  slowMs: number;
  /** Answered 429 without any effect. */
  rateLimitPercent: number;
  /** Answered 500 without any effect. */
  errorBeforePercent: number;
  /** The effect happens, but its answer is lost: the caller gets a 500. */
  errorAfterPercent: number;
  /** As `errorAfterPercent`, for just so many of the next requests that change something. */
  errorAfterNext: number;
}

const NONE: ApiTroubles = {
  outage: false,
  slowMs: 0,
  rateLimitPercent: 0,
  errorBeforePercent: 0,
  errorAfterPercent: 0,
  errorAfterNext: 0,
};

export type ApiFault = 'error_after' | 'error_before' | 'outage' | 'rate_limit';

/** Troubles that the controls can put in the way of requests to the API. */
export class ApiFaults {
  readonly chance = new Chance(1);
  private troubles = NONE;

  /** Changes what is given and leaves the rest. */
  trouble(changes: Partial<ApiTroubles>): void {
    this.troubles = { ...this.troubles, ...changes };
  }

  get slowMs(): number {
    return this.troubles.slowMs;
  }

  /** What befalls a request, if anything. */
  take(method: string): ApiFault | null {
    const { troubles, chance } = this;
    if (troubles.outage) return 'outage';
    if (chance.hits(troubles.rateLimitPercent)) return 'rate_limit';
    if (chance.hits(troubles.errorBeforePercent)) return 'error_before';
    if (method === 'GET') return null;
    if (troubles.errorAfterNext > 0) {
      this.trouble({ errorAfterNext: troubles.errorAfterNext - 1 });
      return 'error_after';
    }
    return chance.hits(troubles.errorAfterPercent) ? 'error_after' : null;
  }

  state(): ApiTroubles {
    return this.troubles;
  }

  clear(): void {
    this.troubles = NONE;
  }
}

import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { AskPlan } from '../../domain/asks/ab-test/ab-test.ts';
import { chooseInBrowserScript } from './choose-in-browser.ts';

/** As much of a browser as the script asks for; what it keeps outlives the page. */
class Browser {
  localStorage: Record<string, string> = {};
  sessionStorage: Record<string, string> = {};
  beacons: string[] = [];
  day = 20_000;
  draw = 0.5;
  forbidsStorage = false;

  /** Opens a page; `sees` scrolls to the ask. What stands there, with what its form would send. */
  open(plan: AskPlan, { sees = true } = {}): { stands: string | null; variant: string | null } {
    let stands: string | null = `${plan.asks[0]?.id} a`;
    let variant: string | null = null;
    const templates = plan.asks.flatMap(({ id }) =>
      ['a', 'b'].map((arm) => ({ dataset: { ask: `${id} ${arm}` }, content: `${id} ${arm}` })),
    );
    const place = {
      dataset: { askPlan: JSON.stringify(plan) },
      querySelector: (selector: string) =>
        selector === '.ask'
          ? { remove: () => (stands = null), replaceWith: (content: string) => (stands = content) }
          : stands && { append: (field: { value: string }) => (variant = field.value) },
      querySelectorAll: () => templates,
    };
    const { draw, day, beacons } = this;
    const forbidden = { get: () => this.refuse(), set: () => this.refuse() };
    const context: Record<string, unknown> = {
      document: {
        currentScript: { previousElementSibling: place },
        createElement: () => ({}),
      },
      sessionStorage: this.sessionStorage,
      localStorage: this.forbidsStorage
        ? Object.defineProperty({}, 'asks', forbidden)
        : this.localStorage,
      Date: { now: () => day * 864e5 },
      Math: Object.assign(Object.create(Math) as object, { random: () => draw, floor: Math.floor }),
      URLSearchParams,
      navigator: {
        sendBeacon: (to: string, body: URLSearchParams) =>
          beacons.push(`${to}?${body.toString()}`) > 0,
      },
      IntersectionObserver: class {
        constructor(readonly see: (entries: object[], observer: object) => void) {}
        observe() {
          if (sees) this.see([{ isIntersecting: true }], { disconnect: () => undefined });
        }
      },
    };
    vm.runInNewContext(chooseInBrowserScript, context);
    return { stands, variant };
  }

  private refuse(): never {
    throw new Error('storage is forbidden');
  }
}

const one = (ask: object = {}, slug = 'story'): AskPlan => ({ slug, asks: [{ id: 'x', ...ask }] });
const test = { number: 2, shareB: 50, holdBack: 10 };

describe('the script that chooses an ask', () => {
  it('draws a variant by its share, and stays with it', () => {
    const shown = (draw: number) => {
      const browser = new Browser();
      browser.draw = draw;
      const first = browser.open(one({ test }));
      browser.draw = 0.99;
      expect(browser.open(one({ test }))).toEqual(first);
      return first;
    };
    expect(shown(0.05)).toEqual({ stands: null, variant: null });
    expect(shown(0.1)).toEqual({ stands: 'x b', variant: '2b' });
    expect(shown(0.5499)).toEqual({ stands: 'x b', variant: '2b' });
    expect(shown(0.55)).toEqual({ stands: 'x a', variant: '2a' });
    expect(shown(0.999)).toEqual({ stands: 'x a', variant: '2a' });
  });

  it('divides many browsers as the shares say', () => {
    const shown = Array.from({ length: 1_000 }, (_, index) => {
      const browser = new Browser();
      browser.draw = index / 1_000;
      return browser.open(one({ test })).stands;
    });
    const count = (what: string | null) => shown.filter((found) => found === what).length;
    expect([count(null), count('x b'), count('x a')]).toEqual([100, 450, 450]);
  });

  it('tells of a browser once per test, when the place is seen, held back or not', () => {
    const browser = new Browser();
    browser.open(one({ test }), { sees: false });
    expect(browser.beacons).toEqual([]);
    browser.open(one({ test }));
    browser.open(one({ test }, 'other'));
    expect(browser.beacons).toEqual(['/asks/views?ask=x&variant=2b']);
    expect(JSON.parse(browser.sessionStorage['visit'] ?? '')).toEqual({ lastAsk: 'x 2b' });
    browser.draw = 0;
    browser.open(one({ test: { ...test, number: 3 } }));
    expect(browser.beacons[1]).toBe('/asks/views?ask=x&variant=3none');
    expect(JSON.parse(browser.sessionStorage['visit'] ?? '')).toEqual({ lastAsk: 'x 3none' });
  });

  it('gives way after so many views in 30 days', () => {
    const browser = new Browser();
    const plan = { slug: 's', asks: [{ id: 'x', maxViews: 2 }, { id: 'y' }] };
    expect(browser.open(plan, { sees: false }).stands).toBe('x a');
    expect([1, 2, 3].map(() => browser.open(plan).stands)).toEqual(['x a', 'x a', 'y a']);
    browser.day += 29;
    expect(browser.open(plan).stands).toBe('y a');
    browser.day += 1;
    expect(browser.open(plan).stands).toBe('x a');
    expect(browser.beacons).toEqual([]);
  });

  it('waits for so many articles, and sees none twice', () => {
    const browser = new Browser();
    const plan = (slug: string) => one({ minArticles: 2 }, slug);
    expect(browser.open(plan('first')).stands).toBeNull();
    expect(browser.open(plan('first')).stands).toBeNull();
    expect(browser.open(plan('second')).stands).toBe('x a');
    browser.day += 30;
    expect(browser.open(plan('third')).stands).toBeNull();
  });

  it('leaves everything as it is where storage is forbidden or holds something else', () => {
    const browser = new Browser();
    browser.forbidsStorage = true;
    expect(browser.open(one({ test }))).toEqual({ stands: 'x a', variant: null });
    expect(browser.beacons).toEqual([]);
    const other = new Browser();
    other.localStorage['asks'] = 'not ours';
    expect(other.open(one({ test }))).toEqual({ stands: 'x a', variant: null });
  });

  it('stays small: it stands in the page itself', () => {
    expect(chooseInBrowserScript.length).toBeLessThan(3_200);
    expect(chooseInBrowserScript).not.toContain('</');
  });
});

import { describe, expect, it } from 'vitest';
import { guessCurrency, languagesOf } from './currency-guess.ts';

describe('guessCurrency', () => {
  it('goes by the region', () => {
    expect(guessCurrency(['en-US'])).toBe('USD');
    expect(guessCurrency(['de-AT', 'en-US'])).toBe('EUR');
    expect(guessCurrency(['zh-Hant-AU'])).toBe('AUD');
  });

  it('goes by the language only where it mostly has one currency', () => {
    expect(guessCurrency(['uk'])).toBe('UAH');
    expect(guessCurrency(['en', 'ja'])).toBe('JPY');
    expect(guessCurrency(['en'])).toBeNull();
  });

  it('knows nothing of regions whose currency is not taken', () => {
    expect(guessCurrency(['pl-PL'])).toBeNull();
    expect(guessCurrency([])).toBeNull();
  });
});

describe('languagesOf', () => {
  it('puts the best first', () => {
    expect(languagesOf('en;q=0.5, uk-UA, de;q=0.8')).toEqual(['uk-UA', 'de', 'en']);
  });

  it('passes over what is no language', () => {
    expect(languagesOf('*, ;q=1, <script>, fr;q=0')).toEqual([]);
    expect(languagesOf(null)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { money } from '../../kernel/money.ts';
import { campaignStage, percentOf } from './campaign.ts';

describe('percentOf', () => {
  it('rounds down, so that a goal is reached only when it is', () => {
    expect(percentOf(money(99_99, 'EUR'), money(100_00, 'EUR'))).toBe(99);
    expect(percentOf(money(100_00, 'EUR'), money(100_00, 'EUR'))).toBe(100);
    expect(percentOf(money(250_00, 'EUR'), money(100_00, 'EUR'))).toBe(250);
  });
});

describe('campaignStage', () => {
  const span = { startsAt: new Date('2026-11-01'), endsAt: new Date('2026-12-01') };

  it('includes its first instant and not its last', () => {
    expect(campaignStage(span, new Date('2026-10-31'))).toBe('coming');
    expect(campaignStage(span, span.startsAt)).toBe('running');
    expect(campaignStage(span, span.endsAt)).toBe('over');
  });
});

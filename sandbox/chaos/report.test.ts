import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';
import { writeReport } from './report.ts';
import { createTally } from './tally.ts';

const options = readOptions(['--seed', '42'], 1);
if (!options) throw new Error('No options');

describe('the report', () => {
  it('counts the kills, and says how to repeat the run', () => {
    const tally = createTally();
    tally.count('kills/worker/in a job', 3);
    tally.count('kills/database/idle');
    const text = writeReport(options, tally, 60);
    expect(text).toContain('4 kills in 60 s');
    expect(text).toContain('--seed 42');
    expect(text).toMatch(/worker\/in a job +3/);
    expect(text).toContain('No payment lost, nothing twice.');
  });

  it('shows what is wrong, row by row up to ten, with the seed', () => {
    const tally = createTally();
    for (let row = 1; row <= 12; row += 1)
      tally.found('a movement that is booked twice', `ch_${row}`);
    const text = writeReport(options, tally, 60);
    expect(text).toContain('WRONG (seed 42)');
    expect(text).toContain('a movement that is booked twice: 12');
    expect(text).toContain('ch_10');
    expect(text).not.toContain('ch_11');
    expect(text).toContain('and 2 more');
    expect(text).not.toContain('nothing twice');
  });

  it('keeps quiet about no mail that was broken off', () => {
    const tally = createTally();
    tally.count('mails, broken off: not arrived', 2);
    expect(writeReport(options, tally, 1)).toContain('2 mails were broken off');
  });
});

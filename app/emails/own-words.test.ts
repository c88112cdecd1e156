import { describe, expect, it } from 'vitest';
import type { Block } from './mail.ts';
import { withOwnWords } from './own-words.ts';
import { renderHtml } from './render-html.ts';

const greeting: Block = { kind: 'paragraph', role: 'greeting', text: 'Hello Anna,' };
const lead: Block = { kind: 'paragraph', role: 'lead', text: 'Thank you.' };
const facts: Block = { kind: 'facts', rows: [{ term: 'Amount', value: '€12.00' }] };
const content = {
  subject: 'Receipt',
  blocks: [greeting, lead, facts],
  values: { amount: '€12.00' },
};
const none = { subject: '', opening: '', closing: '' };
const worded = (words: Partial<typeof none>, of = content) =>
  withOwnWords(of, { newsroom: 'The Gauge', words: { ...none, ...words } });
const says = (blocks: readonly Block[]) =>
  blocks.map((block) => ('text' in block ? block.text : block.kind));

describe('withOwnWords', () => {
  it('changes nothing without words', () => {
    expect(worded({})).toEqual({ subject: 'Receipt', blocks: content.blocks });
    expect(withOwnWords(content, { newsroom: 'x', words: null })).toBe(content);
  });

  it('puts an opening in the place of thanks, and a closing last', () => {
    const { blocks, subject } = worded({
      subject: '{newsroom} got {amount}',
      opening: 'You keep us going.\n\nAll of us.',
      closing: 'The desk',
    });
    expect(subject).toBe('The Gauge got €12.00');
    expect(says(blocks)).toEqual([
      ...['Hello Anna,', 'You keep us going.', 'All of us.', 'facts', 'The desk'],
    ]);
  });

  it('never takes the place of words that say a fact', () => {
    const fact: Block = { kind: 'paragraph', text: 'Your payment failed.' };
    const { blocks } = worded({ opening: 'Hi.' }, { ...content, blocks: [greeting, fact, facts] });
    expect(says(blocks)).toEqual(['Hello Anna,', 'Hi.', 'Your payment failed.', 'facts']);
    const bare = worded({ opening: 'Hi.' }, { ...content, blocks: [fact] });
    expect(says(bare.blocks)).toEqual(['Hi.', 'Your payment failed.']);
  });

  it('makes a link of a line that is nothing else, to the web only', () => {
    const { blocks } = worded({
      closing:
        'Read on:\n[Our plans](https://gauge.example/plans)\nand [not](javascript:alert(1)) this',
    });
    expect(blocks.slice(3)).toEqual([
      { kind: 'paragraph', text: 'Read on:' },
      { kind: 'link', label: 'Our plans', href: 'https://gauge.example/plans' },
      { kind: 'paragraph', text: 'and [not](javascript:alert(1)) this' },
    ]);
  });

  it('lets no value and no word become markup or another placeholder', () => {
    const hostile = { ...content, values: { amount: '{newsroom}<b>' } };
    const { blocks, subject } = worded(
      { subject: 'a\r\nBcc: x {amount}', opening: '<script>{amount}{toString}' },
      hostile,
    );
    expect(subject).not.toMatch(/[\r\n]/);
    const html = renderHtml({
      ...{ locale: 'en', subject, name: 'x', blocks, copyHint: '' },
      footer: { lines: [], link: null },
    });
    expect(html).toContain('&lt;script&gt;{newsroom}&lt;b&gt;{toString}');
    expect(html).not.toContain('<script');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewBlocks } from './article.ts';
import { type Block, parseBody, pictureIdsOf } from './body.ts';
import { openToAll, openToNobody, opensFor } from './openness.ts';
import { publicText } from './public-text.ts';

const marker = 'ZEBRAFISH-ONLY-FOR-SUPPORTERS';
const extraOpening =
  '::: extra id="papers" kind="documents" title="Papers" holds="3 pages" teaser="See"';

function faults(source: string): string[] {
  return parseBody(source).problems.map(({ line, fault }) => `${line} ${fault}`);
}

/** Everything that leaves the server for somebody without entitlement, as one string. */
function closedView(source: string): string {
  const view = viewBlocks(parseBody(source).blocks, new Map(), openToNobody);
  const text = publicText({ access: 'free', teaser: null, body: source });
  return JSON.stringify(view) + text;
}

describe('a body', () => {
  it('comes apart into its blocks in their order', () => {
    const { blocks, problems } = parseBody(`One.

::: quote by="A \\"B\\" C"
Words.
:::

::: picture id="ferry" caption="The ferry"
:::

Two.
::: embed kind="map" picture="map" title="Where" source="Us"
In words.
:::
::: note
Mind this.
:::`);
    expect(problems).toEqual([]);
    expect(blocks).toEqual([
      { type: 'text', markdown: 'One.' },
      { type: 'quote', by: 'A "B" C', markdown: 'Words.' },
      { type: 'picture', id: 'ferry', caption: 'The ferry' },
      { type: 'text', markdown: 'Two.' },
      {
        type: 'embed',
        kind: 'map',
        pictureId: 'map',
        title: 'Where',
        source: 'Us',
        markdown: 'In words.',
      },
      { type: 'note', markdown: 'Mind this.' },
    ]);
  });

  it('lets blocks stand inside an extra, and closes them first', () => {
    const { blocks } = parseBody(`${extraOpening}
Inside.
::: picture id="scan"
:::
Still inside.
:::
Outside.`);
    expect(blocks).toMatchObject([
      {
        type: 'extra',
        id: 'papers',
        blocks: [{ type: 'text' }, { type: 'picture' }, { type: 'text' }],
      },
      { type: 'text', markdown: 'Outside.' },
    ]);
    expect(pictureIdsOf(blocks)).toEqual(['scan']);
  });

  it('shows a malformed fence as text and says which line', () => {
    expect(parseBody('A\n::: qoute by="B"\nC\n:::').blocks).toEqual([
      { type: 'text', markdown: 'A\n::: qoute by="B"\nC\n:::' },
    ]);
    expect(faults('A\n::: qoute\nC\n:::')).toEqual(['2 fence_unknown', '4 fence_stray']);
    expect(faults('::: note\nNever closed.')).toEqual(['1 fence_unclosed']);
    expect(faults('::: picture caption="x"\n:::')).toEqual(['1 attribute_missing']);
    expect(faults(`${extraOpening}\n${extraOpening}\n:::\n:::`)).toEqual([
      '2 extra_nested',
      '2 extra_repeated',
    ]);
  });
});

describe('what is gated stays gated', () => {
  it.each([
    ['well formed', `${extraOpening}\n${marker}\n:::`],
    ['never closed', `${extraOpening}\n${marker}`],
    ['without attributes', `::: extra\n${marker}\n:::`],
    ['with a slip in its name', `:::Extras id="a"\n${marker}\n:::`],
    ['with two colons', `:: extra id="a"\n${marker}\n::`],
    ['behind an invisible character', `\u200b::: extra id="a"\n${marker}\n:::`],
    ['indented', `      ::: extra id="a"\n${marker}\n:::`],
    ['with Windows line ends', `${extraOpening}\r\n${marker}\r\n:::\r\n`],
    ['with an unknown fence inside', `${extraOpening}\n::: foo\nbar\n:::\n${marker}\n:::`],
    ['after a fence that was not closed', `::: note\nA\n${extraOpening}\n${marker}\n:::`],
    ['inside another', `${extraOpening}\n::: extra id="b"\na\n:::\n${marker}\n:::`],
  ])('in an extra %s', (_, source) => {
    expect(closedView(source)).not.toContain(marker);
    expect(JSON.stringify(viewBlocks(parseBody(source).blocks, new Map(), openToAll))).toContain(
      marker,
    );
  });

  const line = fc.oneof(
    fc.constantFrom(
      ':::',
      '::::',
      '',
      '::: note',
      '::: quote by="x"',
      '::: foo',
      '```',
      '## Title',
      '> a',
    ),
    fc.string({ maxLength: 30 }),
  );

  it('whatever stands before and inside, as long as the fences inside are closed', () => {
    const whole = fc
      .tuple(fc.constantFrom('note', 'quote by="x"', 'foo'), fc.string({ maxLength: 20 }))
      .map(([name, words]) => [`::: ${name}`, words.replace(/^[\s:]+/, ''), ':::']);
    const plain = fc.string({ maxLength: 40 }).map((words) => [words.replaceAll(':', '')]);
    const inside = fc.array(fc.oneof(whole, plain), { maxLength: 6 }).map((parts) => parts.flat());
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        inside,
        fc.array(line),
        (before, within, after) => {
          const source = [...before, extraOpening, ...within, marker, ':::', ...after].join('\n');
          expect(closedView(source)).not.toContain(marker);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('and no closed view has room for an extra’s blocks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, fc.constant(extraOpening)), { maxLength: 20 }),
        (lines) => {
          const { blocks } = parseBody(lines.join('\n'));
          for (const view of viewBlocks(blocks, new Map(), openToNobody)) {
            if (view.type !== 'extra') continue;
            expect(view.isLocked).toBe(true);
            expect(Object.keys(view).sort()).toEqual([
              'holds',
              'id',
              'isLocked',
              'kind',
              'teaser',
              'tier',
              'title',
              'type',
            ]);
          }
        },
      ),
    );
  });
});

describe('what an extra holds reaches a reader', () => {
  const ranks = new Map([1, 2, 3].map((rank) => [`tier-${rank}`, { rank }]));
  const everyRank = 9;
  const gate = fc.constantFrom(null, 'tier-1', 'tier-2', 'tier-3', 'no-such-tier');
  const reader = fc.oneof(
    fc.constant({ isOpen: false, because: 'signed_out' } as const),
    fc.constantFrom(0, 1, 2, 3, everyRank).map((rank) => ({ isOpen: true, rank }) as const),
  );

  it('of the tier that it asks for or a higher one, and nobody else', () => {
    fc.assert(
      fc.property(fc.array(gate, { minLength: 1, maxLength: 5 }), reader, (gates, access) => {
        const source = gates
          .map((tier, index) => {
            const asks = tier === null ? '' : ` tier="${tier}"`;
            return `${extraOpening.replace('papers', `x${index}`)}${asks}\nSECRET-${index}\n:::`;
          })
          .join('\n\n');
        const { blocks, problems } = parseBody(source);
        expect(problems).toEqual([]);
        const view = viewBlocks(blocks, new Map(), opensFor(access, ranks, everyRank));
        const sent = JSON.stringify(view);
        gates.forEach((tier, index) => {
          const needed = tier === null ? 0 : (ranks.get(tier)?.rank ?? everyRank);
          expect(sent.includes(`SECRET-${index}`)).toBe(access.isOpen && access.rank >= needed);
        });
        expect(publicText({ access: 'free', teaser: null, body: source })).not.toContain('SECRET');
      }),
    );
  });
});

describe('every input has a reading', () => {
  it('never throws, and loses no word outside its fences', () => {
    const words = (blocks: readonly Block[]): string =>
      blocks
        .map((block) => {
          if (block.type === 'extra') return words(block.blocks);
          return 'markdown' in block ? block.markdown : '';
        })
        .join(' ');
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^(:{2,4} ?(note|foo|extra)?|[a-z]{3,8})$/)),
        (lines) => {
          const kept = words(parseBody(lines.join('\n')).blocks);
          for (const each of lines.filter((text) => /^[a-z]/.test(text)))
            expect(kept).toContain(each);
        },
      ),
      { numRuns: 300 },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLineAssembler } from '../../../src/order/output-lines.ts';
import type { OutputLine } from '../../../src/order/output.ts';

type Write = readonly ['stdout' | 'stderr', string];

describe('line assembler', () => {
  const rows: { name: string; writes: Write[]; lines: string[] }[] = [
    { name: 'splits at line breaks', writes: [['stdout', 'a\nb\n']], lines: ['a', 'b'] },
    {
      name: 'counts a last line without a line break',
      writes: [['stdout', 'a\nb']],
      lines: ['a', 'b'],
    },
    { name: 'keeps empty lines', writes: [['stdout', '\n\na\n\n']], lines: ['', '', 'a', ''] },
    { name: 'makes nothing of nothing', writes: [['stdout', '']], lines: [] },
    {
      name: 'takes CRLF for one line break, also across writes',
      writes: [
        ['stdout', 'a\r\nb\r'],
        ['stdout', '\nc'],
      ],
      lines: ['a', 'b', 'c'],
    },
    { name: 'keeps other carriage returns', writes: [['stdout', '1%\r2%\n']], lines: ['1%\r2%'] },
    {
      name: 'puts a line where its line break is written',
      writes: [
        ['stdout', 'a'],
        ['stderr', 'b\n'],
        ['stdout', '\n'],
      ],
      lines: ['stderr b', 'a'],
    },
    {
      name: 'ends with unfinished lines in the order in which they were begun',
      writes: [
        ['stderr', 'e'],
        ['stdout', 'o'],
        ['stderr', 'rr'],
      ],
      lines: ['stderr err', 'o'],
    },
    {
      name: 'begins a line anew after each line break',
      writes: [
        ['stderr', 'a\ne'],
        ['stdout', 'o'],
        ['stderr', '\nlater'],
      ],
      lines: ['stderr a', 'stderr e', 'o', 'stderr later'],
    },
  ];
  for (const { name, writes, lines } of rows) {
    it(name, () => {
      const shown = assemble(writes).map((line) =>
        line.stream === 'stdout' ? line.text : `${line.stream} ${line.text}`,
      );
      assert.deepEqual(shown, lines);
    });
  }

  const piece = fc.string({
    unit: fc.constantFrom('a', 'ü', '\r', '\n', '\r\n', '👩‍💻'),
    maxLength: 8,
  });
  const writes = fc.array(fc.tuple(fc.constantFrom('stdout' as const, 'stderr' as const), piece), {
    maxLength: 8,
  });

  it('gives the same lines however writes are split', () => {
    fc.assert(
      fc.property(
        writes,
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
        (all, sizes) => {
          const split = all.flatMap(([stream, text]): Write[] => {
            const chunks: Write[] = [];
            for (let at = 0; at < text.length;) {
              const size = sizes[chunks.length % sizes.length] ?? 1;
              chunks.push([stream, text.slice(at, at + size)]);
              at += size;
            }
            return chunks;
          });
          assert.deepEqual(assemble(split), assemble(all));
        },
      ),
    );
  });

  it('loses and invents nothing on either stream', () => {
    fc.assert(
      fc.property(writes, (all) => {
        for (const stream of ['stdout', 'stderr'] as const) {
          const text = all.map(([to, piece]) => (to === stream ? piece : '')).join('');
          const expected = text.split(/\r?\n/);
          if (expected.at(-1) === '') expected.pop();
          const lines = assemble(all).filter((line) => line.stream === stream);
          assert.deepEqual(
            lines.map((line) => line.text),
            expected,
          );
        }
      }),
    );
  });

  it('can go on after its end', () => {
    const assembler = createLineAssembler();
    assembler.write('stdout', 'a');
    assert.equal(assembler.end().length, 1);
    assert.deepEqual(assembler.end(), []);
  });
});

function assemble(writes: readonly Write[]): OutputLine[] {
  const assembler = createLineAssembler();
  const lines = writes.flatMap(([stream, text]) => assembler.write(stream, text));
  return [...lines, ...assembler.end()];
}

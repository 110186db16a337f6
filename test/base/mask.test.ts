// Texts that nobody may read are found in bytes that come bit by bit just as in the whole.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Mask } from '../../engine/base/mask.ts';
import { MaskStream } from '../../engine/base/mask-stream.ts';

function streamed(stream: MaskStream, pieces: readonly string[]): string {
  const shown = pieces.map((piece) => stream.take(Buffer.from(piece)));
  return Buffer.concat([...shown, stream.rest()]).toString();
}

const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength, maxLength });

test('however the bytes are cut, the same is hidden', () => {
  fc.assert(
    fc.property(
      fc.array(letters(1, 5), { minLength: 1, maxLength: 4 }),
      fc.array(letters(0, 9), { maxLength: 12 }),
      (secrets, pieces) => {
        const texts = [...new Set(secrets)].toSorted((a, b) => b.length - a.length);
        const whole = pieces.join('').replaceAll(new RegExp(texts.join('|'), 'g'), '*');
        expect(streamed(new MaskStream(texts, '*'), pieces)).toBe(whole);
      },
    ),
  );
});

test('what cannot be the beginning of a secret is shown at once, the rest when more has come', () => {
  const stream = new Mask(['teapot']).stream();
  expect(stream.take(Buffer.from('a cup')).toString()).toBe('a cup');
  expect(stream.take(Buffer.from(' and a tea')).toString()).toBe(' and a ');
  expect(stream.take(Buffer.from('pot\n')).toString()).toBe('***\n');
  expect(stream.take(Buffer.from('more tea')).toString()).toBe('more ');
  expect(stream.rest().toString()).toBe('tea');
});

test('bytes that are no text pass as they are', () => {
  const stream = new Mask(['té']).stream();
  const bytes = Buffer.from([0xff, 0xc3, 0x00, 0x74, 0xc3]);
  expect(Buffer.concat([stream.take(bytes), stream.take(Buffer.from([0xa9])), stream.rest()])).toEqual(
    Buffer.concat([Buffer.from([0xff, 0xc3, 0x00]), Buffer.from('***')]),
  );
});

import fc from 'fast-check';
import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { encoderPng } from '../../../src/integrations/png.ts';

/** The points of an encoded picture, in their order, each with its four bytes. */
function relire(png: Uint8Array): Buffer {
	const { data, palette } = decode(png);
	return Buffer.from([...data].flatMap((n) => [...(palette?.[n] ?? []), 255]));
}

const image = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })).chain(([width, height]) =>
	fc
		.array(fc.constantFrom([0, 0, 0, 255], [248, 246, 241, 255], [154, 51, 36, 255]), {
			minLength: width * height,
			maxLength: width * height,
		})
		.map((points) => ({ width, height, pixels: Uint8Array.from(points.flat()) })),
);

test('les points d’une image se relisent tels quels', () => {
	fc.assert(
		fc.property(image, (i) => {
			expect(relire(encoderPng(i) as Uint8Array)).toEqual(Buffer.from(i.pixels));
		}),
	);
});

test('une image de plus de 256 couleurs, ou transparente, est laissée à un autre', () => {
	const gris = Array.from({ length: 257 }, (_, i) => [i % 256, i >> 8, 0, 255]).flat();
	expect(encoderPng({ width: 257, height: 1, pixels: Uint8Array.from(gris) })).toBeUndefined();
	expect(encoderPng({ width: 1, height: 1, pixels: Uint8Array.from([0, 0, 0, 254]) })).toBeUndefined();
});

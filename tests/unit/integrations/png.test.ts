import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encoderPng } from '../../../src/integrations/png.ts';

/** Reads back what the encoder writes: the points in their order, each with its four bytes. */
function relire(png: Buffer): Buffer {
	const parties = new Map<string, Buffer>();
	for (let i = 8; i < png.length; ) {
		const longueur = png.readUInt32BE(i);
		parties.set(png.toString('latin1', i + 4, i + 8), png.subarray(i + 8, i + 8 + longueur));
		i += 12 + longueur;
	}
	const largeur = parties.get('IHDR')?.readUInt32BE(0) ?? 0;
	const palette = parties.get('PLTE') ?? Buffer.alloc(0);
	const rangs = inflateSync(parties.get('IDAT') ?? Buffer.alloc(0));
	const points = [...rangs].filter((_, i) => i % (largeur + 1));
	return Buffer.from(points.flatMap((n) => [...palette.subarray(3 * n, 3 * n + 3), 255]));
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
			expect(relire(encoderPng(i) as Buffer)).toEqual(Buffer.from(i.pixels));
		}),
	);
});

test('une image de plus de 256 couleurs, ou transparente, est laissée à un autre', () => {
	const gris = Array.from({ length: 257 }, (_, i) => [i % 256, i >> 8, 0, 255]).flat();
	expect(encoderPng({ width: 257, height: 1, pixels: Uint8Array.from(gris) })).toBeUndefined();
	expect(encoderPng({ width: 1, height: 1, pixels: Uint8Array.from([0, 0, 0, 254]) })).toBeUndefined();
});

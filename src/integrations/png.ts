import { encode } from 'fast-png';

/** Pixels in rows, four bytes each: red, green, blue, opacity. */
export interface Pixels {
	width: number;
	height: number;
	pixels: Uint8Array;
}

/** What a byte can number. */
const COULEURS = 256;
/** Level of zlib: the next ones take longer and save nothing to speak of. */
const NIVEAU = 5;

/**
 * A picture of few colours as PNG, to the pixel: a palette and a byte for each point, a quarter of what an encoder that
 * does not count colours has to compress. The same pixels give the same bytes.
 * @returns nothing where the picture has more than 256 colours, or points that can be seen through
 */
export function encoderPng({ width, height, pixels }: Pixels): Uint8Array | undefined {
	const points = new Int32Array(pixels.buffer, pixels.byteOffset, width * height);
	const numeros = new Map<number, number>();
	const data = new Uint8Array(points.length);
	let precedent: number | undefined;
	let numero = 0;
	for (let i = 0; i < points.length; i++) {
		const point = points[i] as number;
		if (point !== precedent) {
			numero = numeros.get(point) ?? numeros.size;
			numeros.set(point, numero);
			precedent = point;
		}
		data[i] = numero;
	}
	const couleurs = [...numeros.keys()].map((point) => new Uint8Array(Int32Array.of(point).buffer));
	if (couleurs.length > COULEURS || couleurs.some(([, , , opacite]) => opacite !== 255)) return undefined;
	const palette = couleurs.map((couleur) => [...couleur.subarray(0, 3)]);
	return encode({ width, height, data, channels: 1, palette }, { zlib: { level: NIVEAU } });
}

import { crc32, deflateSync } from 'node:zlib';

/** Pixels in rows, four bytes each: red, green, blue, opacity. */
export interface Pixels {
	width: number;
	height: number;
	pixels: Uint8Array;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** What a byte can number. */
const COULEURS = 256;
/** Level of zlib: the next ones take longer and save nothing to speak of. */
const NIVEAU = 5;

/**
 * A picture of few colours as PNG (W3C, third edition), to the pixel: a palette and a byte for each point, a quarter of
 * what an encoder that does not know it has to compress. The same pixels give the same bytes.
 * @returns nothing where the picture has more than 256 colours, or points that can be seen through
 */
export function encoderPng({ width, height, pixels }: Pixels): Buffer | undefined {
	const points = new Int32Array(pixels.buffer, pixels.byteOffset, width * height);
	const palette = new Map<number, number>();
	// Each row starts with the number of its filter: 0, none.
	const rangs = Buffer.alloc(height * (width + 1));
	let precedent: number | undefined;
	let numero = 0;
	for (let y = 0, i = 0; y < height; y++)
		for (let x = 0, o = y * (width + 1) + 1; x < width; x++) {
			const point = points[i++] as number;
			if (point !== precedent) {
				numero = palette.get(point) ?? palette.size;
				palette.set(point, numero);
				precedent = point;
			}
			rangs[o++] = numero;
		}
	const couleurs = Buffer.from(Int32Array.from(palette.keys()).buffer);
	if (palette.size > COULEURS || couleurs.some((octet, i) => i % 4 === 3 && octet !== 255)) return undefined;
	const entete = Buffer.alloc(13);
	entete.writeUInt32BE(width, 0);
	entete.writeUInt32BE(height, 4);
	// Eight bits a point, colours by their number in the palette.
	entete.set([8, 3], 8);
	return Buffer.concat([
		SIGNATURE,
		partie('IHDR', entete),
		partie('PLTE', couleurs.filter((_, i) => i % 4 !== 3) as Buffer),
		partie('IDAT', deflateSync(rangs, { level: NIVEAU })),
		partie('IEND', Buffer.alloc(0)),
	]);
}

/** Length, name, content, and the checksum of the last two. */
function partie(nom: string, contenu: Buffer): Buffer {
	const corps = Buffer.concat([Buffer.from(nom, 'latin1'), contenu]);
	const [longueur, controle] = [Buffer.alloc(4), Buffer.alloc(4)];
	longueur.writeUInt32BE(contenu.length);
	controle.writeUInt32BE(crc32(corps));
	return Buffer.concat([longueur, corps, controle]);
}

import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';

/** Text of a document of `content/sources/`. */
export const graine = (nom: string): string =>
	readFileSync(new URL(`../../../content/sources/${nom}`, import.meta.url), 'utf8');
export const GRAINES = {
	tsgri: '000_d479f3752df1ffc5.txt',
	tsgriBis: '001_3acd2d4bf972e550.txt',
	tsgeri: '002_652c30a6180d1764.txt',
	tssi: '003_b640579efcd33b0b.txt',
	tssr: '004_a989f2a91db6bda0.txt',
} as const;

type Doc = InstanceType<typeof PDFDocument>;

/** Bytes of a PDF drawn by `dessiner`. */
export const pdf = (dessiner: (doc: Doc) => void, options: Record<string, unknown> = {}): Promise<Uint8Array> =>
	new Promise((resolve, reject) => {
		const doc = new PDFDocument({ size: 'A4', margin: 40, autoFirstPage: false, ...options });
		const morceaux: Buffer[] = [];
		doc.on('data', (m: Buffer) => morceaux.push(m));
		doc.on('end', () => resolve(Uint8Array.from(Buffer.concat(morceaux))));
		doc.on('error', reject);
		dessiner(doc);
		doc.end();
	});

/** Lines of a text from the first one that matches `debut` to the one before the first that matches `fin`. */
export const entre = (texte: string, debut: RegExp, fin?: RegExp): string[] => {
	const lignes = texte.split('\n').map((l) => l.replace(/\s+$/u, ''));
	const un = lignes.findIndex((l) => debut.test(l));
	const deux = fin ? lignes.findIndex((l, i) => i > un && fin.test(l)) : lignes.length;
	return lignes.slice(un, deux).filter((l) => !/^[\s_]*$/u.test(l));
};

/** Draws lines one under the other. @returns the ordinate of the next line */
export const poser = (
	doc: Doc,
	lignes: readonly string[],
	{ x, y, pas = 11, corps = 8 }: { x: number; y: number; pas?: number; corps?: number },
): number => {
	doc.fontSize(corps);
	let ici = y;
	for (const ligne of lignes) {
		const retrait = (ligne.length - ligne.trimStart().length) * corps * 0.6;
		doc.text(ligne.trim(), x + retrait, ici, { lineBreak: false });
		ici += pas;
	}
	return ici;
};

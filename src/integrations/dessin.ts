import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Node, Renderer } from '@takumi-rs/core';
import type { Carte } from '../domaine/exports/carte.ts';

const LARGEUR = 1200;
const HAUTEUR = 630;

/** Colours and typefaces of the light theme: serif for official words, sans for our own. */
const ENCRE = '#1f1d1a';
const DOUCE = '#5b564d';
const ACCENT = '#9a3324';

const POLICES = ['serif', 'sans'].map((name) => ({
	name,
	data: readFileSync(new URL(`../assets/polices/lignee-${name}.woff2`, import.meta.url)),
}));

/** Version of the drawing library. It is part of the cache key, since another version may draw differently. */
const { version: VERSION } = JSON.parse(
	readFileSync(join(dirname(createRequire(import.meta.url).resolve('@takumi-rs/core')), '../package.json'), 'utf8'),
) as { version: string };

let moteur: Promise<Renderer> | undefined;

async function preparer(): Promise<Renderer> {
	const renderer = new Renderer();
	for (const police of POLICES) await renderer.registerFont(police);
	return renderer;
}

/**
 * Draws a card as an image of 1200 × 630 pixels, with our own fonts only, outside the JavaScript thread.
 * @param format `raw` gives the pixels, four bytes each
 */
export async function dessiner(carte: Carte, format: 'png' | 'raw' = 'png'): Promise<Buffer> {
	moteur ??= preparer();
	return (await moteur).render(mettreEnPage(carte), { width: LARGEUR, height: HAUTEUR, format, lang: 'fr' });
}

/** Hash of what all pictures depend on: the library, the type of processor and the fonts. */
const COMMUN = createHash('sha256').update(`${VERSION} ${process.arch}`);
for (const { data } of POLICES) COMMUN.update(data);

/** Cache key of a picture: a hash of what all depend on, and of its words and layout. */
export const empreinteDe = (carte: Carte): string =>
	COMMUN.copy()
		.update(JSON.stringify(mettreEnPage(carte)))
		.digest('hex');

/** Font size of a title, in pixels. Long official titles are set smaller, so that none is cut. */
const corps = ({ length }: string): number =>
	length > 240 ? 27 : length > 140 ? 32 : length > 90 ? 40 : length > 60 ? 46 : 52;

type Style = Record<string, string | number>;
const boite = (style: Style, children: Node[]): Node => ({
	type: 'container',
	style: { display: 'flex', justifyContent: 'space-between', ...style },
	children,
});
const texte = (style: Style, text: string): Node => ({ type: 'text', text, style });

const mettreEnPage = ({ genre, titre, texte: libelle, etat }: Carte): Node =>
	boite(
		{
			width: LARGEUR,
			height: HAUTEUR,
			boxSizing: 'border-box',
			flexDirection: 'column',
			padding: '64px 80px',
			backgroundColor: '#f8f6f1',
			borderLeft: `20px solid ${ACCENT}`,
			color: ENCRE,
			fontFamily: 'sans',
		},
		[
			texte({ fontSize: 30, color: DOUCE }, genre),
			boite({ flexDirection: 'column' }, [
				texte({ fontSize: titre.length > 24 ? 68 : 84, lineHeight: 1.15 }, titre),
				texte({ marginTop: 20, fontSize: corps(libelle), lineHeight: 1.25, fontFamily: 'serif' }, libelle),
			]),
			boite({ alignItems: 'flex-end', fontSize: 30 }, [
				texte({ maxWidth: 640, color: ACCENT }, etat),
				texte({ color: DOUCE }, 'Lignée, site non officiel'),
			]),
		],
	);

import { readFileSync } from 'node:fs';
import { type RenderedImage, Resvg } from '@resvg/resvg-js';
import satori, { type Font } from 'satori';
import type { Carte } from '../domaine/exports/carte.ts';

const LARGEUR = 1200;
const HAUTEUR = 630;

/** The colours and faces of the light pages: the serif sets official words, the sans ours. */
const ENCRE = '#1f1d1a';
const DOUCE = '#5b564d';
const ACCENT = '#9a3324';

type Style = Record<string, string | number>;
interface Element {
	type: 'div';
	props: { style: Style; children: string | Element[] };
}
const boite = (style: Style, children: string | Element[]): Element => ({
	type: 'div',
	props: { style: { display: 'flex', ...style }, children },
});

let polices: Font[] | undefined;

function charger(): Font[] {
	const lire = (fichier: string) => readFileSync(new URL(`../assets/polices/${fichier}`, import.meta.url));
	polices ??= [
		{ name: 'serif', data: lire('lignee-serif.woff2'), weight: 400, style: 'normal' },
		{ name: 'sans', data: lire('lignee-sans.woff2'), weight: 400, style: 'normal' },
	];
	return polices;
}

/** Draws a card: text laid out by satori, drawn by resvg, from our own fonts and no other. */
export async function dessiner(carte: Carte): Promise<RenderedImage> {
	const svg = await satori(mettreEnPage(carte) as Parameters<typeof satori>[0], {
		width: LARGEUR,
		height: HAUTEUR,
		fonts: charger(),
	});
	return new Resvg(svg, { font: { loadSystemFonts: false } }).render();
}

/** Long official titles are set smaller, so that none is cut. */
const corps = (texte: string): number => (texte.length > 90 ? 40 : texte.length > 60 ? 46 : 52);

const mettreEnPage = ({ genre, titre, texte, etat }: Carte): Element =>
	boite(
		{
			width: LARGEUR,
			height: HAUTEUR,
			boxSizing: 'border-box',
			flexDirection: 'column',
			justifyContent: 'space-between',
			padding: '64px 80px',
			backgroundColor: '#f8f6f1',
			borderLeft: `20px solid ${ACCENT}`,
			color: ENCRE,
			fontFamily: 'sans',
		},
		[
			boite({ fontSize: 30, color: DOUCE }, genre),
			boite({ flexDirection: 'column' }, [
				boite({ fontSize: titre.length > 24 ? 68 : 84, lineHeight: 1.15 }, titre),
				boite({ marginTop: 20, fontSize: corps(texte), lineHeight: 1.25, fontFamily: 'serif' }, texte),
			]),
			boite({ justifyContent: 'space-between', alignItems: 'flex-end', fontSize: 30 }, [
				boite({ maxWidth: 640, color: ACCENT }, etat),
				boite({ color: DOUCE }, 'Lignée, site non officiel'),
			]),
		],
	);

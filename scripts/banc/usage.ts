import type { Attente } from './outils.ts';
import { mesurer } from './processus.ts';

/** Waiting times of readers and editors, beside the build. */
export interface Usage {
	/** Milliseconds between the last byte of data and the answer, by tool. */
	outils: Record<string, Attente>;
	recherche: {
		notices: number;
		/** Bytes. */
		pagefind: { premiere: number; suivante: number };
		/** Bytes, then seconds. */
		minisearch: { premiere: number; construction: number; lecture: number };
	};
	/** Seconds between an edit and the page that shows it, under `npm run dev`. */
	edition: number;
}

/** Measures a built site in a browser, its search, and an edit. It changes the catalogue. */
export async function utiliser(racine: string, catalogue: string): Promise<Usage> {
	const lancer = async (nom: string, args: string[] = [], reglages: Record<string, string> = {}) => {
		const env = { CATALOGUE: catalogue, ...reglages };
		const { sortie } = await mesurer([`scripts/banc/${nom}.ts`, ...args], { dossier: racine, env });
		return JSON.parse(sortie.trim().split('\n').at(-1) ?? '');
	};
	return {
		outils: await lancer('outils', ['dist']),
		recherche: await lancer('recherche', ['dist']),
		...(await lancer('edition', [], { NODE_ENV: 'development' })),
	};
}

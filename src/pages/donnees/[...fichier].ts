import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue/catalogue.ts';
import { ecrire, fichiers, inventaire } from '../../catalogue/donnees.ts';
import { schemas } from '../../catalogue/schema.ts';
import { donnees } from '../../domaine/adresse.ts';
import { json } from '../../domaine/exports/format.ts';

/** Every data file under `/donnees/`, written by the same function that the inventory measures. */
export function getStaticPaths() {
	const ecrireInventaire = () => json({ etatAu: catalogue().etatAu ?? null, fichiers: inventaire() });
	return [
		...fichiers().map((f) => ({ chemin: f.chemin, type: f.type, ecrire: () => ecrire(f) })),
		...schemas(),
		// Last: it lists what has been written.
		{ chemin: donnees.inventaire, type: 'application/json', ecrire: ecrireInventaire },
	].map(({ chemin, type, ecrire }) => ({
		params: { fichier: chemin.replace(/^\/donnees\//, '') },
		props: { type, ecrire },
	}));
}

type Props = { type: string; ecrire: () => string | Buffer<ArrayBuffer> };

export const contenu = ({ props }: { props: Props }): string | Buffer<ArrayBuffer> => props.ecrire();

export const GET: APIRoute<Props> = ({ props }) =>
	new Response(contenu({ props }), { headers: { 'Content-Type': `${props.type}; charset=utf-8` } });

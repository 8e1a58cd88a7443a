import { parObjet } from '../domaine/memo.ts';
import { type Dossier, dossier } from '../domaine/outils/dossier.ts';
import type { Version } from '../domaine/version.ts';
import { type Catalogue, catalogue } from './catalogue.ts';
import { comparaisonsDe } from './comparaison.ts';

export function dossierDe(version: Version): Dossier {
	const lignee = catalogue().ligneeParId.get(version.lignee ?? '');
	const paires = comparaisonsDe(version.id).suites.map(({ comparaison }) => comparaison);
	return dossier(version, paires, lignee?.successions ?? []);
}

/** Minimum number of versions in a file of the browser tools, if the host counts files: a few dozen KiB compressed. */
const PAR_PAQUET = 8;

/** Versions grouped into files for the browser tools: whole lineages, in the order of the catalogue. */
export const paquetsDe = parObjet(({ versions }: Catalogue): Version[][] => {
	const paquets: Version[][] = [];
	for (const [, siennes] of Map.groupBy(versions, (v) => v.lignee ?? v.id)) {
		const dernier = paquets.at(-1);
		if (dernier && dernier.length < PAR_PAQUET) dernier.push(...siennes);
		else paquets.push([...siennes]);
	}
	return paquets;
});

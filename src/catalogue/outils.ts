import { type Dossier, dossier } from '../domaine/outils/dossier.ts';
import type { Version } from '../domaine/version.ts';
import { type Catalogue, catalogue } from './catalogue.ts';
import { comparaisonsDe } from './comparaison.ts';
import { parObjet } from './memo.ts';

/** What the tools reason on for one version of the catalogue. */
export function dossierDe(version: Version): Dossier {
	const lignee = catalogue().ligneeParId.get(version.lignee ?? '');
	const paires = comparaisonsDe(version.id).suites.map(({ comparaison }) => comparaison);
	return dossier(version, paires, lignee?.successions ?? []);
}

/** Versions in one file of the tools, at least, where few files are published: a few dozen KiB once compressed. */
const PAR_PAQUET = 8;

/** The versions in the files in which the tools find them where few are published: whole lineages, in their order. */
export const paquetsDe = parObjet(({ versions }: Catalogue): Version[][] => {
	const paquets: Version[][] = [];
	for (const [, siennes] of Map.groupBy(versions, (v) => v.lignee ?? v.id)) {
		const dernier = paquets.at(-1);
		if (dernier && dernier.length < PAR_PAQUET) dernier.push(...siennes);
		else paquets.push([...siennes]);
	}
	return paquets;
});

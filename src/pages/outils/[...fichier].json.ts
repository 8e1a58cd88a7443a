import { type Catalogue, catalogue } from '../../catalogue/catalogue.ts';
import { comparaisonsDe, estAilleurs, paires } from '../../catalogue/comparaison.ts';
import type { Dependances } from '../../catalogue/dependances.ts';
import { peuDeFichiers } from '../../catalogue/publication.ts';
import { liensBlocs } from '../../domaine/comparaison/liens-blocs.ts';
import { parObjet } from '../../domaine/memo.ts';
import { type Dossier, type Dossiers, dossier, type Repertoire, repertoire } from '../../domaine/outils/dossier.ts';
import { ecrireIndex } from '../../domaine/rapprochement/lexique.ts';
import type { Version } from '../../domaine/version.ts';

export { contenu, dependances, GET } from '../_fichier.ts';

/** Data of the browser tools: the index of versions, the lexicon for comparisons made there, the data of versions. */
export function getStaticPaths() {
	const index = catalogue();
	const un = (fichier: string, ecrire: () => unknown, depend?: Dependances) => ({
		params: { fichier },
		props: { type: 'application/json', ecrire: () => JSON.stringify(ecrire()), depend },
	});
	return [
		un('repertoire', tousLesTitres),
		un('lexique', () => ecrireIndex(index.lexique)),
		...(peuDeFichiers()
			? paquetsDe(index).map((versions, rang) => un(`paquets/${rang}`, () => paquet(versions)))
			: index.versions.map((v) => un(`versions/${v.id}`, () => dossierDe(v), { versions: [v.id] }))),
	];
}

function tousLesTitres(): Repertoire {
	const index = catalogue();
	const toutes = paires().map((paire) => ({
		de: paire.de.id,
		vers: paire.vers.id,
		blocs: liensBlocs(paire.correspondance),
		ailleurs: estAilleurs(paire),
	}));
	const { versions } = repertoire(index.versions, toutes);
	if (!peuDeFichiers()) return { versions };
	const rangs = new Map(paquetsDe(index).flatMap((siennes, rang) => siennes.map(({ id }) => [id, rang])));
	return { versions: versions.map((v) => ({ ...v, paquet: rangs.get(v.id) })) };
}

/** Data of several versions in one file, with the comparisons that start from them. */
function paquet(versions: readonly Version[]): Dossiers {
	const comparaisons = versions.flatMap(({ id }) => comparaisonsDe(id).suites);
	return {
		versions: Object.fromEntries(versions.map((version) => [version.id, dossierDe(version)])),
		comparaisons: Object.fromEntries(
			comparaisons.map(({ de, vers, comparaison }) => [`${de.id}--${vers.id}`, comparaison]),
		),
	};
}

function dossierDe(version: Version): Dossier {
	const lignee = catalogue().ligneeParId.get(version.lignee ?? '');
	const paires = comparaisonsDe(version.id).suites.map(({ comparaison }) => comparaison);
	return dossier(version, paires, lignee?.successions ?? []);
}

/** Minimum number of versions in a file of the browser tools, if the host counts files: a few dozen KiB compressed. */
const PAR_PAQUET = 8;

/** Versions grouped into files for the browser tools: whole lineages, in the order of the catalogue. */
const paquetsDe = parObjet(({ versions }: Catalogue): Version[][] => {
	const paquets: Version[][] = [];
	for (const [, siennes] of Map.groupBy(versions, (v) => v.lignee ?? v.id)) {
		const dernier = paquets.at(-1);
		if (dernier && dernier.length < PAR_PAQUET) dernier.push(...siennes);
		else paquets.push([...siennes]);
	}
	return paquets;
});

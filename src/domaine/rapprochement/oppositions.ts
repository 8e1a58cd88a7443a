import { cleDe, cleDeRacines, type Index } from './lexique.ts';

/**
 * Words of which one excludes the others, in any trade. Two labels that share all but these say different things
 * (« maintenance préventive », « maintenance corrective »), which no count of shared words would show.
 */
const FAMILLES = `
	intérieur/extérieur
	interne/externe
	maintenance préventive/maintenance corrective
	préventif/correctif
	individuel/collectif
	écrit/oral
	manuel/mécanisé
	froid/chaud
	statique/dynamique
	front-end/back-end
	achat/vente
	fournisseur/client
	montage/démontage
	national/international
	annuel/mensuel
	entrant/sortant
	amont/aval
	réception/expédition
	préparer/poser
	installer/maintenir
	installer/dépanner
	concevoir/maintenir
	neuf/rénovation
	recette/dépense
	fraisage/tournage
	mécanique/électrique/hydraulique/thermique
	tig/mag/électrode enrobée
	windows/linux
	porteur/ensemble articulé/transport en commun
	sol/mur/plafond/toiture
	déclaration sociale/déclaration fiscale
	enfant/personne âgée
	viande/poisson/légume/dessert
	entrée/plat/dessert
	scellé/collé
	eau potable/eaux usées
	tuile/ardoise/zinc
	acier/aluminium/bois/béton
	gaz/fioul
`
	.trim()
	.split('\n')
	.map((famille) => famille.trim().split('/'));

type Exclusions = ReadonlyMap<string, ReadonlySet<string>>;
const MEMOIRE = new WeakMap<Index, Exclusions>();

/** The keys that each key excludes, read with the lexicon so that its other phrases exclude too. */
const exclusions = (index: Index): Exclusions => {
	const connues = MEMOIRE.get(index);
	if (connues) return connues;
	const table = new Map<string, Set<string>>();
	for (const famille of FAMILLES) {
		const cles = famille.map((mot) => cleDeRacines(cleDe(mot), index));
		for (const cle of cles) {
			const exclues = table.get(cle) ?? new Set<string>();
			for (const autre of cles) if (autre !== cle) exclues.add(autre);
			table.set(cle, exclues);
		}
	}
	MEMOIRE.set(index, table);
	return table;
};

/** Words and concepts that a label names, among those that exclude others. */
export const exclusifs = (cles: Iterable<string>, index: Index): Map<string, ReadonlySet<string>> => {
	const table = exclusions(index);
	const siens = new Map<string, ReadonlySet<string>>();
	for (const cle of cles) {
		const exclues = table.get(cle);
		if (exclues) siens.set(cle, exclues);
	}
	return siens;
};

/** Whether one label says a word, the other one that it excludes, and neither says both. */
export const sOpposent = (
	a: ReadonlyMap<string, ReadonlySet<string>>,
	b: ReadonlyMap<string, ReadonlySet<string>>,
): boolean =>
	a.size > 0 &&
	b.size > 0 &&
	[...a].some(([mot, exclus]) => !b.has(mot) && [...exclus].some((autre) => b.has(autre) && !a.has(autre)));

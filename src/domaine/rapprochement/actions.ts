import { cleDe, cleDeRacines, type Index } from './lexique.ts';

/**
 * Kinds of action, by the verbs that name them in any trade. Verbs of one kind are not synonyms, yet two labels that
 * differ by them only may well ask the same; verbs of two kinds seldom do. A verb may be of several kinds.
 */
const GENRES = `
	organiser planifier coordonner piloter diriger manager encadrer superviser répartir ordonnancer gérer affecter
	concevoir élaborer définir étudier dessiner maquetter modéliser imaginer dimensionner
	fabriquer assembler usiner façonner couper souder coudre construire
	installer raccorder implanter câbler fixer assembler déployer
	maintenir dépanner diagnostiquer remplacer régler nettoyer
	contrôler mesurer tester évaluer analyser auditer surveiller
	suivre rendre-compte renseigner enregistrer transmettre rédiger actualiser saisir traiter
	accueillir informer conseiller accompagner assister renseigner orienter répondre sensibiliser
	vendre négocier prospecter promouvoir fidéliser proposer
	approvisionner réceptionner stocker charger livrer ranger expédier préparer
	nettoyer ranger désinfecter
	former animer transmettre évaluer intégrer
`
	.trim()
	.split('\n')
	.map((genre) => genre.trim().split(' '));

type Table = ReadonlyMap<string, ReadonlySet<number>>;
const MEMOIRE = new WeakMap<Index, Table>();

/** The kinds of each key of a verb, read with the lexicon so that its synonyms are of the same kinds. */
const genres = (index: Index): Table => {
	const connus = MEMOIRE.get(index);
	if (connus) return connus;
	const table = new Map<string, Set<number>>();
	for (const [rang, verbes] of GENRES.entries())
		for (const verbe of verbes) {
			const cle = cleDeRacines(cleDe(verbe), index);
			table.set(cle, (table.get(cle) ?? new Set()).add(rang));
		}
	MEMOIRE.set(index, table);
	return table;
};

/** The kinds of action, as numbers, that a label names by the keys of its verbs; none where the verbs are of no kind. */
export const genresDe = (cles: readonly string[], index: Index): Set<number> => {
	const table = genres(index);
	return new Set(cles.flatMap((cle) => [...(table.get(cle) ?? [])]));
};

import { lireAnnexe } from './annexe.ts';
import type { BlocLu, Doute } from './bloc.ts';
import { lireCodes, lireDebut, lireFin, lireNiveau, lireNsf, lireRome, nommer, type Rome } from './champ.ts';
import { exigerTousLesMots } from './compte.ts';
import { type CorrespondanceLue, lireCorrespondance } from './correspondance.ts';
import type { Element } from './element.ts';
import { estEntete } from './entete.ts';
import { lireEtiquette } from './etiquette.ts';
import { lireFiche } from './fiche.ts';
import { douterDeLaVigueur, estVersion, reconnaitre } from './genre.ts';
import { refuserBarre, refuserCache, sansCadre } from './html.ts';
import type { Lecture } from './lecture.ts';
import { blancsDouteux, deplierLigne, type Ligne, lignesBrutes, lignesDeTableau, lireLignes } from './ligne.ts';
import { retirerAppels } from './note.ts';
import { Refus } from './refus.ts';
import { reparer } from './reparation.ts';
import { finitPhrase } from './signe.ts';
import { cellulesDe, deplierActivites, extraireTableaux } from './tableau.ts';

/** Maximum length of a document in characters: ten times that of the longest document of the ministry. */
const MAXIMUM = 2_000_000;
/** Maximum length of one line in characters: a longer one means that line ends were lost. */
const MAXIMUM_LIGNE = 50_000;

/** Maximum number of lines, thirty times that of the longest document. */
const MAXIMUM_LIGNES = 10_000;

/**
 * Lines of a text with its tables, its maps of blocs, and the repairs made.
 * @throws Refus if the text is too long, struck through or hidden
 */
const lireTexte = (texte: string) => {
	if (texte.length > MAXIMUM)
		throw new Refus(
			`document de ${Math.round(texte.length / 1000)} milliers de signes : ni une fiche ni une annexe n’en a plus de ${MAXIMUM / 1000} milliers`,
		);
	// Unicode normalisation sorts combining marks: thousands of them in a row would take minutes.
	if (/\p{M}{30}/u.test(texte))
		throw new Refus('suite de plus de trente signes diacritiques sur une même lettre : ce n’est pas un texte');
	const brutes = lignesBrutes(sansCadre(texte));
	refuserDemesure(brutes.filter((ligne) => ligne.trim() !== '').length);
	const longue = brutes.findIndex((ligne) => ligne.length > MAXIMUM_LIGNE);
	if (longue >= 0)
		throw new Refus(
			`ligne ${longue + 1} : ${brutes[longue]?.length} signes sur une seule ligne ; remettre les fins de ligne du document`,
		);
	refuserBarre(brutes);
	refuserCache(brutes);
	const { lignes: reparees, reparations, doutes } = reparer(brutes);
	const { lignes: sansTableaux, tableaux } = extraireTableaux(reparees);
	const toutes = lireLignes(sansTableaux, tableaux);
	refuserDemesure(toutes.length);
	if (toutes.length === 0) throw new Refus('document vide : aucun mot');
	const correspondances = new Map<Ligne, CorrespondanceLue>();
	toutes.forEach((ligne, i) => {
		const lue =
			ligne.tableau &&
			lireCorrespondance(
				ligne.tableau,
				toutes.slice(0, i).map((l) => l.texte),
			);
		if (lue) correspondances.set(ligne, lue);
	});
	return { toutes, correspondances, reparations, doutes: [...doutes, ...blancsDouteux(sansTableaux)] };
};

const refuserDemesure = (lignes: number): void => {
	if (lignes > MAXIMUM_LIGNES)
		throw new Refus(
			`document de ${lignes} lignes : ni une fiche ni une annexe n’en a plus de ${MAXIMUM_LIGNES / 1000} milliers`,
		);
};

/** Content of a document that only has correspondences. */
export type ArticlesLus = { correspondances: CorrespondanceLue[]; nonReproduits: string[] };

/** Reads a document of unknown kind: a version (fiche or annex), or an article that maps old CCP to new ones. */
export const lireTexteOfficiel = (texte: string): { lecture: Lecture } | { articles: ArticlesLus } => {
	const { toutes, correspondances } = lireTexte(texte);
	const nonReproduits = toutes.filter(tableauAilleurs).map((l) => l.texte);
	const version = estVersion(toutes);
	if (!version && (correspondances.size > 0 || (nonReproduits.length > 0 && toutes.some((l) => ARTICLE.test(l.texte)))))
		return { articles: { correspondances: [...correspondances.values()], nonReproduits } };
	return { lecture: lireDocument(texte) };
};

const ARTICLE = /^article\b/iu;
/** Légifrance omits tables from before about 2010, and refers to the page of the Journal officiel. */
const tableauAilleurs = (ligne: Ligne): boolean =>
	/tableaux?\s+non\s+reproduits?|vous\s+pouvez\s+consulter\s+le\s+tableau|tableau\s+consultable/iu.test(ligne.texte);

/**
 * Reads the text of a fiche or of an annex.
 * @throws Refus if it is neither, has no bloc, or if a word would be lost (a bug of the importer)
 */
export const lireDocument = (texte: string): Lecture => {
	const { toutes: imprimees, correspondances, reparations, doutes } = lireTexte(texte);
	const tetes: Ligne[] = [];
	const toutes = imprimees.flatMap((ligne): Ligne[] => {
		if (!ligne.tableau || correspondances.has(ligne)) return [ligne];
		const activites = deplierActivites(ligne.tableau);
		if (activites) {
			tetes.push({ ...ligne, texte: activites.tete });
			return lignesDeTableau(activites.lignes, ligne.numero);
		}
		// A table used for layout, with labels in its cells, is read as lines.
		const dispose = cellulesDe(ligne.tableau).some((c) => lireEtiquette(c.lignes[0] ?? '') !== null);
		return dispose ? deplierLigne(ligne) : [ligne];
	});
	const courantes = toutes.filter((l, i) => estEntete(l, toutes[i - 1], toutes[i + 1]));
	const lignes = toutes.filter((l) => !courantes.includes(l));
	const entetes = [...courantes, ...tetes];
	const genre = reconnaitre(lignes);
	const structure = genre === 'fiche' ? lireFiche(lignes.flatMap(deplierLigne)) : lireAnnexe(lignes);
	if (structure.blocs.length === 0)
		throw new Refus('aucun bloc de compétences trouvé (« CCP – … », « 1. … ») : rien à importer');
	const vide = structure.blocs.find((b) => b.competences.length === 0 || b.intitule === '');
	if (vide)
		throw new Refus(
			`ligne ${vide.lignes[0] ?? '?'} : le bloc « ${vide.intitule || vide.marque} » n’a ${vide.intitule ? 'aucune compétence : écrire chacune sur sa ligne, sous l’intitulé' : 'pas d’intitulé'}`,
		);
	if (!structure.intitule)
		throw new Refus('intitulé du titre introuvable (« Le titre professionnel de : … niveau », « Intitulé : »)');
	const appels = retirerAppels(structure.blocs, structure.elements);
	const prose = structure.elements.flatMap((e) => ('texte' in e ? [e.texte] : []));
	const debut = lireDebut(prose, structure.intitule);
	const fin = lireFin(prose, structure.intitule);
	const niveau = lireNiveau(prose);
	const lecture: Lecture = {
		genre,
		intitule: structure.intitule,
		...nommer(structure.intitule, prose, structure.sigle),
		...(niveau && { niveau }),
		nsf: lireNsf(prose),
		rome: romeDe(structure.elements),
		codes: lireCodes([...prose, ...entetes.map((l) => l.texte)].join('\n')),
		...(debut && { debut, annee: debut.date.slice(0, 4) }),
		...(fin && { fin }),
		blocs: appels.blocs,
		elements: structure.elements,
		remarques: [
			...structure.remarques,
			...lignes
				.filter(tableauAilleurs)
				.map((l) => `Le document renvoie à un tableau qu’il ne reproduit pas : « ${l.texte} »`),
		],
		correspondances: [...correspondances.values()],
		entetes: entetes.map((l) => ({ ligne: l.numero, texte: l.texte })),
		restes: structure.restes,
		reparations: [...reparations, ...appels.reparations],
		doutes: [...doutes, ...douterDeLaVigueur(toutes), ...structure.doutes, ...codesDAilleurs(structure.blocs)].sort(
			(a, b) => a.ligne - b.ligne,
		),
	};
	exigerTousLesMots(imprimees, lecture);
	return lecture;
};

/** The codes of all blocs should begin with the number of one fiche. */
const codesDAilleurs = (blocs: readonly BlocLu[]): Doute[] => {
	const fiche = (code: string) => code.replace(/BC\d+$/u, '');
	const premier = blocs.find((b) => b.code)?.code;
	return blocs.flatMap(({ code, intitule, lignes }) =>
		code && premier && fiche(code) !== fiche(premier)
			? [{ ligne: lignes[0] ?? 0, texte: intitule, motif: `code ${code} d’une autre fiche que ${premier}` }]
			: [],
	);
};

/** ROME codes, in the sentence of a fiche that names the nomenclature, or under the label of an annex. */
const romeDe = (elements: readonly Element[]): Rome[] => {
	const textes = elements.flatMap((e) => ('texte' in e ? [e.texte] : []));
	const phrase = textes.find((t) => /nomenclature\s+du\s+ROME/iu.test(t));
	if (phrase) return lireRome([phrase.replace(/^.*?nomenclature\s+du\s+ROME\s*:?\s*(?:Codes?\s*:?\s*)?/iu, '')]);
	const rang = textes.findIndex((t) => lireEtiquette(t)?.etiquette === 'rome');
	if (rang < 0) return [];
	const fin = textes.findIndex((t, i) => i > rang && lireEtiquette(t) !== null);
	const tete = (textes[rang] ?? '').replace(/^[^:\d]*?(?::|(?<!\p{L})(?=[A-N]?[\s-]?\d))/u, '');
	return lireRome(
		[tete, ...textes.slice(rang + 1, fin < 0 ? rang + 4 : fin)].filter((t) => !finitPhrase(t) || t.length < 200),
	);
};

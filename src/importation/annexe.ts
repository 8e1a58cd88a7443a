import { ANNONCE_CCS, couperEnBlocs, ouvertureNommee } from './activite.ts';
import { type Doute, lireBlocs, texteImprime } from './bloc.ts';
import type { Element } from './element.ts';
import { type Etiquette, lireEtiquette, valeurDEtiquette } from './etiquette.ts';
import { intituleDAnnexe } from './intitule.ts';
import type { LigneLue, Structure } from './lecture.ts';
import { deplierLigne, type Ligne } from './ligne.ts';
import { appels, ouvreNote } from './note.ts';
import { lireProse, type Role } from './paragraphe.ts';
import { Refus } from './refus.ts';
import { commenceEnMinuscule, finitItem, joindre, mots, replier } from './signe.ts';

/** Labels of sections. The others are fields, printed on one line. */
const SECTIONS: ReadonlySet<Etiquette> = new Set([
	'resume',
	'capacites',
	'transversales',
	'secteurs',
	'emplois',
	'rome',
	'reglementation',
	'autorite',
	'liens',
	'bases',
]);

/** Label at the start of a line, if any. Tables have none. */
const etiquetteDe = (ligne: Ligne) => (ligne.tableau ? null : lireEtiquette(ligne.texte));

/** Joins headings printed on two or three lines. */
const rejoindreEtiquettes = (lignes: readonly Ligne[]): Ligne[] => {
	const sorties: Ligne[] = [];
	for (const ligne of lignes) {
		const avant = sorties.at(-1);
		const tete = avant && etiquetteDe(avant);
		const propre = etiquetteDe(ligne);
		// « Capacités attestées et descriptif des » is a heading only with its second line.
		const entame = avant && !tete && !avant.tableau && commenceEnMinuscule(ligne.texte);
		if (
			avant &&
			(tete?.seule || entame) &&
			!/[:.]$/u.test(avant.texte) &&
			(!propre || commenceEnMinuscule(ligne.texte))
		) {
			const ensemble = joindre(avant.texte, ligne.texte);
			const lue = lireEtiquette(ensemble);
			if ((tete ? lue?.etiquette === tete.etiquette : lue) && (lue?.seule || (tete && valeurDEtiquette(ensemble)))) {
				sorties[sorties.length - 1] = { ...avant, texte: ensemble };
				continue;
			}
		}
		sorties.push(ligne);
	}
	return sorties;
};

/** Splits a section's heading from text on the same line: « Résumé du référentiel d’emploi : le responsable… ». */
const couperSections = (lignes: readonly Ligne[]): Ligne[] =>
	lignes.flatMap((ligne) => {
		const lue = etiquetteDe(ligne);
		const coupe = lue && !lue.seule && SECTIONS.has(lue.etiquette) ? valeurDEtiquette(ligne.texte) : null;
		return coupe
			? [
					{ ...ligne, texte: coupe.titre },
					{ ...ligne, texte: coupe.valeur, puce: null, diese: 0, gras: false, blancs: 1 },
				]
			: [ligne];
	});

const note = (ligne: Ligne) =>
	ligne.puce === null && /^\(|^[¹²³⁴⁵⁶⁷⁸⁹*]/u.test(ligne.texte) ? ouvreNote(ligne.texte) : null;

const role = (ligne: Ligne): Role => {
	const lue = etiquetteDe(ligne);
	if (lue) {
		const longue = lue.etiquette === 'entete' && mots(ligne.texte).length > 3;
		return longue || (lue.seule && SECTIONS.has(lue.etiquette)) ? { sorte: 'titre', rang: 2 } : { sorte: 'seule' };
	}
	const appelee = note(ligne);
	return appelee ? { sorte: 'note', ...appelee } : { sorte: 'prose' };
};

/** The note that a line begins, if the text calls it: a bare digit (« 1 Selon la saison. ») may be a note too. */
const noteAppelee = (ligne: Ligne) => (ligne.puce === null ? ouvreNote(ligne.texte) : null);

/** Separates the notes below competences (« (1) Compétence évaluée en atelier. »), with their continuation lines. */
const separerNotes = (lignes: readonly Ligne[]): { notes: Ligne[]; autres: Ligne[] } => {
	const marques = lignes.flatMap((l) => noteAppelee(l)?.marque ?? []);
	// A mark that begins several lines is that of a list.
	const ouvertes = new Set(marques.filter((m) => marques.indexOf(m) === marques.lastIndexOf(m)));
	const appelees = new Set(
		lignes.flatMap((l) =>
			appels(l.texte, ouvertes)
				.filter((a) => a.debut > 0)
				.map((a) => a.marque),
		),
	);
	const notes: Ligne[] = [];
	const autres: Ligne[] = [];
	let dans = false;
	for (const ligne of lignes) {
		const ouverte = noteAppelee(ligne);
		if (ouverte) dans = appelees.has(ouverte.marque);
		else if (dans)
			dans =
				ligne.puce === null &&
				!finitItem(notes.at(-1)?.texte ?? '') &&
				(ligne.blancs === 0 || commenceEnMinuscule(ligne.texte));
		(dans ? notes : autres).push(ligne);
	}
	return { notes, autres };
};

type Partie = 'tete' | 'avant' | 'capacites' | 'apres';

/**
 * Reads the annex of an arrêté: labelled fields and sections, one of which lists the activities.
 * @throws Refus if the document has two titles
 */
export const lireAnnexe = (lues: readonly Ligne[]): Structure => {
	const parties: Record<Partie, Ligne[]> = { tete: [], avant: [], capacites: [], apres: [] };
	let dans: Partie = 'tete';
	const lignes = couperSections(rejoindreEtiquettes(lues));
	refuserSeconde(lignes);
	const repere = lignes.some((l) => etiquetteDe(l)?.etiquette === 'capacites') ? undefined : premiereActivite(lignes);
	for (const ligne of lignes) {
		if (ligne === repere) dans = 'capacites';
		const etiquette = etiquetteDe(ligne)?.etiquette;
		if (dans === 'tete' && etiquette) dans = 'avant';
		if (dans === 'capacites' && etiquette && etiquette !== 'niveau' && etiquette !== 'entete') dans = 'apres';
		parties[dans].push(ligne);
		if (dans === 'avant' && etiquette === 'capacites') dans = 'capacites';
	}
	const { tete, restes } = separerRestes(parties.tete);
	const proseAvant = lireProse([...tete, ...parties.avant], role);
	const titre = intituleDAnnexe(proseAvant);
	const { notes, autres } = separerNotes(parties.capacites.flatMap(deplierLigne));
	const region = couperEnBlocs(autres, titre.intitule);
	const { blocs, doutes } = lireBlocs(region.groupes);
	const elements: Element[] = [
		...proseAvant,
		...lireProse(region.avant, role),
		{ sorte: 'blocs' },
		...lireProse([...region.apres, ...notes, ...parties.apres], (ligne) => {
			const appelee = notes.includes(ligne) ? noteAppelee(ligne) : null;
			return appelee ? { sorte: 'note', ...appelee } : role(ligne);
		}),
	];
	const autreTitre = region.intertitres.find(({ texte }) => {
		const plie = replier(texte);
		return /^(?:le )?titres? professionnels?\b/.test(plie) && !ANNONCE_CCS.test(plie);
	});
	if (autreTitre)
		throw new Refus(
			`ligne ${autreTitre.lignes[0] ?? '?'} : « ${autreTitre.texte} » au milieu des activités : deux titres dans ce document ; les séparer, et importer chacun`,
		);
	const remarques = [
		...region.intertitres.map((i) => `« ${i.texte} » : ce que le document imprime avant le bloc ${i.rang + 1}`),
		...(blocs.some((b) => b.emprunte)
			? ['Le document n’imprime aucun intitulé de bloc : celui du titre en tient lieu.']
			: []),
	];
	const sansTitre: Doute[] = repere
		? [
				{
					ligne: repere.numero,
					texte: repere.texte,
					motif: 'aucun titre « Capacités attestées… » : la liste des activités commence ici',
				},
			]
		: [];
	return { blocs, elements, remarques, restes, doutes: [...sansTitre, ...region.doutes, ...doutes], ...titre };
};

/** Refuses a file with the annexes of two titles: only the first would be read. */
const refuserSeconde = (lignes: readonly Ligne[]): void => {
	const etiquetees = (voulue: Etiquette) => lignes.filter((l) => etiquetteDe(l)?.etiquette === voulue);
	const [intitules, niveaux, capacites] = [etiquetees('intitule'), etiquetees('niveau'), etiquetees('capacites')];
	const ouvrent = (de: Ligne | undefined, jusque?: Ligne) =>
		de !== undefined &&
		lignes
			.slice(lignes.indexOf(de) + 1, jusque && lignes.indexOf(jusque))
			.some((l) => ouvertureNommee(l.texte) !== null || /^1\s*[.)°–-]\s*\p{Lu}/u.test(l.texte));
	// Two lists of activities with blocs: the second annex may lack its fields.
	const listes = ouvrent(capacites[0], capacites[1]) && ouvrent(capacites[1]);
	const [premier, second] = listes && intitules.length < 2 ? capacites : intitules;
	if (premier && second && (listes || niveaux.length > 1 || capacites.length > 1))
		throw new Refus(
			`deux annexes dans ce document, ligne ${premier.numero} (« ${premier.texte} ») et ligne ${second.numero} (« ${second.texte} ») : les séparer, et importer chacune`,
		);
};

/**
 * If the heading of the activities is missing or unknown: the first « 1. » or « CCP 1 » after the summary of the job.
 */
const premiereActivite = (lignes: readonly Ligne[]): Ligne | undefined => {
	const resume = lignes.findIndex((l) => etiquetteDe(l)?.etiquette === 'resume');
	return lignes.find(
		(l, i) =>
			i > resume &&
			resume >= 0 &&
			l.puce === null &&
			(ouvertureNommee(l.texte) !== null || /^1\s*[.)°–-]\s*\p{Lu}/u.test(l.texte)),
	);
};

/** Lines before the first label: prose of the arrêté itself, or leftovers of the copied page. */
const separerRestes = (lignes: readonly Ligne[]): { tete: Ligne[]; restes: LigneLue[] } => {
	const prose = (l: Ligne, i: number): boolean =>
		// A list that a sentence announces: « … composé des deux unités suivantes : », « 1. Fabriquer ».
		(/^\d/u.test(texteImprime(l)) &&
			lignes
				.slice(0, i)
				.findLast((a) => !/^\d/u.test(texteImprime(a)))
				?.texte.endsWith(':')) ||
		l.tableau !== undefined ||
		mots(l.texte).length >= 6 ||
		finitItem(l.texte) ||
		/^(?:arrêté|article|art\.|vu|le ministre|la ministre|nor)(?!\p{L})/iu.test(l.texte);
	return {
		tete: lignes.filter(prose),
		restes: lignes.filter((l, i) => !prose(l, i)).map((l) => ({ ligne: l.numero, texte: l.texte })),
	};
};

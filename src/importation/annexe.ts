import { couperEnBlocs, ouvertureNommee } from './activite.ts';
import { type Doute, lireBlocs } from './bloc.ts';
import type { Element } from './element.ts';
import { type Etiquette, lireEtiquette, valeurDEtiquette } from './etiquette.ts';
import { intituleDAnnexe } from './intitule.ts';
import type { LigneLue, Structure } from './lecture.ts';
import type { Ligne } from './ligne.ts';
import { ouvreNote } from './note.ts';
import { lireProse, type Role } from './paragraphe.ts';
import { commenceEnMinuscule, finitItem, joindre, mots } from './signe.ts';

/** Labels that head a section; the others are fields, printed on a line of their own. */
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

/** Puts back on one line the headings that are printed over two or three. */
const rejoindreEtiquettes = (lignes: readonly Ligne[]): Ligne[] => {
	const sorties: Ligne[] = [];
	for (const ligne of lignes) {
		const avant = sorties.at(-1);
		const tete = avant && lireEtiquette(avant.texte);
		const propre = lireEtiquette(ligne.texte);
		if (avant && tete?.seule && !/[:.]$/u.test(avant.texte) && (!propre || commenceEnMinuscule(ligne.texte))) {
			const ensemble = joindre(avant.texte, ligne.texte);
			const lue = lireEtiquette(ensemble);
			if (lue?.etiquette === tete.etiquette && (lue.seule || valeurDEtiquette(ensemble))) {
				sorties[sorties.length - 1] = { ...avant, texte: ensemble };
				continue;
			}
		}
		sorties.push(ligne);
	}
	return sorties;
};

/** « Résumé du référentiel d’emploi : le responsable… »: the heading, then its text on a line of its own. */
const couperSections = (lignes: readonly Ligne[]): Ligne[] =>
	lignes.flatMap((ligne) => {
		const lue = lireEtiquette(ligne.texte);
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
	const lue = lireEtiquette(ligne.texte);
	if (lue) {
		const longue = lue.etiquette === 'entete' && mots(ligne.texte).length > 3;
		return longue || (lue.seule && SECTIONS.has(lue.etiquette)) ? { sorte: 'titre', rang: 2 } : { sorte: 'seule' };
	}
	const appelee = note(ligne);
	return appelee ? { sorte: 'note', ...appelee } : { sorte: 'prose' };
};

type Partie = 'tete' | 'avant' | 'capacites' | 'apres';

/** Reads the annex of an arrêté: labelled fields and sections, one of which lists the activities. */
export const lireAnnexe = (lues: readonly Ligne[]): Structure => {
	const parties: Record<Partie, Ligne[]> = { tete: [], avant: [], capacites: [], apres: [] };
	let dans: Partie = 'tete';
	const lignes = couperSections(rejoindreEtiquettes(lues));
	const repere = lignes.some((l) => lireEtiquette(l.texte)?.etiquette === 'capacites')
		? undefined
		: premiereActivite(lignes);
	for (const ligne of lignes) {
		if (ligne === repere) dans = 'capacites';
		const etiquette = lireEtiquette(ligne.texte)?.etiquette;
		if (dans === 'tete' && etiquette) dans = 'avant';
		if (dans === 'capacites' && etiquette && etiquette !== 'niveau' && etiquette !== 'entete') dans = 'apres';
		parties[dans].push(ligne);
		if (dans === 'avant' && etiquette === 'capacites') dans = 'capacites';
	}
	const { tete, restes } = separerRestes(parties.tete);
	const proseAvant = lireProse([...tete, ...parties.avant], role);
	const titre = intituleDAnnexe(proseAvant);
	const region = couperEnBlocs(parties.capacites, titre.intitule);
	const { blocs, doutes } = lireBlocs(region.groupes);
	const elements: Element[] = [
		...proseAvant,
		...lireProse(region.avant, role),
		{ sorte: 'blocs' },
		...lireProse([...region.apres, ...parties.apres], role),
	];
	const remarques = region.intertitres.map(
		(i) => `« ${i.texte} » : ce que le document imprime avant le bloc ${i.rang + 1}`,
	);
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

/** Where the heading of the activities is missing or in unknown words: the first « 1. » or « CCP 1 » after the job. */
const premiereActivite = (lignes: readonly Ligne[]): Ligne | undefined => {
	const resume = lignes.findIndex((l) => lireEtiquette(l.texte)?.etiquette === 'resume');
	return lignes.find(
		(l, i) =>
			i > resume &&
			resume >= 0 &&
			l.puce === null &&
			(ouvertureNommee(l.texte) !== null || /^1\s*[.)°–-]\s*\p{Lu}/u.test(l.texte)),
	);
};

/** Before the first label stands the arrêté itself, which is prose, or scraps of the page it was copied from. */
const separerRestes = (lignes: readonly Ligne[]): { tete: Ligne[]; restes: LigneLue[] } => {
	const prose = (l: Ligne) =>
		mots(l.texte).length >= 6 ||
		finitItem(l.texte) ||
		/^(?:arrêté|article|art\.|vu|le ministre|la ministre|nor)(?!\p{L})/iu.test(l.texte);
	return {
		tete: lignes.filter(prose),
		restes: lignes.filter((l) => !prose(l)).map((l) => ({ ligne: l.numero, texte: l.texte })),
	};
};

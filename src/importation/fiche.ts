import { ouvertureNommee } from './activite.ts';
import { type LignesDeBloc, lireBlocs } from './bloc.ts';
import type { Element } from './element.ts';
import { intituleDeFiche } from './intitule.ts';
import type { LigneLue, Structure } from './lecture.ts';
import type { Ligne } from './ligne.ts';
import { ouvreNote } from './note.ts';
import { lireProse, type Role } from './paragraphe.ts';
import { enCapitales, finitItem, mots, replier } from './signe.ts';

/** Labels of a fiche that belong neither to the blocs nor to the prose. */
const ETIQUETTES =
	/^(?:code\s+(?:du\s+)?(?:titre|TP)\b|information\s+source\b|référence\s+du\s+titre\b|emploi\s+métier\s+de\s+rattachement\b|sigle\s*:|millésime\b)/iu;
/** Numbered section: « 1 – Pour un candidat issu d’un parcours continu ». */
const SECTION_NUMEROTEE = /^\d\s*[–—-]\s+\p{Lu}/u;
const SECTION = /^(?:MODALIT[EÉ]S|PARCHEMIN|LIVRET|CONDITIONS|VALIDATION|R[EÉ]GLEMENTATION)\b/u;

const note = (ligne: Ligne) => (ligne.puce === null ? ouvreNote(ligne.texte) : null);

const quitteLesBlocs = (ligne: Ligne): boolean =>
	ligne.puce === null &&
	(SECTION.test(ligne.texte) ||
		/^modalités d['’]obtention/iu.test(ligne.texte) ||
		SECTION_NUMEROTEE.test(ligne.texte) ||
		ETIQUETTES.test(ligne.texte) ||
		note(ligne) !== null);

const roleAvant = (ligne: Ligne): Role =>
	ETIQUETTES.test(ligne.texte) || (enCapitales(ligne.texte) && ligne.blancs > 0 && ligne.puce === null)
		? { sorte: 'seule' }
		: { sorte: 'prose' };

const roleApres = (ligne: Ligne): Role => {
	if (ligne.puce === null) {
		if (SECTION_NUMEROTEE.test(ligne.texte)) return { sorte: 'titre', rang: 3 };
		if (ETIQUETTES.test(ligne.texte)) return { sorte: 'seule' };
		if (enCapitales(ligne.texte) && mots(ligne.texte).length > 1) return { sorte: 'titre', rang: 2 };
		if (ligne.diese > 0 || /^modalités d['’]obtention/iu.test(ligne.texte))
			return { sorte: 'titre', rang: ligne.diese > 2 ? 3 : 2 };
	}
	const appelee = note(ligne);
	return appelee ? { sorte: 'note', ...appelee } : { sorte: 'prose' };
};

/** Reads the two-page fiche of the ministry: the job, the blocs, and how to obtain the title. */
export const lireFiche = (lignes: readonly Ligne[]): Structure => {
	const avant: Ligne[] = [];
	const apres: Ligne[] = [];
	const groupes: LignesDeBloc[] = [];
	let dans: 'avant' | 'bloc' | 'apres' = 'avant';
	for (const ligne of lignes) {
		const ouverture = dans === 'apres' && !/^CC[PS]/u.test(ligne.texte) ? null : ouvertureNommee(ligne.texte);
		const groupe = groupes.at(-1);
		if (ouverture) {
			groupes.push({ ...ouverture, ligne, suite: [] });
			dans = 'bloc';
		} else if (dans === 'bloc' && groupe && !quitteLesBlocs(ligne)) groupe.suite.push(ligne);
		else {
			if (dans === 'bloc') dans = 'apres';
			(dans === 'avant' ? avant : apres).push(ligne);
		}
	}
	const { blocs, doutes } = lireBlocs(groupes);
	const prose: Element[] = [...lireProse(avant, roleAvant), { sorte: 'blocs' }, ...lireProse(apres, roleApres)];
	const intitule = intituleDeFiche(prose);
	const { elements, restes } = separerOrphelins(prose, intitule);
	return { blocs, doutes, elements, restes, remarques: [], ...(intitule && { intitule }) };
};

/** Separates lines of one or two words that are not a heading, a label or part of a sentence. */
const separerOrphelins = (
	prose: readonly Element[],
	intitule: string | undefined,
): { elements: Element[]; restes: LigneLue[] } => {
	const restes: LigneLue[] = [];
	const orphelin = (e: Element): boolean =>
		e.sorte === 'paragraphe' &&
		e.lignes.length === 1 &&
		mots(e.texte).length <= 2 &&
		!finitItem(e.texte) &&
		!ETIQUETTES.test(e.texte) &&
		// « Luthier (LUT) » is the title with its sigle.
		replier(e.texte.replace(/\s*\(\p{Lu}{2,10}\)$/u, '')) !== replier(intitule ?? '');
	const elements = prose.filter((e) => {
		if (e.sorte === 'blocs' || !orphelin(e)) return true;
		restes.push({ ligne: e.lignes[0] ?? 0, texte: e.texte });
		return false;
	});
	return { elements, restes };
};

import type { TypeBloc } from '../../schemas/bloc.ts';
import { type LignesDeBloc, lireBlocs } from './bloc.ts';
import type { Element } from './element.ts';
import type { Ligne } from './ligne.ts';
import { ouvreNote } from './note.ts';
import { lireProse, type Role } from './paragraphe.ts';
import { enCapitales } from './signe.ts';

/** A line that opens a bloc of a fiche: « CCP – … », « ■ CCP - … », « CCP 1 : … », « CCS – … ». */
export const ouvreBloc = (texte: string): { type: TypeBloc; titre: string } | null => {
	const m =
		/^(?:(CC[PS])\s*(?:n\s*°\s*)?\d{0,2}\s*(?:[-–—:.]+\s*(?=\p{L})|$)|(CC[PS])\s*(?:n\s*°\s*)?\d{1,2}\s+(?=\p{Lu}))(.*)$/u.exec(
			texte,
		);
	if (!m) return null;
	return { type: (m[1] ?? m[2]) === 'CCS' ? 'ccs' : 'ccp', titre: (m[3] ?? '').trim() };
};

/** Labels of a fiche that stand apart from the blocs and from the prose. */
const ETIQUETTES =
	/^(?:code\s+(?:du\s+titre|TP)\b|information\s+source\b|référence\s+du\s+titre\b|emploi\s+métier\s+de\s+rattachement\b|sigle\b|millésime\b)/iu;
const SECTION_NUMEROTEE = /^\d\s*[–—-]\s+\p{Lu}/u;

const estSection = (ligne: Ligne): boolean =>
	ligne.puce === null &&
	(/^(?:MODALITES|MODALITÉS|PARCHEMIN|LIVRET)\b/u.test(ligne.texte) || SECTION_NUMEROTEE.test(ligne.texte));

const quitteLesBlocs = (ligne: Ligne): boolean =>
	estSection(ligne) || ETIQUETTES.test(ligne.texte) || (ligne.puce === null && noteDeFiche(ligne) !== null);

const noteDeFiche = (ligne: Ligne) => (ligne.puce === null ? ouvreNote(ligne.texte) : null);

const roleAvant = (ligne: Ligne): Role =>
	ETIQUETTES.test(ligne.texte) || (enCapitales(ligne.texte) && ligne.blancs > 0)
		? { sorte: 'seule' }
		: { sorte: 'prose' };

const roleApres = (ligne: Ligne): Role => {
	if (SECTION_NUMEROTEE.test(ligne.texte)) return { sorte: 'titre', rang: 3 };
	if (ligne.puce === null && enCapitales(ligne.texte)) return { sorte: 'titre', rang: 2 };
	const note = noteDeFiche(ligne);
	if (note) return { sorte: 'note', ...note };
	return ETIQUETTES.test(ligne.texte) ? { sorte: 'seule' } : { sorte: 'prose' };
};

export const lireFiche = (lignes: readonly Ligne[]) => {
	const avant: Ligne[] = [];
	const apres: Ligne[] = [];
	const groupes: LignesDeBloc[] = [];
	let dans: 'avant' | 'bloc' | 'apres' = 'avant';
	for (const ligne of lignes) {
		const ouverture = ouvreBloc(ligne.texte);
		if (ouverture) {
			groupes.push({ ...ouverture, ligne, suite: [] });
			dans = 'bloc';
		} else if (dans === 'bloc' && !quitteLesBlocs(ligne)) groupes.at(-1)?.suite.push(ligne);
		else if (dans === 'avant') avant.push(ligne);
		else {
			dans = 'apres';
			apres.push(ligne);
		}
	}
	const { blocs, doutes } = lireBlocs(groupes);
	const elements: Element[] = [...lireProse(avant, roleAvant), { sorte: 'blocs' }, ...lireProse(apres, roleApres)];
	return { blocs, doutes, elements };
};

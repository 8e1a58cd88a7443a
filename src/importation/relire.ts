import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { MARQUE_BLOCS } from '../domaine/prose.ts';
import type { VersionDetenue } from '../schemas/version.ts';
import { espaces } from './caractere.ts';
import type { Element } from './element.ts';
import type { Lecture } from './lecture.ts';
import { NOTE_MANQUANTE } from './markdown.ts';

/** A node of remark-parse, with the fields used here. */
type Noeud = {
	type: string;
	value?: string;
	alt?: string;
	depth?: number;
	identifier?: string;
	children?: Noeud[];
	position: { start: { line: number } };
};

const enfants = (noeud: Noeud): readonly Noeud[] => noeud.children ?? [];
/** Nodes whose children are joined with a space. */
const TIENNENT = new Set(['list', 'listItem', 'table', 'tableRow', 'blockquote']);
const texte = (noeud: Noeud): string => {
	if (noeud.type === 'break') return ' ';
	return (
		noeud.value ??
		noeud.alt ??
		enfants(noeud)
			.map(texte)
			.join(TIENNENT.has(noeud.type) ? ' ' : '')
	);
};

/** Parses the body of a held version back into elements. Note calls are left out. */
export const elementsDuCorps = (corps: string): Element[] => {
	const arbre = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).parse(corps) as Noeud;
	const lire = (noeud: Noeud, dansNote: boolean): Element[] => {
		const lu = { texte: espaces(texte(noeud)), lignes: [noeud.position.start.line] };
		if (noeud.type === 'html')
			return noeud.value === MARQUE_BLOCS ? [{ sorte: 'blocs' }] : [{ sorte: 'paragraphe', ...lu }];
		if (noeud.type === 'heading')
			return [{ sorte: 'titre', rang: noeud.depth === 3 ? 3 : noeud.depth === 4 ? 4 : 2, ...lu }];
		if (noeud.type === 'listItem') return [{ sorte: dansNote ? 'item-note' : 'item', ...lu }];
		if (noeud.type === 'footnoteDefinition') {
			const [tete, ...suite] = enfants(noeud).flatMap((e) => lire(e, true));
			return tete && 'texte' in tete
				? [{ sorte: 'note', marque: `${noeud.identifier}`, texte: tete.texte, lignes: tete.lignes }, ...suite]
				: [];
		}
		if (noeud.type === 'list' || noeud.type === 'root' || noeud.type === 'blockquote')
			return enfants(noeud).flatMap((e) => lire(e, dansNote));
		return lu.texte === '' ? [] : [{ sorte: 'paragraphe', ...lu }];
	};
	return lire(arbre, false);
};

/** A held version in the form of a reading, to compare it with another transcription. */
export const lectureDeVersion = (faits: VersionDetenue, corps: string): Lecture => ({
	genre: 'fiche',
	intitule: faits.intitule,
	sigle: faits.sigle,
	nsf: faits.nsf.map((n) => n.valeur),
	rome: faits.rome.map(({ valeur, libelle }) => ({ valeur, ...(libelle && { libelle }) })),
	codes: faits.codes.map(({ type, valeur }) => ({ type, valeur })),
	blocs: faits.blocs.map(({ type, intitule, competences }) => ({
		type,
		intitule,
		marque: '',
		retires: [],
		lignes: [],
		competences: competences.map((libelle) => ({ libelle, lignes: [] })),
	})),
	// A remark of the importer about a lost note is not text of the document.
	elements: elementsDuCorps(corps).filter((e) => !('texte' in e && e.texte === NOTE_MANQUANTE)),
	remarques: [],
	correspondances: [],
	entetes: [],
	restes: [],
	reparations: [],
	doutes: [],
});

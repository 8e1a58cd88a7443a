import type { Niveau } from '../schemas/version.ts';
import type { BlocLu, Doute } from './bloc.ts';
import type { CodeLu, Rome } from './champ.ts';
import type { CorrespondanceLue } from './correspondance.ts';
import type { Element } from './element.ts';
import type { Reparation } from './reparation.ts';

/** The kind of a document, by its content. */
export type Genre = 'fiche' | 'annexe' | 'rncp';

export type LigneLue = { ligne: number; texte: string };

/** First day out of force, or a day by which it was, with the sentence that says what that day is. */
export type FinLue = { date: string; note: string; auPlusTard?: true };

/** A document read: its facts, its blocs, its prose, and what is left of its lines. */
export type Lecture = {
	genre: Genre;
	intitule: string;
	/** Printed by the document, or made of the words of its title. */
	sigle: string;
	/** The document prints none: this one is ours. */
	sigleDeNotreFait?: true;
	/** Year of the version, where the document gives a date for it. */
	annee?: string;
	niveau?: Niveau;
	nsf: string[];
	rome: Rome[];
	codes: CodeLu[];
	/** First day, with the sentence that says what that day is. */
	debut?: { date: string; note: string };
	fin?: FinLue;
	blocs: BlocLu[];
	/** Prose in reading order; the blocs stand at its `blocs` element. */
	elements: Element[];
	/** Headings between blocs: « Option dessin de projet ». */
	remarques: string[];
	/** Official maps of blocs that the document prints, as labels. */
	correspondances: CorrespondanceLue[];
	/** Running headers and footers: page numbers and the like, known and left out. */
	entetes: LigneLue[];
	/** Lines that nothing could place. */
	restes: LigneLue[];
	reparations: Reparation[];
	doutes: Doute[];
};

/** The structure of a document, before its facts are read. */
export type Structure = Pick<Lecture, 'blocs' | 'elements' | 'remarques' | 'restes' | 'doutes'> & {
	intitule?: string;
	sigle?: string;
};

import type { Niveau } from '../schemas/version.ts';
import type { BlocLu, Doute } from './bloc.ts';
import type { CodeLu, Rome } from './champ.ts';
import type { CorrespondanceLue } from './correspondance.ts';
import type { Element } from './element.ts';
import type { Reparation } from './reparation.ts';

/** Kind of a document, by its content. */
export type Genre = 'fiche' | 'annexe' | 'rncp';

export type LigneLue = { ligne: number; texte: string };

/** First day out of force (or a day by which it was: `auPlusTard`), with what that day is. */
export type FinLue = { date: string; note: string; auPlusTard?: true };

/** A document that was read: facts, blocs, prose, and the lines that belong to none. */
export type Lecture = {
	genre: Genre;
	intitule: string;
	/** Printed by the document, or made from the words of the title. */
	sigle: string;
	/** The document prints no sigle: this one is made from the title. */
	sigleDeNotreFait?: true;
	/** Year of the version, if the document gives a date. */
	annee?: string;
	niveau?: Niveau;
	nsf: string[];
	rome: Rome[];
	codes: CodeLu[];
	/** First day, with what that day is. */
	debut?: { date: string; note: string };
	fin?: FinLue;
	blocs: BlocLu[];
	/** Prose in reading order. A `blocs` element marks the place of the blocs. */
	elements: Element[];
	/** Notes for the reader: headings between blocs, tables that the document does not reproduce, linked RNCP fiches. */
	remarques: string[];
	/** Official maps of blocs that the document prints, by label. */
	correspondances: CorrespondanceLue[];
	/** Running headers and footers. */
	entetes: LigneLue[];
	/** Lines that could not be placed. */
	restes: LigneLue[];
	reparations: Reparation[];
	doutes: Doute[];
};

/** Structure of a document, before its facts are read. */
export type Structure = Pick<Lecture, 'blocs' | 'elements' | 'remarques' | 'restes' | 'doutes'> & {
	intitule?: string;
	sigle?: string;
};

import type { Niveau } from '../../schemas/version.ts';
import type { BlocLu, Doute } from './bloc.ts';
import type { CodeLu, Rome } from './champ.ts';
import type { Element } from './element.ts';
import type { Reparation } from './reparation.ts';

/** What a document is, by its content. */
export type Genre = 'fiche' | 'annexe' | 'rncp';

/** A document read: its facts, its blocs, its prose, and what is left of its lines. */
export type Lecture = {
	genre: Genre;
	intitule: string;
	/** Printed by the document, or made of the initials of its title. */
	sigle: string;
	niveau?: Niveau;
	nsf: string[];
	rome: Rome[];
	codes: CodeLu[];
	accessible?: { date: string; phrase: string };
	blocs: BlocLu[];
	elements: Element[];
	/** Running headers and footers: page numbers and the like, known and left out. */
	entetes: { ligne: number; texte: string }[];
	/** Lines that nothing could place. */
	restes: { ligne: number; texte: string }[];
	reparations: Reparation[];
	doutes: Doute[];
};

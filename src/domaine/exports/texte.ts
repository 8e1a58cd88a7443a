import type { SectionDeProse } from '../comparaison/prose.ts';

/** The official prose of a version, cut where its blocs stand. */
export interface Texte {
	avant: readonly SectionDeProse[];
	apres: readonly SectionDeProse[];
	notes?: SectionDeProse | undefined;
}

/** Whether the document speaks of CCP and CCS, or only numbers its activities. */
export const nommeLesCcp = ({ avant, apres }: Texte): boolean =>
	[...avant, ...apres].some(({ paragraphes }) => paragraphes.some((p) => p.includes('CCP')));

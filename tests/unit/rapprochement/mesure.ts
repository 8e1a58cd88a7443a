import type { Parametres } from '../../../src/domaine/rapprochement/parametres.ts';
import { rapprocher } from '../../../src/domaine/rapprochement/rapprocher.ts';
import { lexique, lien, type Paire } from './exemples.ts';

/** Counts of one pair, or of several added up. */
export type Mesure = {
	/** Links, best guesses included: right, wrong, missed. */
	justes: number;
	faux: number;
	manques: number;
	/** Links of the reference that are made or stand among the candidates. */
	trouvables: number;
	/** Competences: all, those of the `proposee` zone, those of it whose partners are exactly the reference's. */
	competences: number;
	proposees: number;
	proposeesJustes: number;
};

const ZERO: Mesure = {
	justes: 0,
	faux: 0,
	manques: 0,
	trouvables: 0,
	competences: 0,
	proposees: 0,
	proposeesJustes: 0,
};

const autour = (liens: Iterable<string>, id: string): string =>
	[...liens]
		.filter((l) => l.split('>').includes(id))
		.sort()
		.join(' ');

/** Measures the alignment of one pair against its reference. */
export const mesurer = (paire: Paire, parametres?: Parametres): Mesure => {
	const m = { ...ZERO };
	const faits = new Set<string>();
	const candidats = new Set<string>();
	for (const e of rapprocher(paire.de, paire.vers, lexique, undefined, parametres)) {
		const liens = e.de.flatMap((d) => e.vers.map((v) => lien(d, v)));
		for (const l of liens) faits.add(l);
		for (const c of e.candidats) candidats.add(lien(c.de, c.vers));
		for (const id of [...e.de, ...e.vers]) {
			m.competences += 1;
			if (e.statut !== 'proposee') continue;
			m.proposees += 1;
			if (autour(liens, id) === autour(paire.liens, id)) m.proposeesJustes += 1;
		}
	}
	m.justes = [...faits].filter((l) => paire.liens.has(l)).length;
	m.faux = faits.size - m.justes;
	m.manques = paire.liens.size - m.justes;
	m.trouvables = [...paire.liens].filter((l) => faits.has(l) || candidats.has(l)).length;
	return m;
};

/** Several measures added up. */
export const additionner = (mesures: readonly Mesure[]): Mesure => {
	const total = { ...ZERO };
	for (const m of mesures) for (const cle of Object.keys(ZERO) as (keyof Mesure)[]) total[cle] += m[cle];
	return total;
};

/** The rates that are quoted. */
export const taux = (m: Mesure) => {
	const precision = m.justes / (m.justes + m.faux || 1);
	const rappel = m.justes / (m.justes + m.manques || 1);
	return {
		precision,
		rappel,
		f1: (2 * precision * rappel) / (precision + rappel || 1),
		candidats: m.trouvables / (m.justes + m.manques || 1),
		partProposee: m.proposees / m.competences,
		justesseProposee: m.proposeesJustes / (m.proposees || 1),
	};
};

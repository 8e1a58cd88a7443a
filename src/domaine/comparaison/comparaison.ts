import type { Nature, Statut } from '../../schemas/correspondance.ts';

/** Two competences that the automatic alignment finds near, without claiming anything of them. */
export type Candidat = { de: string; vers: string; score: number };

/** What an official text says of blocs, with full ids; `vers: []` is its « Néant ». */
export type LienBlocs = { de: string[]; vers: string[]; statut: 'officielle'; source: string };

/**
 * What became of competences, with full ids. With statut `a-verifier`, `nature` is `null`, `de` and `vers` hold the
 * best guess (one side may be empty) and `candidats` up to three others. `deplacee` is `null` where it has no object:
 * no correspondence of blocs, one side empty, or nothing claimed. `score` is `null` for an editor's reading and
 * `motif` for a machine's.
 */
export type Entree = {
	nature: Nature | null;
	de: string[];
	vers: string[];
	deplacee: boolean | null;
	statut: Statut;
	score: number | null;
	motif: string | null;
	candidats: Candidat[];
};

/** The form of `/donnees/comparaisons/<de>--<vers>.json`: every competence of both sides in exactly one entry. */
export type Comparaison = { de: string; vers: string; blocs: LienBlocs[]; competences: Entree[] };

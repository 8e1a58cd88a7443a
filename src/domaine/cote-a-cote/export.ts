import type { Partie, Valeur } from './tableau.ts';

/** The table as rows of plain cells: part, row, then one cell for each version. */
export function rangees(parties: readonly Partie[], noms: readonly string[]): string[][] {
	return [
		['Partie', 'Ligne', ...noms],
		...parties.flatMap(({ nom: partie, lignes }) =>
			lignes.map(({ nom, cellules, absences }) => [
				partie,
				nom,
				...cellules.map((c, i) => c.map(enTexte).join(' ; ') || (absences[i] ?? '')),
			]),
		),
	];
}

const enTexte = ({ texte, precision }: Valeur): string => (precision ? `${texte} (${precision})` : texte);

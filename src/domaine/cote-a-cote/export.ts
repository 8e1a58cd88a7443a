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

/** The table as text to paste in a message: each row, then what each version says. */
export function enClair(parties: readonly Partie[], noms: readonly string[]): string {
	return parties
		.map(({ nom, lignes }) =>
			[
				nom.toUpperCase(),
				...lignes.map((l) =>
					[l.nom, ...l.cellules.map((c, i) => `  ${noms[i]} : ${c.map(enTexte).join(' ; ') || l.absences[i]}`)].join(
						'\n',
					),
				),
			].join('\n'),
		)
		.join('\n\n');
}

const enTexte = ({ texte, precision }: Valeur): string => (precision ? `${texte} (${precision})` : texte);

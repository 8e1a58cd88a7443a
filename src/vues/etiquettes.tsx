import { NATURES, SIGNES, STATUTS } from '../domaine/vocabulaire.ts';
import type { Nature as CleNature, Statut as CleStatut } from '../schemas/correspondance.ts';

/** What has no correspondence and is akin to something: no plain absence. */
const INDIRECTES: Partial<Record<CleNature | 'deplacee', string>> = {
	'sans-suite': 'Sans suite directe',
	nouvelle: 'Sans origine directe',
};

/**
 * The label of a nature: a sign and a word, so that colour is never alone to say it.
 * @param directe false where a parenté stands in the place of the correspondence that there is not
 */
export function Nature({ valeur, directe = true }: { valeur: CleNature | 'deplacee'; directe?: boolean }) {
	const nom = valeur === 'deplacee' ? 'Déplacée' : NATURES[valeur].nom;
	return (
		<span class={`nature nature-${valeur}`}>
			<span aria-hidden="true">{SIGNES[valeur]}</span> {directe ? nom : (INDIRECTES[valeur] ?? nom)}
		</span>
	);
}

/** The label of a statut: how far what it stands beside can be trusted. */
export function Statut({ valeur }: { valeur: CleStatut }) {
	return (
		<span class={`statut statut-${valeur}`} title={STATUTS[valeur].sens}>
			{STATUTS[valeur].nom}
		</span>
	);
}

import { NATURES, SIGNES, STATUTS } from '../domaine/vocabulaire.ts';
import type { Nature as CleNature, Statut as CleStatut } from '../schemas/correspondance.ts';

/** The label of a nature: a sign and a word, so that colour is never alone to say it. */
export function Nature({ valeur }: { valeur: CleNature | 'deplacee' }) {
	return (
		<span class={`nature nature-${valeur}`}>
			<span aria-hidden="true">{SIGNES[valeur]}</span> {valeur === 'deplacee' ? 'Déplacée' : NATURES[valeur].nom}
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

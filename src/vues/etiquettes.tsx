import { NATURES, NATURES_AILLEURS, STATUTS } from '../domaine/vocabulaire.ts';
import type { Nature as CleNature, Statut as CleStatut } from '../schemas/correspondance.ts';

const AUTRES = { deplacee: 'Déplacée', apparentee: 'Apparentée' } as const;

/**
 * The label of a nature: a word, and a sign that its style draws, so that it never depends on colour alone.
 * @param ailleurs true if no succession joins the two versions: other words are used
 */
export function Nature(props: { valeur: CleNature | keyof typeof AUTRES; ailleurs?: boolean | undefined }) {
	const { valeur, ailleurs } = props;
	return (
		<span class={`nature nature-${valeur}`}>
			{valeur in AUTRES
				? AUTRES[valeur as keyof typeof AUTRES]
				: (ailleurs ? NATURES_AILLEURS : NATURES)[valeur as CleNature].nom}
		</span>
	);
}

/** The label of a statut: how far a correspondence or a parenté can be trusted. */
export function Statut({ valeur }: { valeur: CleStatut }) {
	return (
		<span class={`statut statut-${valeur}`} title={STATUTS[valeur].sens}>
			{STATUTS[valeur].nom}
		</span>
	);
}

/** Whether two versions differ on one row of a table. @param inconnu what is said if it cannot be known */
export function Verdict({ change, inconnu }: { change: boolean | null; inconnu: string }) {
	if (change === null) return <span class="verdict verdict-inconnu">{inconnu}</span>;
	return <span class={`verdict verdict-${change ? 'change' : 'pareil'}`}>{change ? 'Change' : 'Ne change pas'}</span>;
}

import type { ComponentChildren } from 'preact';
import { difference, passages, type Difference as Trouvee } from '../domaine/texte/difference.ts';

/**
 * The two sentences of a change, whole, with what differs marked. A screen reader hears where a mark begins and ends.
 * @param noms what each sentence is, read before it: « TSGRI 2003 »
 * @param suites what stands after each sentence
 * @param trouvee the difference, where it is already known
 */
export function Difference(props: {
	avant: string;
	apres: string;
	noms: readonly [string, string];
	suites?: readonly ComponentChildren[];
	trouvee?: Trouvee;
}) {
	const { avant, apres, noms, suites = [], trouvee = difference(avant, apres) } = props;
	const cotes = [
		{ cote: 'avant', texte: avant, Balise: 'del', lu: 'supprimé' },
		{ cote: 'apres', texte: apres, Balise: 'ins', lu: 'ajouté' },
	] as const;
	return (
		<div class="difference">
			{cotes.map(({ cote, texte, Balise, lu }, i) => (
				<p>
					<span class="version-nom">{noms[i]}</span>{' '}
					<q class="libelle">
						{trouvee.marquee
							? passages(trouvee, cote).map((p) =>
									p.change ? (
										<Balise>
											<span class="lecteur">{`[${lu}\u00A0: `}</span>
											{p.texte}
											<span class="lecteur"> fin]</span>
										</Balise>
									) : (
										p.texte
									),
								)
							: texte}
					</q>{' '}
					{suites[i]}
				</p>
			))}
		</div>
	);
}

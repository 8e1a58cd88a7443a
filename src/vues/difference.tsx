import type { ComponentChildren } from 'preact';
import { difference, passages, type Difference as Trouvee } from '../domaine/texte/difference.ts';

/**
 * The two whole sentences of a change, with the differences marked. Screen readers hear where a mark starts and ends.
 * @param noms name read before each sentence: « TSGRI 2003 »
 * @param suites content after each sentence
 * @param trouvee the difference, if it has already been computed
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

import { useState } from 'preact/hooks';
import { adresse, lien } from '../adresse.ts';
import type { Partie, Valeur } from '../domaine/cote-a-cote/tableau.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { Colonnes, Texte } from './elements.tsx';

/**
 * One part of the side-by-side comparison of several versions, as a table. Identical rows are folded behind a button,
 * but printed.
 * @param differencesSeules true to leave identical rows out
 */
export function PartieComparee(props: { partie: Partie; noms: readonly string[]; differencesSeules: boolean }) {
	const { partie, noms, differencesSeules } = props;
	const [depliee, setDepliee] = useState(false);
	const lignes = differencesSeules ? partie.lignes.filter((l) => !l.pareille) : partie.lignes;
	const pareilles = lignes.filter((l) => l.pareille).length;
	const id = `partie-${partie.cle}`;
	return (
		<section aria-labelledby={id}>
			<h3 id={id}>{partie.nom}</h3>
			{partie.reserve && <p class="petit">{partie.reserve}</p>}
			{lignes.length ? (
				<table
					class={`empilable cote-a-cote${noms.length > 2 ? ' nombreuses' : ''}`}
					aria-labelledby={id}
					id={`${id}-table`}
				>
					<Colonnes noms={[partie.cle === 'competences' ? 'Compétence' : 'Ligne', ...noms]} />
					<tbody>
						{lignes.map(({ nom, cellules, absences, pareille, remarque }) => (
							<tr class={pareille ? `pareille${depliee ? '' : ' repliee'}` : undefined}>
								<th scope="row" class={partie.cle === 'competences' ? 'libelle' : undefined}>
									{nom}
									{remarque && (
										<span class="petit ligne">
											<Texte texte={remarque} />
										</span>
									)}
								</th>
								{cellules.map((cellule, i) => (
									<td data-titre={noms[i]} class={cellule.length ? undefined : 'vide'}>
										{cellule.length ? cellule.map((valeur) => <ValeurComparee valeur={valeur} />) : absences[i]?.texte}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			) : (
				<p>Aucune différence.</p>
			)}
			{pareilles > 0 && (
				<button
					type="button"
					class="repli"
					aria-expanded={depliee}
					aria-controls={`${id}-table`}
					onClick={() => setDepliee(!depliee)}
				>
					{depliee ? 'Replier' : 'Montrer'} {compte(pareilles, 'ligne identique', 'lignes identiques')}
				</button>
			)}
		</section>
	);
}

function ValeurComparee({ valeur: { texte, id, motPourMot, precision, phrase } }: { valeur: Valeur }) {
	const classe = motPourMot ? 'libelle' : undefined;
	return (
		<div class="valeur">
			{id ? (
				<a class={classe} href={lien(adresse.titre(id))}>
					{texte}
				</a>
			) : (
				<span class={classe}>{motPourMot ? texte : <Texte texte={texte} />}</span>
			)}
			{precision && (
				<span class="petit">
					{' '}
					(<Texte texte={precision} />)
				</span>
			)}
			{phrase && <PhraseDuTexte phrase={phrase} />}
		</div>
	);
}

/** The sentence of the official text that states a value, folded. */
export const PhraseDuTexte = ({ phrase }: { phrase: string }) => (
	<details>
		<summary>La phrase du texte</summary>
		<blockquote>
			<p>{phrase}</p>
		</blockquote>
	</details>
);

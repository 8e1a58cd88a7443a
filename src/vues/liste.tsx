import { adresse, lien } from '../adresse.ts';
import type { Rangee } from '../domaine/liste.ts';
import { Colonnes, LienTitre, separes } from './elements.tsx';

/** The answer to a pasted list: the version that each line names, and whether it is in force. */
export function ReponsesListe({ rangees }: { rangees: readonly Rangee[] }) {
	return (
		<table class="empilable" aria-label="Réponse pour chaque ligne de la liste">
			<Colonnes noms={['Demandé', 'Version', 'En vigueur', 'Ce qui suit', 'Comparer']} />
			<tbody>
				{rangees.map(({ saisie, trouvee, reserveCode, reponse, suites, comparaison }) => (
					<tr>
						<th scope="row">{saisie}</th>
						<td data-titre="Version">
							{trouvee ? (
								<>
									<LienTitre version={trouvee.entree} />
									{trouvee.bloc && (
										<>
											{' '}
											(<a href={lien(adresse.titre(trouvee.bloc))}>ce bloc</a>)
										</>
									)}
									{reserveCode && <span class="petit"> ({reserveCode})</span>}
								</>
							) : (
								'–'
							)}
						</td>
						<td data-titre="En vigueur">{reponse}</td>
						<td data-titre="Ce qui suit">
							{separes(suites, ', ', ({ id, nom, precision }) => (
								<>
									<a href={lien(adresse.titre(id))}>{nom}</a> <span class="petit">({precision})</span>
								</>
							))}
							{suites.length === 0 && (trouvee ? 'aucune suite connue du catalogue' : '–')}
						</td>
						<td data-titre="Comparer">
							{trouvee && comparaison ? (
								<a href={lien(adresse.comparaison(comparaison.de, comparaison.vers))}>
									{comparaison.de === trouvee.entree.id ? 'ce qui a changé' : 'avec la précédente'}
								</a>
							) : (
								'–'
							)}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

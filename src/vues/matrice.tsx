import { adresse, lien } from '../adresse.ts';
import { ancreEntree } from '../domaine/comparaison/comparaison.ts';
import type { Croisement, Rangee } from '../domaine/lignee/rangees.ts';
import { reserveDuBloc } from '../domaine/profondeur.ts';
import { nomVersion } from '../domaine/version.ts';
import { NATURES, STATUTS } from '../domaine/vocabulaire.ts';
import { Colonnes, type Comparee, LienBloc, LienCompetence, LienVersion } from './elements.tsx';

/**
 * Number of versions above which entries « à vérifier » are not links: they would be a quarter of the weight of the
 * page, and the page of the competence, which its row links to, has them.
 */
const COLONNES_LIEES = 8;

/**
 * One row per competence, in the oldest version that has it, and what corresponds to it in each other version: always
 * from the direct comparison of the two versions, never from a chain of comparisons.
 */
export function Matrice({ versions, rangees }: { versions: readonly Comparee[]; rangees: readonly Rangee[] }) {
	const toutLier = versions.length <= COLONNES_LIEES;
	const parBloc = Map.groupBy(rangees, ({ bloc }) => bloc);
	return (
		// No tab stop of its own: the links in its rows let the keyboard scroll it.
		<section class="defilante" aria-labelledby="legende-matrice">
			<table class="matrice">
				<caption id="legende-matrice">
					Chaque compétence, à la plus ancienne version où nous la trouvons, et ce qui lui répond dans chacune des
					autres. Aucune de ces correspondances n’est officielle. Un tiret dit qu’aucune succession ne mène d’une
					version à l’autre.{!toutLier && ' Ce qui reste à vérifier se lit à la page de la compétence.'}
				</caption>
				<Colonnes noms={['Compétence', ...versions.map((version) => <LienVersion version={version} />)]} />
				<tbody>
					{[...parBloc].map(([bloc, siens]) => (
						<>
							<tr class="rang-bloc">
								<th scope="rowgroup" colSpan={versions.length + 1}>
									<span>
										{nomVersion((siens[0] as Rangee).version)}, <LienBloc bloc={bloc} />
										{reserveDuBloc(bloc)}
									</span>
								</th>
							</tr>
							{siens.map((fil) => (
								<tr>
									<th scope="row">
										<LienCompetence competence={fil.competence} />
									</th>
									{versions.map(({ id }) => (
										<Case ici={id === fil.version.id} croisement={fil.croisements.get(id)} liee={toutLier} />
									))}
								</tr>
							))}
						</>
					))}
				</tbody>
			</table>
		</section>
	);
}

/**
 * A cell. It links to the only competence that corresponds, or else has a parenté; if there are none or several, to the
 * entry of the comparison.
 */
function Case({ ici, croisement, liee }: { ici: boolean; croisement: Croisement | undefined; liee: boolean }) {
	if (ici) return <td class="case ici">Elle-même</td>;
	if (!croisement) return <td class="case vide">–</td>;
	const { de, vers, entree, reponses, apparentee } = croisement;
	const nature = apparentee ? 'apparentee' : (entree.nature ?? 'a-verifier');
	const [reponse, ...autres] = reponses;
	const cible =
		reponse && !autres.length ? adresse.titre(reponse) : `${adresse.comparaison(de, vers)}#${ancreEntree(entree)}`;
	const nom = apparentee ? 'Apparentée' : entree.nature ? NATURES[entree.nature].nom : STATUTS['a-verifier'].nom;
	if (nature === 'a-verifier' && !liee)
		return (
			<td class="case case-a-verifier">
				<span class="nature nature-a-verifier">{nom}</span>
			</td>
		);
	return (
		<td class={`case case-${nature}`}>
			<a class={`nature nature-${nature}`} href={lien(cible)}>
				{nom}
			</a>
			{nature !== 'a-verifier' && (
				<span class="petit">
					{' '}
					{apparentee && autres.length > 0 && `à ${reponses.length} compétences, `}
					{STATUTS[entree.statut].nom.toLowerCase()}
				</span>
			)}
		</td>
	);
}

import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import { ancreEntree } from '../domaine/comparaison/comparaison.ts';
import type { Lecture, Rangee } from '../domaine/lignee/rangees.ts';
import { nomVersion } from '../domaine/version.ts';
import { NATURES, SIGNES, STATUTS } from '../domaine/vocabulaire.ts';
import { type Comparee, LienBloc, LienCompetence, LienVersion } from './liens.tsx';

/**
 * Beyond so many versions, links to what is only to verify would weigh a quarter of the page: the page of the competence,
 * to which its row leads, has them all.
 */
const COLONNES_LIEES = 8;

/**
 * One row a competence, at the oldest version where it is found, and what answers it in each of the others: the direct
 * comparison of the two, never a chain of them.
 */
export function Matrice({ versions, rangees }: { versions: readonly Comparee[]; rangees: readonly Rangee[] }) {
	const toutLier = versions.length <= COLONNES_LIEES;
	const parBloc = Map.groupBy(rangees, ({ bloc }) => bloc);
	return (
		// Every row has a link, by which the keyboard scrolls it: it needs no stop of its own.
		<section class="defilante" aria-labelledby="legende-matrice">
			<table class="matrice">
				<caption id="legende-matrice">
					Chaque compétence, à la plus ancienne version où nous la trouvons, et ce qui lui répond dans chacune des
					autres. Aucune de ces correspondances n’est officielle. Un tiret dit qu’aucune succession ne mène d’une
					version à l’autre.{!toutLier && ' Ce qui reste à vérifier se lit à la page de la compétence.'}
				</caption>
				<thead>
					<tr>
						<th scope="col">Compétence</th>
						{versions.map((version) => (
							<th scope="col">
								<LienVersion version={version} />
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{[...parBloc].map(([bloc, siens]) => (
						<>
							<tr class="rang-bloc">
								<th scope="rowgroup" colSpan={versions.length + 1}>
									<span>
										{nomVersion((siens[0] as Rangee).version)}, <LienBloc bloc={bloc} />
									</span>
								</th>
							</tr>
							{siens.map((fil) => (
								<tr>
									<th scope="row">
										<LienCompetence competence={fil.competence} />
									</th>
									{versions.map(({ id }) => (
										<Case ici={id === fil.version.id} lecture={fil.lectures.get(id)} liee={toutLier} />
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
 * Leads to the competence that answers or, where none does, to its kin; to the entry of the comparison where none or
 * several do.
 */
function Case({ ici, lecture, liee }: { ici: boolean; lecture: Lecture | undefined; liee: boolean }) {
	if (ici) return <td class="case ici">Elle-même</td>;
	if (!lecture) return <td class="case vide">–</td>;
	const { de, vers, entree, reponses, apparentee } = lecture;
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
				{nature !== 'a-verifier' && <span aria-hidden="true">{SIGNES[nature]}</span>} {nom}
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

import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import { ancreEntree } from '../domaine/comparaison/ancre.ts';
import type { Comparaison, Entree } from '../domaine/comparaison/comparaison.ts';
import { nomVersion } from '../domaine/version.ts';
import { NATURES, SIGNES, STATUTS } from '../domaine/vocabulaire.ts';
import { type Comparee, LienBloc, LienCompetence } from './liens.tsx';

/** What became of the competences of one version in each newer one. */
export interface Suites {
	de: Comparee;
	suites: { vers: Comparee; entrees: ReadonlyMap<string, Entree>; comparaison: Pick<Comparaison, 'parentes'> }[];
}

/** Each competence of one version, and what became of it in each newer one: a word and a link a cell. */
export function Matrice({ de, suites }: Suites) {
	return (
		<table class="matrice">
			<caption>
				Ce que deviennent les compétences de {nomVersion(de)}. Aucune de ces correspondances n’est officielle.
			</caption>
			<thead>
				<tr>
					<th scope="col">{nomVersion(de)}</th>
					{suites.map(({ vers }) => (
						<th scope="col">
							<a href={lien(adresse.comparaison(de.id, vers.id))}>{nomVersion(vers)}</a>
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{de.blocs.map((bloc) => (
					<>
						<tr class="rang-bloc">
							<th scope="rowgroup" colSpan={suites.length + 1}>
								<LienBloc bloc={bloc} />
							</th>
						</tr>
						{bloc.competences.map((c) => (
							<tr>
								<th scope="row">
									<LienCompetence competence={c} />
								</th>
								{suites.map(({ vers, entrees, comparaison }) => (
									<Case
										de={de}
										vers={vers}
										entree={entrees.get(c.id)}
										apparentee={comparaison.parentes.some((p) => p.de === c.id)}
									/>
								))}
							</tr>
						))}
					</>
				))}
			</tbody>
		</table>
	);
}

/** Leads to the competence that follows, or to the entry of the comparison where none or several do. */
function Case({
	de,
	vers,
	entree,
	apparentee,
}: {
	de: Comparee;
	vers: Comparee;
	entree: Entree | undefined;
	apparentee: boolean;
}) {
	if (!entree)
		return (
			<td data-titre={nomVersion(vers)} class="case vide">
				–
			</td>
		);
	const nature = entree.nature ?? 'a-verifier';
	const [suite, ...autres] = entree.nature ? entree.vers : [];
	const cible =
		suite && !autres.length ? adresse.titre(suite) : `${adresse.comparaison(de.id, vers.id)}#${ancreEntree(entree)}`;
	return (
		<td data-titre={nomVersion(vers)} class={`case case-${nature}`}>
			<a class={`nature nature-${nature}`} href={lien(cible)}>
				{entree.nature && <span aria-hidden="true">{SIGNES[entree.nature]}</span>}{' '}
				{!entree.nature
					? STATUTS['a-verifier'].nom
					: entree.nature === 'sans-suite' && apparentee
						? 'Apparentée'
						: NATURES[entree.nature].nom}
			</a>
			{entree.nature && <span class="petit"> {STATUTS[entree.statut].nom.toLowerCase()}</span>}
		</td>
	);
}

import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import { ancreEntree } from '../domaine/comparaison/ancre.ts';
import type { Entree, Parente } from '../domaine/comparaison/comparaison.ts';
import { nomVersion } from '../domaine/version.ts';
import { NATURES, SIGNES, STATUTS } from '../domaine/vocabulaire.ts';
import { type Comparee, LienBloc, LienCompetence } from './liens.tsx';

/** What became of the competences of one version in each newer one. */
export interface Suites {
	de: Comparee;
	suites: { vers: Comparee; entrees: ReadonlyMap<string, Entree>; parentes: ReadonlyMap<string, readonly Parente[]> }[];
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
								{suites.map(({ vers, entrees, parentes }) => (
									<Case de={de} vers={vers} entree={entrees.get(c.id)} parentes={parentes.get(c.id) ?? []} />
								))}
							</tr>
						))}
					</>
				))}
			</tbody>
		</table>
	);
}

/**
 * Leads to the competence that follows or, where there is no correspondance, to its kin; to the entry of the comparison
 * where none or several do.
 */
function Case({
	de,
	vers,
	entree,
	parentes,
}: {
	de: Comparee;
	vers: Comparee;
	entree: Entree | undefined;
	parentes: readonly Parente[];
}) {
	if (!entree)
		return (
			<td data-titre={nomVersion(vers)} class="case vide">
				–
			</td>
		);
	const jointe = entree.nature !== null && entree.vers.length > 0;
	const apparentee = !jointe && parentes.length > 0;
	const nature = apparentee ? 'apparentee' : (entree.nature ?? 'a-verifier');
	const [suite, ...autres] = jointe ? entree.vers : parentes.map((p) => p.vers);
	const cible =
		suite && !autres.length ? adresse.titre(suite) : `${adresse.comparaison(de.id, vers.id)}#${ancreEntree(entree)}`;
	const nom = apparentee ? 'Apparentée' : entree.nature ? NATURES[entree.nature].nom : STATUTS['a-verifier'].nom;
	return (
		<td data-titre={nomVersion(vers)} class={`case case-${nature}`}>
			<a class={`nature nature-${nature}`} href={lien(cible)}>
				{nature !== 'a-verifier' && <span aria-hidden="true">{SIGNES[nature]}</span>} {nom}
			</a>
			{nature !== 'a-verifier' && (
				<span class="petit">
					{' '}
					{apparentee && parentes.length > 1 && `à ${parentes.length} compétences, `}
					{STATUTS[entree.statut].nom.toLowerCase()}
				</span>
			)}
		</td>
	);
}

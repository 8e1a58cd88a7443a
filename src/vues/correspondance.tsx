import type { ComponentChildren } from 'preact';
import { lien } from '../adresse.ts';
import {
	type Comparaison,
	type Entree as EntreeComparee,
	parentesDe,
	reperer,
} from '../domaine/comparaison/comparaison.ts';
import { direLecture, direSort, totaux } from '../domaine/comparaison/totaux.ts';
import { certitudeLibelles, direInconnues } from '../domaine/profondeur.ts';
import type { Explication } from '../domaine/rapprochement/proposition.ts';
import { parId } from '../domaine/referentiel.ts';
import { avecArticle, enumerer, majuscule } from '../domaine/texte/phrase.ts';
import { typographier } from '../domaine/texte/typographie.ts';
import { type Bloc, nomBloc, nomsDePaire, nomVersion } from '../domaine/version.ts';
import { compte, NATURES, NATURES_AILLEURS, STATUTS } from '../domaine/vocabulaire.ts';
import type { Statut as CleStatut, Nature } from '../schemas/correspondance.ts';
import { Colonnes, type Comparee, LienBloc } from './elements.tsx';
import { Entree, natureMontree, type Situer } from './entree.tsx';
import { Statut } from './etiquettes.tsx';
import { Sankey } from './sankey.tsx';

/** Two versions, the older first, and their comparison. */
export interface Paire {
	de: Comparee;
	vers: Comparee;
	comparaison: Comparaison;
	/** Explanations of automatic entries; empty if the comparison comes from its data file, which has none. */
	explications: ReadonlyMap<EntreeComparee, Explication>;
	/** Reasons of entries without successor here, though two comparisons through another version lead to one. */
	parEtapes?: ReadonlyMap<EntreeComparee, string>;
	/** True if the comparison has no page and was computed in the browser. */
	automatique?: boolean;
	/** True if no succession joins the two versions: neither becomes the other. */
	ailleurs?: boolean | undefined;
}

/** The official map of blocs, or a sentence that says that none was found. */
export function CorrespondanceBlocs({ de, vers, comparaison: { blocs } }: Paire) {
	const parBloc = new Map([...de.blocs, ...vers.blocs].map((bloc) => [bloc.id, bloc]));
	const liste = (tus: readonly Bloc[]) => tus.map((b) => `${nomBloc(b)}, ${b.usuel}`).join(' ; ');
	const orphelins = vers.blocs.filter((b) => !blocs.some((l) => l.vers.includes(b.id)));
	const tus = de.blocs.filter((b) => !blocs.some((l) => l.de.includes(b.id)));
	const cellule = (ids: readonly string[], vide: string) =>
		ids.length ? ids.map((id) => <LienBloc bloc={parBloc.get(id) as Bloc} classe="ligne" />) : vide;
	const sources = [...new Set(blocs.map((l) => l.source))];
	const noms = nomsDePaire(de, vers);
	return (
		<section aria-labelledby="blocs">
			<h2 id="blocs">Correspondance officielle des blocs</h2>
			{blocs.length ? (
				<>
					<p>
						<Statut valeur="officielle" /> {typographier(sources.join(' ; '))}. Qui détient l’ancien bloc est réputé
						avoir obtenu le nouveau.
					</p>
					<table class="empilable" aria-labelledby="blocs">
						<Colonnes noms={noms.map(majuscule)} />
						<tbody>
							{blocs.map((l) => (
								<tr>
									<td data-titre={majuscule(noms[0])}>
										{cellule(l.de, '')}
										{l.de.length > 1 && <span class="petit ligne">à détenir ensemble</span>}
									</td>
									<td data-titre={majuscule(noms[1])}>{cellule(l.vers, '« Néant » : aucun CCP ne lui correspond')}</td>
								</tr>
							))}
						</tbody>
					</table>
					{orphelins.length > 0 && <p>Ce texte ne nomme aucun ancien bloc qui donne {liste(orphelins)}.</p>}
					{tus.length > 0 && (
						<p>
							Ce texte ne dit rien de {liste(tus)} ({noms[0]}).
						</p>
					)}
				</>
			) : (
				<p>
					Aucun texte officiel trouvé dans nos sources ne met en correspondance les blocs de ces deux versions. Seule
					l’administration peut dire ce que vaut un CCP de l’une pour l’autre.
				</p>
			)}
		</section>
	);
}

/**
 * What becomes of each competence between two versions.
 * @param guide path of the guide that says how to read a comparison, if the catalogue has one
 * @param children replaces the entries; the tool passes an empty list and renders them later, in slices
 */
export function CorrespondanceCompetences(props: Paire & { children?: ComponentChildren; guide?: string | undefined }) {
	const { children, guide, ...paire } = props;
	const { de, vers, automatique, ailleurs } = paire;
	const secondaires = [de, vers].filter((v) => certitudeLibelles(v) === 'secondaire');
	const inconnues = direInconnues([de, vers]);
	const noms = nomsDePaire(de, vers);
	return (
		<section class="comparaison" aria-labelledby="competences">
			<h2 id="competences">{ailleurs ? 'Compétence par compétence' : 'Ce que devient chaque compétence'}</h2>
			<p>
				Aucun texte officiel ne met en correspondance les compétences. Ce qui suit est lu par la rédaction ou calculé ;
				chaque ligne dit lequel des deux.
				{guide && (
					<>
						{' '}
						<a href={lien(guide)}>Comment lire une comparaison</a>.
					</>
				)}
			</p>
			{secondaires.length > 0 && (
				<p class="avis">
					<strong>À vérifier.</strong> Les libellés {enumerer(secondaires.map((v) => avecArticle('du', nomVersion(v))))}{' '}
					viennent d’une source secondaire : les lectures qui suivent ne sont pas plus sûres qu’eux.
				</p>
			)}
			{inconnues && <p class="avis">{typographier(inconnues)}</p>}
			{automatique && (
				<p class="avis">
					<strong>Rapprochement automatique, fait à l’instant par votre navigateur.</strong> Ces deux versions ne sont
					pas de la même lignée : personne n’a relu ce qui suit.
				</p>
			)}
			<Sankey {...paire} />
			<div class="barre-filtres" data-barre="">
				<Filtres {...paire} />
				<BandeauVersions noms={noms} ailleurs={ailleurs} />
			</div>
			<ol class="entrees" data-entrees="">
				{children ?? entreesDe(paire)}
			</ol>
		</section>
	);
}

export function entreesDe(paire: Paire) {
	const situees = new Map([...parId(paire.de), ...parId(paire.vers)]);
	const situer: Situer = (id) => situees.get(id);
	const { comparaison, explications, parEtapes, ailleurs } = paire;
	const contexte = { situer, ailleurs, noms: nomsDePaire(paire.de, paire.vers), ...reperer(comparaison) };
	return comparaison.competences.map((entree) => (
		<Entree {...contexte} entree={entree} explication={explications.get(entree)} parEtapes={parEtapes?.get(entree)} />
	));
}

/** Names of the two columns, which CSS keeps in view while scrolling. */
export function BandeauVersions(props: { noms: readonly [string, string]; ailleurs?: boolean | undefined }) {
	const { noms, ailleurs } = props;
	return (
		<p class="bandeau-versions" aria-hidden="true">
			<b>
				{majuscule(noms[0])} {!ailleurs && <span>version ancienne</span>}
			</b>{' '}
			<b>
				{majuscule(noms[1])} {!ailleurs && <span>version récente</span>}
			</b>
		</p>
	);
}

/**
 * Totals in words: how many competences correspond, how many only have a parenté, how many have nothing near. Entries
 * « à vérifier », of which nothing is claimed, are counted apart.
 */
export function Totaux({ de, vers, comparaison, ailleurs }: Paire) {
	const t = totaux(comparaison);
	const noms = nomsDePaire(de, vers);
	const noter = (n: number, un: string, plusieurs: string) => (n > 0 ? [`${n} ${n > 1 ? plusieurs : un}`] : []);
	const lecture = typographier(` (${direLecture(comparaison)})`);
	const lues = [
		...noter(t.parStatut.relue, `est relue${lecture}`, `sont relues${lecture}`),
		...noter(t.parStatut.proposee, 'est proposée par un calcul', 'sont proposées par un calcul'),
		...noter(t.parStatut['a-verifier'], 'reste à vérifier', 'restent à vérifier'),
	];
	return (
		<>
			<div class="totaux">
				<p>
					<Phrase parties={direSort(t.de, noms[0], noms[1])} />
				</p>
				<p>
					<Phrase parties={direSort(t.vers, noms[1], noms[0])} />
					{t.deplacees > 0 &&
						!ailleurs &&
						` ${compte(t.deplacees, 'correspondance')} ${t.deplacees > 1 ? 'changent' : 'change'} de bloc.`}
				</p>
				<p class="petit">
					{lues.length === 1
						? // All entries have the same statut: their number is not repeated.
							`${t.entrees > 1 ? `Les ${t.entrees} lignes qui suivent` : 'La ligne qui suit'} ${lues[0]?.replace(/^\d+ /, '')}`
						: `Des ${compte(t.entrees, 'ligne')} qui suivent, ${enumerer(lues)}`}
					{t.parentes > 0 && `, avec ${compte(t.parentes, 'parenté')}`}. Aucune n’est officielle, et une parenté n’est
					jamais une équivalence.
				</p>
			</div>
			{/* The script of the filters says here how many entries they hide. */}
			<p class="avis filtre-dit" data-filtre-dit="" hidden />
		</>
	);
}

function Phrase({ parties }: { parties: ReturnType<typeof direSort> }) {
	return <>{parties.map(({ texte, fort }) => (fort ? <strong>{texte}</strong> : texte))}</>;
}

/** Filters of the entries, and buttons to the previous and next change. Hidden until their script runs. */
function Filtres({ de, vers, comparaison, ailleurs }: Paire) {
	const { competences } = comparaison;
	const parentes = parentesDe(comparaison);
	const montrees = new Set(competences.map((e) => natureMontree(e, parentes)));
	const noms = ailleurs ? NATURES_AILLEURS : NATURES;
	/** Without succession, both natures have the same name: the name of the version tells them apart. */
	const versions: Partial<Record<Nature, string>> = ailleurs
		? { 'sans-suite': nomVersion(de), nouvelle: nomVersion(vers) }
		: {};
	const natures = [
		...(Object.keys(NATURES) as Nature[])
			.filter((n) => montrees.has(n))
			.map((n) => [n, [noms[n].nom, versions[n]].filter(Boolean).join(', ')] as const),
		...(montrees.has('apparentee') ? [['apparentee', 'Apparentée'] as const] : []),
	];
	const statuts = (Object.keys(STATUTS) as CleStatut[])
		.filter((s) => competences.some((e) => e.statut === s))
		.map((s) => [s, STATUTS[s].nom] as const);
	/** One choice, or none, is not a filter. */
	const groupes = (
		[
			['Nature', 'nature', natures],
			['Statut', 'statut', statuts],
		] as const
	).filter(([, , options]) => options.length > 1);
	const touches = (
		<label>
			<input type="checkbox" name="touches" defaultChecked /> Touches p et n
		</label>
	);
	return (
		<form class="filtres" aria-label="Parcourir et filtrer les changements" data-filtres="" hidden>
			<button type="button" data-pas="-1">
				Précédent <kbd>p</kbd>
			</button>{' '}
			<button type="button" data-pas="1">
				Suivant <kbd>n</kbd>
			</button>{' '}
			{groupes.length ? (
				<details>
					<summary>Filtrer</summary>
					<div>
						{groupes.map(([titre, nom, options]) => (
							<fieldset>
								<legend>{titre}</legend>
								{options.map(([valeur, texte]) => (
									<label>
										<input type="checkbox" name={nom} value={valeur} defaultChecked /> {texte}
									</label>
								))}
							</fieldset>
						))}
						<p class="actions">
							{montrees.has('identique') && natures.length > 1 && (
								<>
									<button type="button" data-seulement="changements">
										Seulement ce qui change
									</button>{' '}
								</>
							)}
							<button type="button" data-seulement="tout">
								Tout montrer
							</button>{' '}
							{touches}
						</p>
					</div>
				</details>
			) : (
				touches
			)}{' '}
			<span role="status" data-compte="" />
		</form>
	);
}

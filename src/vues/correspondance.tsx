import type { ComponentChildren } from 'preact';
import { lien } from '../adresse.ts';
import type { Comparaison, Entree as EntreeComparee, LienBlocs } from '../domaine/comparaison/comparaison.ts';
import { type Bilan, bilans, totaux } from '../domaine/comparaison/totaux.ts';
import type { Explication } from '../domaine/rapprochement/proposition.ts';
import { parId } from '../domaine/referentiel.ts';
import { type Bloc, compter, nomBloc, nomVersion } from '../domaine/version.ts';
import { compte, NATURES, STATUTS } from '../domaine/vocabulaire.ts';
import type { Statut as CleStatut, Nature } from '../schemas/correspondance.ts';
import { Entree, type Situer } from './entree.tsx';
import { Statut } from './etiquettes.tsx';
import { type Comparee, LienBloc } from './liens.tsx';
import { Sankey } from './sankey.tsx';

/** Two versions and what is known between them, the older first. */
export interface Paire {
	de: Comparee;
	vers: Comparee;
	comparaison: Comparaison;
	/** Why a machine says what it says; the page of a comparison gives it, its data do not. */
	explications: ReadonlyMap<EntreeComparee, Explication>;
	/** True where no page exists and the comparison was made in the browser. */
	automatique?: boolean;
}

const nomsDe = ({ de, vers }: Pick<Paire, 'de' | 'vers'>) => [nomVersion(de), nomVersion(vers)] as const;

/** The official map of blocs, or the plain word that none was found. */
export function CorrespondanceBlocs({ de, vers, comparaison: { blocs } }: Paire) {
	const parBloc = new Map([...de.blocs, ...vers.blocs].map((bloc) => [bloc.id, bloc]));
	const orphelins = vers.blocs.filter((b) => !blocs.some((l) => l.vers.includes(b.id)));
	const cellule = (ids: readonly string[], vide: string) =>
		ids.length ? ids.map((id) => <LienBloc bloc={parBloc.get(id) as Bloc} classe="ligne" />) : vide;
	const noms = nomsDe({ de, vers });
	return (
		<section aria-labelledby="blocs">
			<h2 id="blocs">Correspondance officielle des blocs</h2>
			{blocs.length ? (
				<>
					<p>
						<Statut valeur="officielle" /> {sourcesDe(blocs)}. Qui détient l’ancien bloc est réputé avoir obtenu le
						nouveau.
					</p>
					<table class="empilable" aria-labelledby="blocs">
						<thead>
							<tr>
								<th scope="col">{noms[0]}</th>
								<th scope="col">{noms[1]}</th>
							</tr>
						</thead>
						<tbody>
							{blocs.map((l) => (
								<tr>
									<td data-titre={noms[0]}>{cellule(l.de, '')}</td>
									<td data-titre={noms[1]}>{cellule(l.vers, '« Néant » : aucun CCP ne lui correspond')}</td>
								</tr>
							))}
						</tbody>
					</table>
					{orphelins.length > 0 && (
						<p>Aucun ancien bloc ne donne {orphelins.map((b) => `${nomBloc(b)}, ${b.usuel}`).join(' ; ')}.</p>
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

const sourcesDe = (liens: readonly LienBlocs[]): string => [...new Set(liens.map((l) => l.source))].join(' ; ');

/**
 * What became of each competence between two held versions.
 * @param children the entries, where they are not drawn with the rest: a browser adds them a few at a time
 */
export function CorrespondanceCompetences({ children, ...paire }: Paire & { children?: ComponentChildren }) {
	const { comparaison, automatique } = paire;
	const noms = nomsDe(paire);
	return (
		<section class="comparaison" aria-labelledby="competences">
			<h2 id="competences">Ce que devient chaque compétence</h2>
			<p>
				Aucun texte officiel ne met en correspondance les compétences. Ce qui suit est une lecture, éditoriale ou
				automatique, et chaque ligne dit laquelle.{' '}
				<a href={lien('/guides/lire-une-comparaison/')}>Comment lire une comparaison</a>.
			</p>
			{automatique && (
				<p class="avis">
					<strong>Rapprochement automatique, fait à l’instant par votre navigateur.</strong> Ces deux versions ne sont
					pas de la même lignée : personne n’a relu ce qui suit.
				</p>
			)}
			<Sankey {...paire} />
			<Filtres comparaison={comparaison} />
			<BandeauVersions noms={noms} />
			<ol class="entrees" data-entrees="">
				{children ?? entreesDe(paire)}
			</ol>
		</section>
	);
}

/** Each entry of a comparison. */
export function entreesDe(paire: Paire) {
	const situees = new Map([...parId(paire.de), ...parId(paire.vers)]);
	const situer: Situer = (id) => situees.get(id);
	const noms = nomsDe(paire);
	return paire.comparaison.competences.map((entree) => (
		<Entree
			entree={entree}
			parentes={paire.comparaison.parentes}
			noms={noms}
			situer={situer}
			explication={paire.explications.get(entree)}
		/>
	));
}

/** Which version stands on which side: stays in view while one reads down two columns. */
export function BandeauVersions({ noms }: { noms: readonly [string, string] }) {
	return (
		<p class="bandeau-versions" aria-hidden="true">
			<b>
				{noms[0]} <span>version ancienne</span>
			</b>{' '}
			<b>
				{noms[1]} <span>version récente</span>
			</b>
		</p>
	);
}

/**
 * Totals in words: they count competences, and say how many answer each other before how many do not. Under them, what
 * the filters hide, which the script says there once they hide something.
 */
export function Totaux({ de, vers, comparaison }: Paire) {
	const bilan = bilans(comparaison, de, vers);
	const t = totaux(comparaison);
	const accord = (n: number, un: string, plusieurs: string) => `${n}\u00A0${n > 1 ? plusieurs : un}`;
	const { de: ancienne, vers: recente } = bilan;
	const liees =
		ancienne.correspondante === recente.correspondante
			? `${compte(ancienne.correspondante, 'compétence')} ${ancienne.correspondante > 1 ? 'se correspondent' : 'se correspond'}`
			: `${accord(ancienne.correspondante, 'ancienne correspond', 'anciennes correspondent')} à ${accord(recente.correspondante, 'récente', 'récentes')}`;
	const dits = [
		ancienne.correspondante + recente.correspondante ? liees : 'Aucune correspondance n’est affirmée',
		ancienne.apparentee > 0 &&
			accord(ancienne.apparentee, 'ancienne est seulement apparentée', 'anciennes sont seulement apparentées'),
		ancienne.seule > 0 && accord(ancienne.seule, 'ancienne est sans suite', 'anciennes sont sans suite'),
		recente.seule > 0 && accord(recente.seule, 'récente est nouvelle', 'récentes sont nouvelles'),
	].filter(Boolean);
	const doutes = ancienne.aVerifier + recente.aVerifier;
	const natures = (['identique', 'reformulee', 'scindee', 'fusionnee', 'recomposee'] as const)
		.filter((n) => t.parNature[n] > 0)
		.map((n) => accord(t.parNature[n], NATURES[n].nom.toLowerCase(), NATURES[n].pluriel));
	const lues = t.parStatut.relue;
	const machines = t.parStatut.proposee + t.parStatut['a-verifier'];
	return (
		<>
			<p class="totaux">
				{direLibelles(de, ancienne)}, {direLibelles(vers, recente)}. <strong>{dits.join(', ')}.</strong>
				{doutes > 0 &&
					` ${accord(doutes, 'reste à vérifier, sans rien d’affirmé', 'restent à vérifier, sans rien d’affirmé')}.`}
				{natures.length > 0 &&
					` Parmi les correspondances\u00A0: ${natures.join(', ')}${t.deplacees ? `\u202F; ${accord(t.deplacees, 'change de bloc', 'changent de bloc')}` : ''}.`}
				{lues > 0 && machines === 0 && ' Toutes ces lectures sont relues par la rédaction, aucune n’est officielle.'}
				{lues > 0 &&
					machines > 0 &&
					` ${accord(lues, 'lecture est relue', 'lectures sont relues')} par la rédaction, ${accord(machines, 'vient', 'viennent')} d’un calcul.`}
				{lues === 0 && machines > 0 && ' Tout vient d’un calcul que personne n’a relu.'}
			</p>
			<p class="avis filtre-dit" data-filtre-dit="" hidden />
		</>
	);
}

const direLibelles = (version: Comparee, { libelles }: Bilan): string => {
	const imprimees = compter(version);
	const differents = libelles < imprimees ? ` (${libelles} libellés différents)` : '';
	return `${nomVersion(version)} compte ${compte(imprimees, 'compétence')}${differents}`;
};

/** Filters of the entries, and the way from one change to the next. They need JavaScript, which shows them. */
function Filtres({ comparaison: { competences } }: { comparaison: Comparaison }) {
	const natures = (Object.keys(NATURES) as Nature[]).filter((n) => competences.some((e) => e.nature === n));
	const statuts = (Object.keys(STATUTS) as CleStatut[]).filter((s) => competences.some((e) => e.statut === s));
	return (
		<form class="filtres" data-filtres="" hidden>
			<Groupe titre="Nature" nom="nature" options={natures.map((n) => [n, NATURES[n].nom])} />
			<Groupe titre="Statut" nom="statut" options={statuts.map((s) => [s, STATUTS[s].nom])} />
			<p class="actions">
				<button type="button" data-pas="-1">
					Changement précédent <kbd>p</kbd>
				</button>{' '}
				<button type="button" data-pas="1">
					Changement suivant <kbd>n</kbd>
				</button>{' '}
				<button type="button" data-seulement="changements">
					Seulement ce qui change
				</button>{' '}
				<button type="button" data-seulement="tout">
					Tout
				</button>{' '}
				<label>
					<input type="checkbox" name="touches" defaultChecked /> Touches p et n
				</label>{' '}
				<span role="status" data-compte="" />
			</p>
		</form>
	);
}

function Groupe({ titre, nom, options }: { titre: string; nom: string; options: (readonly [string, string])[] }) {
	return (
		<fieldset>
			<legend>{titre}</legend>
			{options.map(([valeur, texte]) => (
				<label>
					<input type="checkbox" name={nom} value={valeur} defaultChecked /> {texte}
				</label>
			))}
		</fieldset>
	);
}

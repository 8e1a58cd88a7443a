import { adresse, lien } from '../adresse.ts';
import {
	ancreEntree,
	type Comparaison,
	type Entree as EntreeComparee,
	type Parente,
	type Reperes,
} from '../domaine/comparaison/comparaison.ts';
import { deplacees } from '../domaine/comparaison/deplacement.ts';
import { direLecture } from '../domaine/comparaison/totaux.ts';
import { enDecimal } from '../domaine/nombre.ts';
import type { Explication } from '../domaine/rapprochement/proposition.ts';
import { type CompetenceSituee, place } from '../domaine/referentiel.ts';
import { avecArticle, enumerer } from '../domaine/texte/phrase.ts';
import { aDesLibelles, nomPaire, nomVersion } from '../domaine/version.ts';
import { PORTEES } from '../domaine/vocabulaire.ts';
import type { Nature as CleNature } from '../schemas/correspondance.ts';
import { Difference } from './difference.tsx';
import { type Comparee, LienCompetence, LienPlace, LienSitue, separes, Texte } from './elements.tsx';
import { Nature, Statut } from './etiquettes.tsx';

/** A competence with its bloc, by id. */
export type Situer = (id: string) => CompetenceSituee | undefined;

const situerTous = (ids: readonly string[], situer: Situer): CompetenceSituee[] =>
	ids.map((id) => {
		const situee = situer(id);
		if (!situee) throw new Error(`compétence inconnue : ${id}`);
		return situee;
	});

/** Lookups of the entries, made once for the whole comparison. */
interface Contexte extends Omit<Reperes, 'entrees' | 'liens'> {
	situer: Situer;
	/** True if no succession joins the two versions: neither becomes the other. */
	ailleurs?: boolean | undefined;
}

/**
 * One entry of a comparison: its nature and statut, the labels of both sides, what differs, its parentés, the reasons.
 * @param explication of an automatic entry
 * @param parEtapes see `Paire`
 */
export function Entree(
	props: Contexte & {
		liens: Reperes['liens'];
		entree: EntreeComparee;
		noms: readonly [string, string];
		explication?: Explication | undefined;
		parEtapes?: string | undefined;
	},
) {
	const { entree, noms, explication, parEtapes, liens, ...contexte } = props;
	const { situer, ailleurs } = contexte;
	const parentes = parentesDUne(entree, contexte.parentes);
	const de = situerTous(entree.de, situer);
	const vers = situerTous(entree.vers, situer);
	const [ancienne, recente] = [de[0], vers[0]];
	const seules = de.length === 1 && vers.length === 1 && ancienne && recente;
	const typographie =
		entree.nature === 'identique' && seules && ancienne.competence.libelle !== recente.competence.libelle;
	const doute = entree.statut === 'a-verifier';
	const bougees = entree.deplacee ? deplaceesEnPartie(de, vers, liens, noms) : '';
	/** Side of the parentés, if all of them join the only competence of the other side. */
	const autreCote =
		de.length === 1 && parentes.every((p) => p.de === entree.de[0])
			? 'vers'
			: vers.length === 1 && parentes.every((p) => p.vers === entree.vers[0])
				? 'de'
				: undefined;
	/** Index of the side of an uncertain entry that shows its candidates; the other side shows the competence. */
	const candidats = doute ? (de.length ? 1 : 0) : undefined;
	return (
		<li
			class="entree"
			id={ancreEntree(entree)}
			data-nature={natureMontree(entree, contexte.parentes) ?? 'a-verifier'}
			data-statut={entree.statut}
			data-deplacee={entree.deplacee ? '' : undefined}
			tabIndex={-1}
		>
			<Etiquettes
				entree={entree}
				apparentee={parentes.length > 0}
				ailleurs={ailleurs}
				note={typographie ? 'même libellé (typographie)' : bougees && `déplacée : ${bougees}`}
			/>
			{!doute && seules && entree.nature !== 'identique' ? (
				<Difference
					avant={ancienne.competence.libelle}
					apres={recente.competence.libelle}
					noms={noms}
					suites={[<LienPlace situee={ancienne} version={noms[0]} />, <LienPlace situee={recente} version={noms[1]} />]}
				/>
			) : (
				<div class="difference">
					{[de, vers].map((cote, i) => (
						<div>
							<span class="version-nom">{noms[i]}</span>
							{cote.length > 0 && candidats !== i ? (
								<Libelles situees={cote} />
							) : parentes.length > 0 ? (
								<Parentes
									parentes={parentes}
									intro={sansLienDirect(entree, ailleurs)}
									contexte={contexte}
									cote={i ? 'vers' : 'de'}
									recente={noms[1]}
								/>
							) : candidats === i ? (
								<Candidats entree={entree} cote={i ? 'vers' : 'de'} contexte={contexte} />
							) : (
								<p class="vide">Aucun libellé proche.</p>
							)}
						</div>
					))}
				</div>
			)}
			{entree.motif && <Motif motif={entree.motif} />}
			{parEtapes && <ParEtapes motif={parEtapes} />}
			{parentes.length > 0 && de.length > 0 && vers.length > 0 && (
				<Parentes
					parentes={parentes}
					intro={autreCote ? 'Par ailleurs apparentée à :' : 'Par ailleurs apparentées :'}
					contexte={contexte}
					cote={autreCote}
					recente={noms[1]}
				/>
			)}
			{entree.score !== null && (
				<p class="petit">
					{[`Proximité des libellés : ${enDecimal(entree.score)} sur 1.`, ...expliquer(explication)].join(' ')}
				</p>
			)}
		</li>
	);
}

/** Places of the competences of an entry that changed bloc, in words; empty if all of them did. */
function deplaceesEnPartie(
	de: readonly CompetenceSituee[],
	vers: readonly CompetenceSituee[],
	liens: Reperes['liens'],
	noms: readonly [string, string],
): string {
	const ids = new Set(
		deplacees(
			de.map((s) => s.competence),
			vers.map((s) => s.competence),
			liens,
		),
	);
	if (ids.size === de.length + vers.length) return '';
	return enumerer(
		[de, vers].flatMap((cote, i) =>
			cote.filter(({ competence }) => ids.has(competence.id)).map((situee) => `${noms[i]}, ${place(situee)}`),
		),
	);
}

function Etiquettes(props: {
	entree: EntreeComparee;
	apparentee: boolean;
	ailleurs?: boolean | undefined;
	deplacee?: boolean | null;
	note?: string | false | undefined;
}) {
	const { entree, apparentee, ailleurs, deplacee = entree.deplacee, note } = props;
	const jointe = entree.de.length > 0 && entree.vers.length > 0;
	return (
		<p class="etiquettes">
			{apparentee && !jointe ? (
				<Nature valeur="apparentee" />
			) : (
				entree.nature && <Nature valeur={entree.nature} ailleurs={ailleurs} />
			)}{' '}
			{deplacee && <Nature valeur="deplacee" />} <Statut valeur={entree.statut} />
			{note && (
				<span class="petit">
					{' '}
					<Texte texte={note} />
				</span>
			)}
		</p>
	);
}

/** Why an entry ends a competence that step by step is led on. */
const ParEtapes = ({ motif }: { motif: string }) => <Motif nom="D’étape en étape, ailleurs" motif={motif} />;

function Motif({ motif, nom = 'Motif' }: { motif: string; nom?: string }) {
	return (
		<p class="motif">
			<span class="version-nom">{nom}</span> <Texte texte={motif} />
		</p>
	);
}

function Libelles({ situees, classe }: { situees: readonly CompetenceSituee[]; classe?: string }) {
	return (
		<ul class={classe}>
			{situees.map((situee) => (
				<li>
					<LienSitue situee={situee} />
				</li>
			))}
		</ul>
	);
}

/** Nature under which an entry is shown and filtered: « apparentée » if it has one side only and a parenté. */
export const natureMontree = (
	entree: EntreeComparee,
	parentes: Contexte['parentes'],
): CleNature | 'apparentee' | undefined => {
	const seule = entree.de.length === 0 || entree.vers.length === 0;
	return seule && [...entree.de, ...entree.vers].some((id) => parentes.has(id))
		? 'apparentee'
		: (entree.nature ?? undefined);
};

/** The parentés of an entry, without duplicates: competences with the same label have the same ones. */
function parentesDUne({ de, vers }: Pick<EntreeComparee, 'de' | 'vers'>, parentes: Contexte['parentes']): Parente[] {
	const siennes = [...new Set([...de, ...vers].flatMap((id) => parentes.get(id) ?? []))];
	const autre = (p: Parente) => (de.includes(p.de) ? p.vers : p.de);
	return siennes.filter((p, i) => siennes.findIndex((q) => autre(q) === autre(p)) === i);
}

/** Words that introduce the parentés of an entry that has one side only. */
const sansLienDirect = ({ de, nature }: EntreeComparee, ailleurs: boolean | undefined): string => {
	if (nature === null) return 'Rien n’est affirmé d’une correspondance ; apparentée à :';
	if (ailleurs) return 'Sans correspondance, apparentée à :';
	return de.length > 0 ? 'Sans suite directe, apparentée à :' : 'Sans origine directe, apparentée à :';
};

/**
 * The parentés of an entry: the competences, what they share, the reason. A parenté is never an equivalence.
 * @param cote side whose competences are shown; both sides if it is left out
 * @param recente name of the newer version
 */
function Parentes(props: {
	parentes: readonly Parente[];
	intro: string;
	recente: string;
	contexte: Contexte;
	cote?: 'de' | 'vers' | undefined;
}) {
	const { parentes, intro, contexte, cote, recente } = props;
	const { situer } = contexte;
	return (
		<div class="parentes">
			<p class="vide">
				<Texte texte={intro} />
			</p>
			<ul>
				{parentes.map((parente) => (
					<li>
						{separes(situerTous(cote ? [parente[cote]] : [parente.de, parente.vers], situer), ' et ', (situee) => (
							<LienSitue situee={situee} />
						))}
						<p class="petit">
							<Statut valeur={parente.statut} />{' '}
							<span class={`portee portee-${parente.portee}`}>{PORTEES[parente.portee].nom}</span>
							{'\u00A0'}: {avecArticle('le', recente)} {PORTEES[parente.portee].recente}.{' '}
							{parente.motif && <Texte texte={parente.motif} />}
						</p>
					</li>
				))}
			</ul>
		</div>
	);
}

function expliquer(explication: Explication | undefined): string[] {
	if (!explication) return [];
	const { termes, lexique, parametres } = explication;
	const dits = termes.map(
		(t) => `${t.concept ?? (t.de === t.vers ? t.de : `${t.de} ~ ${t.vers}`)} (${enDecimal(t.poids)})`,
	);
	return [
		...(dits.length ? [`Termes communs, du plus au moins distinctif : ${dits.join(', ')}.`] : []),
		...(lexique.length ? [`Rapprochés par le lexique : ${lexique.join(', ')}.`] : []),
		`Paramètres ${parametres}.`,
	];
}

/** Candidates of an uncertain entry: the nearest labels, without any claim. */
function Candidats(props: { entree: EntreeComparee; cote: 'de' | 'vers'; contexte: Contexte }) {
	const { entree, cote, contexte } = props;
	const { situer, jointes, possibles } = contexte;
	const { observation } = entree;
	const observees = [...entree.de, ...entree.vers].flatMap((id) => possibles.get(id) ?? []);
	const ids = new Set([
		...entree[cote],
		...(observation?.proche ? [observation.proche] : []),
		...entree.candidats.map((c) => c[cote]),
		...observees.map((p) => p[cote]),
	]);
	const candidats = situerTous([...ids], situer);
	const relieeA = situerTous(observation?.relieeA ?? [], situer);
	if (!candidats.length)
		return <p class="vide">Aucun libellé proche, d’après un calcul : ce n’est pas la preuve qu’il n’y a rien.</p>;
	const plusieurs = candidats.length > 1;
	const dits =
		observation?.proche === null
			? `Aucun libellé n’est proche, d’après un calcul ; ${plusieurs ? 'les moins éloignés' : 'le moins éloigné'}`
			: `${plusieurs ? 'Libellés les plus proches' : 'Libellé le plus proche'}, à vérifier`;
	return (
		<>
			<p class="vide">
				Rien n’est affirmé. {dits}
				{relieeA.length > 0 && (
					<>
						{'\u00A0'}; {plusieurs ? 'le premier' : 'il'}{' '}
						{relieeA.some(({ competence }) => jointes.has(competence.id)) ? 'est déjà relié à' : 'l’est aussi de'}{' '}
						{separes(relieeA, ' et ', ({ competence }) => (
							<LienCompetence competence={competence} />
						))}
					</>
				)}
				{'\u00A0'}:
			</p>
			<Libelles situees={candidats} classe="candidats" />
		</>
	);
}

/** What became of a competence in another version, or where it came from: its entry in their comparison. */
export function Devenir(
	props: Contexte & {
		de: Comparee;
		vers: Comparee;
		entree: EntreeComparee | undefined;
		competence: string;
		sens: 'origine' | 'suite';
		/** Whether this competence changed bloc; `entree.deplacee` may be about another competence of the entry. */
		deplacee?: boolean | null;
		/** Reader and day of the entries that are « relue ». */
		lecture?: Comparaison['lecture'];
		/** See `Paire`. */
		parEtapes?: string | undefined;
	},
) {
	const { de, vers, entree, competence, sens, deplacee, lecture, parEtapes, ...contexte } = props;
	const { situer, ailleurs } = contexte;
	const autre = sens === 'origine' ? de : vers;
	const [cote, sien] = sens === 'origine' ? (['de', 'vers'] as const) : (['vers', 'de'] as const);
	const titre = (
		<h3>
			{ailleurs ? 'Ailleurs, dans' : sens === 'origine' ? 'Dans' : 'Vers'} {avecArticle('le', nomVersion(autre))}
		</h3>
	);
	if (!entree || !aDesLibelles(autre))
		return (
			<div class="devenir">
				{titre}
				<p class="vide">Ses compétences ne sont pas dans nos sources : rien ne peut en être dit.</p>
			</div>
		);
	const liees = situerTous(entree[cote], situer);
	const parentes = [...(contexte.parentes.get(competence) ?? [])];
	const avec = situerTous(
		entree[sien].filter((id) => id !== competence),
		situer,
	);
	return (
		<div class="devenir">
			{titre}
			<Etiquettes entree={entree} apparentee={parentes.length > 0} ailleurs={ailleurs} deplacee={deplacee ?? null} />
			{entree.statut === 'a-verifier' && !parentes.length ? (
				<Candidats entree={entree} cote={cote} contexte={contexte} />
			) : (
				<>
					{liees.length > 0 && entree.statut !== 'a-verifier' ? (
						<Libelles situees={liees} classe="liees" />
					) : (
						!parentes.length && <p>{sansLien(sens, ailleurs)}</p>
					)}
					{avec.length > 0 && (
						<p class="petit">
							Avec{'\u00A0'}:{' '}
							{separes(avec, ' ; ', (a) => (
								<LienCompetence competence={a.competence} />
							))}
						</p>
					)}
					{parentes.length > 0 && (
						<Parentes
							parentes={parentes}
							intro={liees.length > 0 ? 'Par ailleurs apparentée à :' : sansLienDirect(entree, ailleurs)}
							contexte={contexte}
							cote={cote}
							recente={nomVersion(vers)}
						/>
					)}
					{entree.motif && <Motif motif={entree.motif} />}
					{parEtapes && <ParEtapes motif={parEtapes} />}
				</>
			)}
			<p class="petit">
				<a href={lien(`${adresse.comparaison(de.id, vers.id)}#${ancreEntree(entree)}`)}>
					Voir dans la comparaison {nomPaire(de, vers)}
				</a>
				{[entree, ...parentes].some(({ statut }) => statut === 'relue') && (
					<Texte texte={`. Relue\u00A0: ${direLecture({ lecture })}.`} />
				)}
			</p>
		</div>
	);
}

const sansLien = (sens: 'origine' | 'suite', ailleurs: boolean | undefined): string =>
	`Aucune compétence de cette version ${ailleurs ? 'ne lui correspond' : sens === 'origine' ? 'n’en est l’origine' : 'ne lui fait suite'}.`;

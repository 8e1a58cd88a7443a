import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import { ancreEntree } from '../domaine/comparaison/ancre.ts';
import type { Entree as EntreeComparee, Parente } from '../domaine/comparaison/comparaison.ts';
import { enDecimal } from '../domaine/nombre.ts';
import type { Explication } from '../domaine/rapprochement/proposition.ts';
import type { CompetenceSituee } from '../domaine/referentiel.ts';
import { aDesLibelles, nomVersion } from '../domaine/version.ts';
import { PORTEES } from '../domaine/vocabulaire.ts';
import { Difference } from './difference.tsx';
import { Nature, Statut } from './etiquettes.tsx';
import { type Comparee, LienCompetence, LienPlace, Place } from './liens.tsx';
import { separes, Texte } from './texte.tsx';

/** A competence with its bloc, by id. */
export type Situer = (id: string) => CompetenceSituee | undefined;

const situerTous = (ids: readonly string[], situer: Situer): CompetenceSituee[] =>
	ids.map((id) => {
		const situee = situer(id);
		if (!situee) throw new Error(`compétence inconnue : ${id}`);
		return situee;
	});

/** Parentés of the competences of an entry, seen from one side: what is akin on the other. */
const parentesDe = (entree: EntreeComparee, parentes: readonly Parente[], cote: 'de' | 'vers'): Parente[] =>
	parentes.filter((p) => entree[cote].includes(p[cote]));

/**
 * One entry of a comparison: its nature and statut, both sides whole, what differs, and why.
 * @param parentes those of the comparison
 * @param explication why, where a machine says it
 */
export function Entree({
	entree,
	parentes,
	noms,
	situer,
	explication,
}: {
	entree: EntreeComparee;
	parentes: readonly Parente[];
	noms: readonly [string, string];
	situer: Situer;
	explication?: Explication | undefined;
}) {
	const de = situerTous(entree.de, situer);
	const vers = situerTous(entree.vers, situer);
	const [ancienne, recente] = [de[0], vers[0]];
	const seules = de.length === 1 && vers.length === 1 && ancienne && recente;
	const typographie =
		entree.nature === 'identique' && seules && ancienne.competence.libelle !== recente.competence.libelle;
	const doute = entree.statut === 'a-verifier';
	/** Side of an uncertain entry that shows its candidates; the other shows the competence. */
	const candidats = doute ? (de.length ? 1 : 0) : undefined;
	const parents = { de: parentesDe(entree, parentes, 'de'), vers: parentesDe(entree, parentes, 'vers') };
	const apparentee = !(de.length && vers.length) && parents.de.length + parents.vers.length > 0;
	return (
		<li
			class="entree"
			id={ancreEntree(entree)}
			data-nature={entree.nature ?? 'a-verifier'}
			data-statut={entree.statut}
			data-deplacee={entree.deplacee ? '' : undefined}
			tabIndex={-1}
		>
			<Etiquettes entree={entree} directe={!apparentee} note={typographie && 'même libellé (typographie)'} />
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
							{candidats === i ? (
								<Candidats entree={entree} cote={i ? 'vers' : 'de'} situer={situer} />
							) : cote.length ? (
								<Libelles situees={cote} />
							) : apparentee ? (
								<p class="vide">aucune correspondance</p>
							) : (
								<p class="vide">
									{entree.statut === 'relue' ? 'aucune compétence' : 'aucune correspondance trouvée dans les libellés'}
								</p>
							)}
						</div>
					))}
				</div>
			)}
			{entree.motif && <Motif motif={entree.motif} />}
			<Apparentees parentes={parents.de} vers="vers" version={noms[1]} situer={situer} />
			<Apparentees parentes={parents.vers} vers="de" version={noms[0]} situer={situer} />
			{explication?.avis && <p class="petit">{explication.avis}</p>}
			{entree.score !== null && (
				<p class="petit">
					{[`Proximité des libellés : ${enDecimal(entree.score)} sur 1.`, ...expliquer(explication)].join(' ')}
				</p>
			)}
		</li>
	);
}

function Etiquettes({
	entree,
	directe = true,
	note,
}: {
	entree: EntreeComparee;
	directe?: boolean;
	note?: string | false | undefined;
}) {
	return (
		<p class="etiquettes">
			{entree.nature && <Nature valeur={entree.nature} directe={directe} />}{' '}
			{entree.deplacee && <Nature valeur="deplacee" />} <Statut valeur={entree.statut} />
			{note && <span class="petit"> {note}</span>}
		</p>
	);
}

/** What is akin on one side, which is no correspondence: how far, who says it, and why. */
function Apparentees({
	parentes,
	vers,
	version,
	situer,
}: {
	parentes: readonly Parente[];
	vers: 'de' | 'vers';
	version: string;
	situer: Situer;
}) {
	if (!parentes.length) return null;
	return (
		<div class="parentes">
			<p>
				<span class="version-nom">Apparentée</span> dans {version}, sans lui correspondre :
			</p>
			<ul>
				{parentes.map((parente) => {
					const situee = situer(parente[vers]);
					return (
						situee && (
							<li>
								<LienCompetence competence={situee.competence} /> <Place situee={situee} />{' '}
								<span class="petit">
									{PORTEES[parente.portee]} <Statut valeur={parente.statut} />
								</span>
								{parente.motif && (
									<p class="motif">
										<Texte texte={parente.motif} />
									</p>
								)}
							</li>
						)
					);
				})}
			</ul>
		</div>
	);
}

function Motif({ motif }: { motif: string }) {
	return (
		<p class="motif">
			<span class="version-nom">Motif</span> <Texte texte={motif} />
		</p>
	);
}

function Libelles({ situees, classe }: { situees: readonly CompetenceSituee[]; classe?: string }) {
	return (
		<ul class={classe}>
			{situees.map((situee) => (
				<li>
					<LienCompetence competence={situee.competence} /> <Place situee={situee} />
				</li>
			))}
		</ul>
	);
}

/** Why a machine says what it says. */
function expliquer(explication: Explication | undefined): string[] {
	if (!explication) return [];
	const { termes, lexique, parametres } = explication;
	const dits = termes.map(
		(t) => `${t.concept ?? (t.de === t.vers ? t.de : `${t.de} ~ ${t.vers}`)} (${enDecimal(t.poids)})`,
	);
	return [
		...(dits.length ? [`Termes communs, du plus au moins distinctif : ${dits.join(', ')}.`] : []),
		...(lexique.length ? [`Équivalences du lexique : ${lexique.join(', ')}.`] : []),
		`Paramètres ${parametres}.`,
	];
}

/** What an uncertain alignment found: up to four candidates, and no claim. */
function Candidats({ entree, cote, situer }: { entree: EntreeComparee; cote: 'de' | 'vers'; situer: Situer }) {
	const ids = [...new Set([...entree[cote], ...entree.candidats.map((c) => c[cote])])];
	const candidats = situerTous(ids, situer);
	if (!candidats.length) return <p class="vide">Aucune correspondance sûre trouvée dans les libellés.</p>;
	return (
		<>
			<p class="vide">
				Rien n’est affirmé. {candidats.length > 1 ? 'Libellés les plus proches' : 'Libellé le plus proche'}, à vérifier
				{'\u00A0'}:
			</p>
			<Libelles situees={candidats} classe="candidats" />
		</>
	);
}

/**
 * One step in the life of a competence: the entry of a comparison that holds it, seen from its side.
 */
export function Devenir({
	de,
	vers,
	entree,
	parentes,
	competence,
	sens,
	situer,
}: {
	de: Comparee;
	vers: Comparee;
	entree: EntreeComparee | undefined;
	parentes: readonly Parente[];
	competence: string;
	sens: 'origine' | 'suite';
	situer: Situer;
}) {
	const autre = sens === 'origine' ? de : vers;
	const [cote, sien] = sens === 'origine' ? (['de', 'vers'] as const) : (['vers', 'de'] as const);
	const titre = (
		<h3>
			{sens === 'origine' ? 'Dans' : 'Vers'} {nomVersion(autre)}
		</h3>
	);
	if (!entree || !aDesLibelles(autre))
		return (
			<div class="devenir">
				{titre}
				<p class="vide">Ses compétences ne sont pas dans nos sources : rien ne peut en être dit.</p>
			</div>
		);
	const siennes = parentes.filter((p) => p[sien] === competence);
	const liees = situerTous(entree[cote], situer);
	const avec = situerTous(
		entree[sien].filter((id) => id !== competence),
		situer,
	);
	return (
		<div class="devenir">
			{titre}
			<Etiquettes entree={entree} directe={liees.length > 0 || siennes.length === 0} />
			{entree.statut === 'a-verifier' ? (
				<Candidats entree={entree} cote={cote} situer={situer} />
			) : (
				<>
					{liees.length > 0 ? (
						<Libelles situees={liees} classe="liees" />
					) : (
						!siennes.length && <p>{sansLien(entree, sens)}</p>
					)}
					{avec.length > 0 && (
						<p class="petit">
							Avec{'\u00A0'}:{' '}
							{separes(avec, ' ; ', (a) => (
								<LienCompetence competence={a.competence} />
							))}
						</p>
					)}
					{entree.motif && <Motif motif={entree.motif} />}
				</>
			)}
			<Apparentees parentes={siennes} vers={cote} version={nomVersion(autre)} situer={situer} />
			<p class="petit">
				<a href={lien(`${adresse.comparaison(de.id, vers.id)}#${ancreEntree(entree)}`)}>
					Voir dans la comparaison {nomVersion(de)} – {nomVersion(vers)}
				</a>
			</p>
		</div>
	);
}

const sansLien = ({ statut }: EntreeComparee, sens: 'origine' | 'suite'): string => {
	if (statut !== 'relue') return 'Aucune correspondance trouvée dans les libellés.';
	return sens === 'origine'
		? 'Aucune compétence de cette version n’en est l’origine.'
		: 'Aucune compétence de cette version ne lui fait suite.';
};

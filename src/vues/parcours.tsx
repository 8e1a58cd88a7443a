import { adresse, ficheRncp, lien } from '../adresse.ts';
import { enLettres, quand } from '../domaine/date.ts';
import { direEtat, estEnVigueur, etatEnClause } from '../domaine/etat.ts';
import { estDouteux, reserveEntiere } from '../domaine/fait.ts';
import { versionDe } from '../domaine/identifiant.ts';
import type { Dossier } from '../domaine/outils/dossier.ts';
import { bornes } from '../domaine/parcours/calendrier.ts';
import { type Acquis, chaine, type Detention } from '../domaine/parcours/deduction.ts';
import { comptees } from '../domaine/parcours/delai.ts';
import { type Parcours as ParcoursVers, type RegleAppliquee, reglesOrigine } from '../domaine/parcours/parcours.ts';
import { direArret, direDelai, direRelation, type Noms, nomsDe } from '../domaine/parcours/redaction.ts';
import type { Dossiers } from '../domaine/parcours/relation.ts';
import { reserveDuBloc } from '../domaine/profondeur.ts';
import { article, avecArticle, majuscule } from '../domaine/texte/phrase.ts';
import { motsDuTitre, nomVersion } from '../domaine/version.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { Jour, LienBloc, LienTitre, LienVersion, Liste, separes, Texte } from './elements.tsx';
import { Segments } from './etat.tsx';
import { Statut } from './etiquettes.tsx';

/** Data of all parts of the result. */
interface Contexte {
	detentions: readonly Detention[];
	dossiers: Dossiers;
	noms: Noms;
	aujourdhui: string;
}

/** What the texts say of each version, to a person who holds some blocs. */
interface Resultat extends Omit<Contexte, 'noms'> {
	parcours: readonly ParcoursVers[];
	/** True if the reader chose a target version. */
	visee: boolean;
}

/** The whole result: the answer and the steps to take, then the texts it is based on, folded. */
export function Parcours(resultat: Resultat) {
	const { parcours, visee, ...reste } = resultat;
	const contexte = { ...reste, noms: nomsDe(reste.dossiers) };
	const cibles = premieres(resultat);
	const montres = cibles.filter((p) => p.tranche);
	const autres = parcours.filter((p) => !montres.includes(p));
	const regis = autres.filter((p) => p.tranche);
	const muets = autres.filter((p) => !p.tranche);
	return (
		<>
			<h2 id="resultat" tabindex={-1}>
				Votre réponse
			</h2>
			<Reponse cibles={cibles} parcours={parcours} {...contexte} />
			<QueFaire cibles={cibles} {...contexte} />
			{montres.map((p) => (
				<Vise p={p} visee={visee} {...contexte} />
			))}
			<details class="preuve">
				<summary>Sur quoi cette réponse repose : vos CCP, les délais, chaque texte et chaque titre</summary>
				<Recapitulatif {...contexte} />
				{regis.map((p) => (
					<Vise p={p} {...contexte} />
				))}
				{muets.length > 0 && <NonTranches muets={muets} {...contexte} />}
			</details>
		</>
	);
}

/**
 * The versions that the answer is about: the chosen one, or else those in force on the reader's day or, if there are
 * none, still to come on the day of the facts, or in force on that day.
 */
const premieres = ({ parcours, dossiers, visee, aujourdhui }: Resultat): readonly ParcoursVers[] => {
	const parmi = (convient: (cible: Dossier) => boolean) =>
		parcours.filter(({ cible }) => convient(dossiers.get(cible) as Dossier));
	const rangees = [
		parmi((cible) => estEnVigueur(cible, aujourdhui)),
		parmi(({ etat }) => etat.cle === 'a-venir'),
		parmi(({ etat }) => etat.cle === 'en-vigueur'),
	];
	return visee ? parcours : (rangees.find(({ length }) => length > 0) ?? []);
};

/** True where our sources have none of the CCP of a version of which a text speaks: nothing can be said to be left. */
const sansCcp = ({ acquis, aObtenir }: ParcoursVers): boolean => acquis.length + aObtenir.length === 0;

const compteQuelqueChose = ({ acquis, complementaires }: ParcoursVers): boolean =>
	acquis.length > 0 || complementaires.some((c) => c.acquis);

/** Rules whose time limit is over, without duplicates: those of the held blocs, then those of the versions reached. */
function delaisDepasses(
	parcours: readonly ParcoursVers[],
	{ detentions, dossiers, noms, aujourdhui }: Contexte,
): { version: string; bref: string }[] {
	const regles = [
		...reglesOrigine(detentions, dossiers, aujourdhui),
		...parcours.flatMap(({ regle }) => regle ?? []),
	].flatMap(({ version, delai }) => {
		const dit = delai && direDelai(delai, noms, aujourdhui);
		return dit?.depasse ? [{ version, bref: dit.bref }] : [];
	});
	return [...new Map(regles.map((r) => [r.version, r])).values()];
}

/** The answer for the versions of `cibles`, and the time limits that are over. */
function Reponse(props: { cibles: readonly ParcoursVers[]; parcours: readonly ParcoursVers[] } & Contexte) {
	const { cibles, parcours, ...contexte } = props;
	const { dossiers, noms } = contexte;
	const depasses = delaisDepasses(parcours, contexte);
	const muettes = cibles.filter((p) => !compteQuelqueChose(p)).flatMap(({ cible }) => dossiers.get(cible) ?? []);
	const parlantes = cibles.filter(compteQuelqueChose);
	return (
		<>
			{cibles.length === 0 && (
				<p class="reponse">
					<strong>Nos sources ne donnent aucun titre en vigueur dans cette lignée.</strong>
				</p>
			)}
			{muettes.length > 0 && (
				<p class="reponse">
					<strong>
						Rien dans nos sources ne dit que ce que vous détenez compte pour{' '}
						{separes(muettes, ' ou ', (version) => (
							<AvecEtat version={version} forme="le" jour={contexte.aujourdhui} />
						))}
						. Demandez-le avant de vous inscrire.
					</strong>
				</p>
			)}
			{parlantes.map((p) => {
				const version = dossiers.get(p.cible) as Dossier;
				return (
					<p class="reponse">
						<strong>
							{avoir(p.acquis)} {p.acquis.length || 'aucun'} CCP sur {p.acquis.length + p.aObtenir.length}{' '}
							<AvecEtat version={version} forme="du" jour={contexte.aujourdhui} />
							{p.acquis.length === 0 ? (
								<Texte texte=" ; un CCS s’ajoute au titre et n’en fait pas partie" />
							) : (
								delaisDepasses([p], contexte).length === 0 && <Texte texte={` ; ${direSonDelai(p, contexte)}`} />
							)}
							.
						</strong>
					</p>
				);
			})}
			{depasses.map(({ version, bref }) => (
				<p class="reponse-delai">
					<strong>
						<Texte texte={majuscule(bref)} />
					</strong>{' '}
					(règle {avecArticle('du', noms.version(version))}).
				</p>
			))}
		</>
	);
}

/** Subject and verb: held blocs (« vous avez ») are told apart from blocs that a text deems obtained (« réputé »). */
function avoir(acquis: readonly Acquis[]): string {
	if (!acquis.length) return 'Vous n’avez';
	const [tenu, repute] = (['detenu', 'repute'] as const).map((v) => acquis.some(({ voie }) => voie === v));
	if (!repute) return 'Vous avez';
	return tenu ? 'Vous avez, ou êtes réputé avoir,' : 'Vous êtes réputé avoir';
}

/** « le TSSI 2013, qui n’est plus en vigueur »: an answer never names a version without its state. */
function AvecEtat({ version, forme, jour }: { version: Dossier; forme: 'le' | 'du'; jour: string }) {
	return (
		<>
			{article(forme, nomVersion(version))}
			<LienVersion version={version} />, <Texte texte={etatEnClause(version, jour)} />
		</>
	);
}

/**
 * Time limit of the CCP that count for a version. If the limit of an earlier version is already over, that one is given
 * instead.
 */
function direSonDelai(p: ParcoursVers, contexte: Contexte): string {
	const [depasse] = delaisDepasses([p], contexte);
	if (depasse) return depasse.bref;
	return p.regle?.delai ? direDelai(p.regle.delai, contexte.noms, contexte.aujourdhui).bref : 'délai inconnu';
}

/** Steps to take: the official fiche to read, whom to ask and in which words, the other ways to the title. */
function QueFaire({ cibles, dossiers, noms, detentions, aujourdhui }: { cibles: readonly ParcoursVers[] } & Contexte) {
	// Only titles that can still be obtained are worth asking about: those in force or to come, and their successors.
	const ouvert = (d: Dossier) => d.etat.cle === 'a-venir' || estEnVigueur(d, aujourdhui);
	const visees = cibles
		.flatMap(({ cible }) => dossiers.get(cible) ?? [])
		.flatMap((d) => (ouvert(d) ? d : d.etat.enVigueur.flatMap((s) => dossiers.get(s.version) ?? []).filter(ouvert)));
	const fiches = visees.flatMap((version) =>
		version.codes
			.filter(({ type }) => type === 'RNCP')
			.map(({ valeur, source }) => ({ version, valeur, reserve: reserveEntiere(estDouteux(source, version.sources)) })),
	);
	// A CCP counts for its own title: there is nothing to ask.
	const anciens = detentions.filter(({ bloc }) => !visees.length || visees.some(({ id }) => versionDe(bloc) !== id));
	const demandees = visees.filter(({ id }) => detentions.some(({ bloc }) => versionDe(bloc) !== id));
	const pour = demandees.length
		? `, pour ${demandees.map(({ id }) => avecArticle('le', noms.version(id))).join(' ou ')}`
		: '';
	const complet = cibles.length > 0 && cibles.every((p) => p.complet);
	return (
		<section aria-labelledby="que-faire">
			<h3 id="que-faire">Que faire maintenant</h3>
			<ol class="a-faire">
				{fiches.length > 0 && (
					<li>
						Lisez la fiche officielle{' '}
						{separes(fiches, ', ', ({ version, valeur, reserve }) => (
							<>
								{avecArticle('du', noms.version(version.id))} : <a href={ficheRncp(valeur)}>{valeur}</a>
								{reserve}
							</>
						))}
						.
					</li>
				)}
				{anciens.length > 0 && (
					<li>
						<strong>Demandez-le par écrit</strong> au ministère du Travail (<RenvoiDemander />
						) : « Je détiens {noms.lesBlocs(anciens.map(({ bloc }) => bloc))}. <span class="insecable">Ai-je</span> une
						équivalence, partielle ou totale{pour}, au titre de l’arrêté du 22 décembre 2015 ? »
					</li>
				)}
				<li>
					{anciens.length === 0 && complet ? (
						<>
							Un jury attribue le titre : demandez au ministère du Travail s’il y a une session (<RenvoiDemander />
							).
						</>
					) : (
						<>
							{anciens.length ? 'Sans équivalence' : 'Pour ce qui reste à obtenir'} : une formation, ou la VAE, sur{' '}
							<a href="https://vae.gouv.fr/">France VAE</a>.
						</>
					)}
				</li>
			</ol>
			<p class="petit">
				<strong>Seule l’administration décide.</strong> Cette page applique les textes que nous avons trouvés ; elle ne
				promet rien.
			</p>
		</section>
	);
}

const RenvoiDemander = () => <a href="#demander">À qui demander, avec quoi</a>;

function Recapitulatif(contexte: Contexte) {
	const { detentions, dossiers, aujourdhui } = contexte;
	const regles = reglesOrigine(detentions, dossiers, aujourdhui);
	const parVersion = [...Map.groupBy(detentions, ({ bloc }) => versionDe(bloc))];
	return (
		<section aria-labelledby="recapitulatif">
			<h3 id="recapitulatif">Ce que vous avez indiqué</h3>
			{parVersion.map(([version, tenus]) => {
				const dossier = dossiers.get(version);
				if (!dossier) return null;
				return (
					<>
						<p>
							<LienTitre version={dossier} />. <Situation version={dossier} versions={dossiers} />
						</p>
						<ul>
							{tenus.map(({ bloc, obtenuLe }) => {
								const trouve = dossier.blocs.find(({ id }) => id === bloc);
								const reserve = obtenuLe && reserveDate(obtenuLe, dossier, aujourdhui);
								return (
									trouve && (
										<li>
											<LienBloc bloc={trouve} />
											{reserveDuBloc(trouve)}
											{obtenuLe && <Texte texte={`, obtenu ${quand(obtenuLe)}`} />}
											{reserve && <span class="petit"> (à vérifier : {reserve})</span>}
										</li>
									)
								);
							})}
						</ul>
						{regles
							.filter((r) => r.version === version)
							.map((regle) => (
								<Regle regle={regle} {...contexte} />
							))}
					</>
				);
			})}
			<p class="petit">
				Règles de durée appliquées au <Jour date={aujourdhui} />.
			</p>
		</section>
	);
}

/** Why the date of a certificate is impossible for this version; `undefined` if it is possible. */
function reserveDate(obtenuLe: string, { debut }: Dossier, aujourdhui: string): string | undefined {
	const { premier = obtenuLe, dernier = obtenuLe } = bornes(obtenuLe) ?? {};
	if (premier > aujourdhui) return 'cette date est à venir';
	if (debut && dernier < debut.valeur)
		return `cette date est d’avant le début de cette version, le ${enLettres(debut.valeur)}`;
	return undefined;
}

/** The state of a version, its sentences on one line. */
function Situation({ version, versions }: { version: Dossier; versions: Dossiers }) {
	return (
		<span class="petit">
			{separes(direEtat(version, versions, { bref: true }), ' ', (phrase) => (
				<Segments segments={phrase} />
			))}
		</span>
	);
}

/** True if the summary has already applied this rule to these blocs. */
const dejaDite = ({ version, blocs }: RegleAppliquee, detentions: readonly Detention[]): boolean =>
	blocs.every((bloc) => versionDe(bloc) === version) && blocs.length === comptees(detentions, version).length;

/** What the texts say for one version. @param visee true if the reader chose it as a target */
function Vise(props: { p: ParcoursVers; visee?: boolean } & Contexte) {
	const { p, visee = false, ...contexte } = props;
	const { dossiers, detentions, noms } = contexte;
	const cible = dossiers.get(p.cible) as Dossier;
	const id = `vise-${p.cible}`;
	const renvoi = (idBloc: string) => {
		const bloc = cible.blocs.find((b) => b.id === idBloc);
		return (
			bloc && (
				<>
					<LienBloc bloc={bloc} />
					{reserveDuBloc(bloc)}
				</>
			)
		);
	};
	const [depasse] = delaisDepasses([p], contexte);
	const lies = p.acquis.filter(({ voie }) => voie === 'repute');
	const tenus = p.acquis.filter(({ voie }) => voie === 'detenu');
	return (
		<article class="vise" aria-labelledby={id}>
			<h3 id={id}>
				{visee && 'Titre visé : '}
				<LienVersion version={cible} />
			</h3>
			<p class="petit">
				{motsDuTitre(cible) && `${motsDuTitre(cible)}. `}
				<Situation version={cible} versions={dossiers} />
			</p>
			{!estEnVigueur(cible, contexte.aujourdhui) && (
				<p>
					<strong>
						{cible.etat.cle === 'inconnu'
							? 'Nous ne savons pas si ce titre est en vigueur.'
							: `Ce titre ${etatEnClause(cible, contexte.aujourdhui).replace(/^qui /u, '')}.`}
					</strong>{' '}
					Ce qui suit dit ce que valent vos CCP d’après les textes, non qu’une session existe.
				</p>
			)}
			{p.regle && !dejaDite(p.regle, detentions) && <Regle regle={p.regle} {...contexte} />}
			<div class="issue">
				<h4>
					Acquis ({p.acquis.length})
					{p.acquis.length > 0 && (
						<span class={depasse ? 'sous-delai depasse' : 'sous-delai'}>
							<Texte texte={`, ${direSonDelai(p, contexte)}, titre ${etatEnClause(cible, contexte.aujourdhui)}`} />
						</span>
					)}
				</h4>
				{tenus.length > 0 && (
					<>
						<p>Vous le détenez déjà :</p>
						<Liste elements={tenus.map((a) => renvoi(a.bloc))} />
					</>
				)}
				{lies.length > 0 && (
					<>
						<p>{depasse ? null : <Statut valeur="officielle" />} Réputé obtenu par correspondance officielle :</p>
						<ul class="acquis">
							{lies.map((a) => (
								<li>
									{renvoi(a.bloc)}
									<Chaine acquis={a} noms={noms} />
								</li>
							))}
						</ul>
					</>
				)}
				{p.acquis.length === 0 && <p>Aucun.</p>}
			</div>
			<div class="issue">
				<h4>Reste à obtenir{!sansCcp(p) && ` (${p.aObtenir.length})`}</h4>
				{p.aObtenir.length ? (
					<Liste elements={p.aObtenir.map(renvoi)} />
				) : sansCcp(p) ? (
					<p>Nos sources n’ont pas ses CCP.</p>
				) : (
					<p>Aucun CCP. Détenir tous les CCP n’est pas encore détenir le titre : un jury l’attribue.</p>
				)}
			</div>
			<SansSuite p={p} noms={noms} />
			{p.complementaires.length > 0 && (
				<div>
					<h4>CCS, en plus du titre</h4>
					<ul>
						{p.complementaires.map(({ bloc, acquis }) => (
							<li>
								{renvoi(bloc)}
								{!acquis
									? ' : il s’ajoute au titre et n’en fait pas partie.'
									: acquis.voie === 'detenu'
										? ' : vous le détenez.'
										: ' : réputé obtenu.'}
								{acquis?.voie === 'repute' && <Chaine acquis={acquis} noms={noms} />}
							</li>
						))}
					</ul>
				</div>
			)}
		</article>
	);
}

/** The articles that lead from a held bloc to an acquired one, one per line. */
function Chaine({ acquis, noms }: { acquis: Acquis; noms: Noms }) {
	return (
		<ol class="chaine">
			{chaine(acquis).map(({ de, vers, source }) => (
				<li>
					{noms.blocs(de)} : réputé avoir obtenu {noms.lesBlocs(vers)}.{' '}
					<span class="petit">
						<Texte texte={source} />
					</span>
				</li>
			))}
		</ol>
	);
}

/** Blocs for which a text says « Néant », then apart those that no text mentions: the two must not be confused. */
function SansSuite({ p, noms }: { p: ParcoursVers; noms: Noms }) {
	const neants = p.arrets.filter(({ cle }) => cle === 'neant').map((arret) => <Texte texte={direArret(arret, noms)} />);
	const doutes = [
		...p.arrets.filter(({ cle }) => cle !== 'neant').map((arret) => direArret(arret, noms)),
		...p.sansTexte.map(
			({ version, blocs, relation }) => `${noms.blocs(blocs)} : ${direRelation(relation, version, p.cible, noms)}`,
		),
	];
	return (
		<>
			{neants.length > 0 && (
				<div class="issue">
					<h4>Sans correspondance, d’après le texte</h4>
					<Liste elements={neants} />
				</div>
			)}
			{doutes.length > 0 && (
				<div class="issue">
					<h4>Sans réponse dans nos sources</h4>
					<Liste elements={doutes} />
					<p>
						<RenvoiDemander />.
					</p>
				</div>
			)}
		</>
	);
}

/** The rule on how long a CCP counts, with its official sentence and its result on this day. */
function Regle({ regle: { version, delai }, noms, aujourdhui }: { regle: RegleAppliquee } & Contexte) {
	if (!delai)
		return (
			<p class="regle-duree">
				Combien de temps un CCP {avecArticle('du', noms.version(version))} compte : nos sources n’ont pas sa règle.
			</p>
		);
	const { constat, depasse, phrases } = direDelai(delai, noms, aujourdhui);
	return (
		<div class={`regle-duree${depasse ? ' depasse' : ''}`}>
			<p>
				{depasse && <strong>Délai dépassé. </strong>}
				Combien de temps un CCP compte,{' '}
				<a href={`${lien(adresse.titre(version))}#regle-validiteCcp`}>
					règle {avecArticle('du', noms.version(version))}
				</a>
				<Texte texte={` : ${constat}`} />
			</p>
			{phrases.map((phrase) => (
				<blockquote>
					<p>{phrase}</p>
				</blockquote>
			))}
		</div>
	);
}

/** Titles that no text settles, grouped so that they do not hide those that are settled. */
function NonTranches({ muets, dossiers, noms, aujourdhui }: { muets: readonly ParcoursVers[] } & Contexte) {
	return (
		<section aria-labelledby="non-tranches" class="vise">
			<h3 id="non-tranches">
				{muets.length > 1
					? `${muets.length} titres pour lesquels aucun texte de nos sources ne tranche`
					: 'Aucun texte de nos sources ne tranche'}
			</h3>
			<p>
				Pour ce qui suit, nous n’avons trouvé aucun texte officiel qui dise ce que valent vos CCP : ni oui, ni non.{' '}
				<RenvoiDemander />.
			</p>
			<ul class="muets">
				{muets.map((p) => {
					const cible = dossiers.get(p.cible) as Dossier;
					const relations = new Set([
						...p.sansTexte.map(({ version, relation }) => direRelation(relation, version, p.cible, noms)),
						...p.arrets.map((arret) => direArret(arret, noms)),
					]);
					return (
						<li>
							<strong>
								<LienVersion version={cible} />
							</strong>
							, <Texte texte={etatEnClause(cible, aujourdhui)} />. {[...relations].join(' ')}
							{p.nonTranches.length
								? ` Ses ${compte(p.nonTranches.length, 'CCP', 'CCP')} : rien n’est tranché.`
								: ' Nos sources n’ont pas ses CCP.'}
						</li>
					);
				})}
			</ul>
		</section>
	);
}

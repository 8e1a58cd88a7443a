import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import { enLettres } from '../domaine/date.ts';
import { versionDe } from '../domaine/etat-url/identifiant.ts';
import type { Dossier } from '../domaine/outils/dossier.ts';
import { type Acquis, chaine } from '../domaine/parcours/deduction.ts';
import { comptees } from '../domaine/parcours/delai.ts';
import type { Detention } from '../domaine/parcours/detention.ts';
import { type Parcours as ParcoursVers, type RegleAppliquee, reglesOrigine } from '../domaine/parcours/parcours.ts';
import { direArret, direDelai, direRelation, type Noms, nomsDe } from '../domaine/parcours/redaction.ts';
import type { Dossiers } from '../domaine/parcours/relation.ts';
import { direStatut } from '../domaine/statut.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { Segments } from './etat.tsx';
import { Statut } from './etiquettes.tsx';
import { LienBloc, LienVersion } from './liens.tsx';
import { Jour, separes } from './texte.tsx';

/** What every part of the result is drawn from. */
interface Contexte {
	detentions: readonly Detention[];
	dossiers: Dossiers;
	noms: Noms;
	aujourdhui: string;
}

/** The whole result: what was ticked, the reserve, each title of which texts speak, then the others. */
export function Parcours({ parcours, ...reste }: { parcours: readonly ParcoursVers[] } & Omit<Contexte, 'noms'>) {
	const contexte = { ...reste, noms: nomsDe(reste.dossiers) };
	const muets = parcours.filter((p) => !p.tranche);
	return (
		<>
			<h2 id="resultat">Ce que disent les textes</h2>
			<Reponse parcours={parcours} dossiers={reste.dossiers} />
			<p class="avis">
				<strong>Seule l’administration décide.</strong> Cette page applique les textes que nous avons trouvés ; elle ne
				promet rien. <RenvoiDemander />.
			</p>
			<Recapitulatif {...contexte} />
			{parcours
				.filter((p) => p.tranche)
				.map((p) => (
					<Vise p={p} {...contexte} />
				))}
			{muets.length > 0 && <NonTranches muets={muets} {...contexte} />}
		</>
	);
}

/** The answer first, where it is that no text says anything of the titles in force. */
function Reponse({ parcours, dossiers }: { parcours: readonly ParcoursVers[]; dossiers: Dossiers }) {
	const enVigueur = parcours.filter(({ cible }) => dossiers.get(cible)?.etat.cle === 'en-vigueur');
	if (
		!enVigueur.length ||
		enVigueur.some(({ acquis, complementaires }) => acquis.length || complementaires.some((c) => c.acquis))
	)
		return null;
	const visees = enVigueur.flatMap(({ cible }) => dossiers.get(cible) ?? []);
	const { etatAu } = (visees[0] as Dossier).etat;
	return (
		<p class="chapeau reponse">
			<strong>
				Rien dans nos sources ne dit que ce que vous détenez compte pour{' '}
				{separes(visees, ' ou ', (version) => (
					<>
						le <LienVersion version={version} />
					</>
				))}
				{etatAu && (
					<>
						, en vigueur au <Jour date={etatAu} />
						{visees.some(({ etat }) => etat.aVerifier) && ' d’après une source secondaire, à vérifier'}
					</>
				)}
				. Demandez-le avant de vous inscrire.
			</strong>{' '}
			<RenvoiDemander />.
		</p>
	);
}

function RenvoiDemander() {
	return <a href="#demander">À qui demander, avec quoi</a>;
}

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
							<LienVersion version={dossier} />, {dossier.usuel}. <Situation version={dossier} versions={dossiers} />
						</p>
						<ul>
							{tenus.map(({ bloc, obtenuLe }) => {
								const trouve = dossier.blocs.find(({ id }) => id === bloc);
								const reserve = obtenuLe && reserveDate(obtenuLe, dossier, aujourdhui);
								return (
									trouve && (
										<li>
											<LienBloc bloc={trouve} />
											{obtenuLe && `, obtenu le ${enLettres(obtenuLe)}`}
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
			<p class="petit">Règles de durée appliquées au {enLettres(aujourdhui)}.</p>
		</section>
	);
}

/** A date that a certificate of this version cannot bear deserves a second look. */
function reserveDate(obtenuLe: string, { debut }: Dossier, aujourdhui: string): string | undefined {
	if (obtenuLe > aujourdhui) return 'cette date est à venir';
	if (debut && obtenuLe < debut.valeur)
		return `cette date est d’avant le début de cette version, le ${enLettres(debut.valeur)}`;
	return undefined;
}

/** Where a version stands, in its sentences one after another. */
function Situation({ version, versions }: { version: Dossier; versions: Dossiers }) {
	return (
		<span class="petit">
			{separes(direStatut(version, versions, { bref: true }), ' ', (phrase) => (
				<Segments segments={phrase} />
			))}
		</span>
	);
}

/** Whether the summary has applied this very rule to these very blocs. */
const dejaDite = ({ version, blocs }: RegleAppliquee, detentions: readonly Detention[]): boolean =>
	blocs.every((bloc) => versionDe(bloc) === version) && blocs.length === comptees(detentions, version).length;

function Vise({ p, ...contexte }: { p: ParcoursVers } & Contexte) {
	const { dossiers, detentions, noms } = contexte;
	const cible = dossiers.get(p.cible) as Dossier;
	const id = `vise-${p.cible}`;
	const renvoi = (idBloc: string) => {
		const bloc = cible.blocs.find((b) => b.id === idBloc);
		return bloc && <LienBloc bloc={bloc} />;
	};
	const lies = p.acquis.filter(({ voie }) => voie === 'repute');
	const tenus = p.acquis.filter(({ voie }) => voie === 'detenu');
	return (
		<article class="vise" aria-labelledby={id}>
			<h3 id={id}>
				Titre visé : <LienVersion version={cible} />
			</h3>
			<p class="petit">
				{cible.usuel}. <Situation version={cible} versions={dossiers} />
			</p>
			{cible.etat.cle !== 'en-vigueur' && (
				<p>
					<strong>
						{cible.etat.cle === 'inconnu'
							? 'Nous ne savons pas si ce titre est en vigueur.'
							: 'Ce titre n’est plus en vigueur.'}
					</strong>{' '}
					Ce qui suit dit ce que valent vos CCP d’après les textes, non qu’une session existe.
				</p>
			)}
			{p.regle && !dejaDite(p.regle, detentions) && <Regle regle={p.regle} {...contexte} />}
			<div class="issue">
				<h4>Acquis ({p.acquis.length})</h4>
				{tenus.length > 0 && (
					<>
						<p>Vous le détenez déjà :</p>
						<ul>
							{tenus.map((a) => (
								<li>{renvoi(a.bloc)}</li>
							))}
						</ul>
					</>
				)}
				{lies.length > 0 && (
					<>
						<p>
							<Statut valeur="officielle" /> Réputé obtenu par correspondance officielle :
						</p>
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
				<h4>Reste à obtenir ({p.aObtenir.length})</h4>
				{p.aObtenir.length ? (
					<ul>
						{p.aObtenir.map((b) => (
							<li>{renvoi(b)}</li>
						))}
					</ul>
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

/** The articles that lead to a bloc, one a line, each read from the held bloc on. */
function Chaine({ acquis, noms }: { acquis: Acquis; noms: Noms }) {
	return (
		<ol class="chaine">
			{chaine(acquis).map(({ de, vers, source }) => (
				<li>
					{noms.blocs(de)} : réputé avoir obtenu {noms.blocs(vers)}. <span class="petit">{source}</span>
				</li>
			))}
		</ol>
	);
}

/** Where a text says « Néant », then where none says anything: two outcomes that must not be read as one. */
function SansSuite({ p, noms }: { p: ParcoursVers; noms: Noms }) {
	const neants = p.arrets.filter(({ cle }) => cle === 'neant').map((arret) => direArret(arret, noms));
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
					<Phrases phrases={neants} />
				</div>
			)}
			{doutes.length > 0 && (
				<div class="issue">
					<h4>Qu’aucun texte de nos sources ne tranche</h4>
					<Phrases phrases={doutes} />
					<p>
						<RenvoiDemander />.
					</p>
				</div>
			)}
		</>
	);
}

function Phrases({ phrases }: { phrases: readonly string[] }) {
	return (
		<ul>
			{phrases.map((phrase) => (
				<li>{phrase}</li>
			))}
		</ul>
	);
}

/** The rule on how long a CCP counts, with its sentence, the date that it was applied to and the day. */
function Regle({ regle: { version, delai }, noms, aujourdhui }: { regle: RegleAppliquee } & Contexte) {
	if (!delai)
		return (
			<p class="regle-duree">
				Combien de temps un CCP du {noms.version(version)} compte : nos sources n’ont pas sa règle.
			</p>
		);
	const { constat, depasse, phrases } = direDelai(delai, noms, aujourdhui);
	return (
		<div class={`regle-duree${depasse ? ' depasse' : ''}`}>
			<p>
				{depasse && <strong>Délai dépassé. </strong>}
				Combien de temps un CCP compte,{' '}
				<a href={`${lien(adresse.titre(version))}#regle-validiteCcp`}>règle du {noms.version(version)}</a> : {constat}
			</p>
			{phrases.map((phrase) => (
				<blockquote>
					<p>{phrase}</p>
				</blockquote>
			))}
		</div>
	);
}

/** Titles of which no text speaks: named together, so that they do not hide what is settled. */
function NonTranches({ muets, dossiers, noms }: { muets: readonly ParcoursVers[] } & Contexte) {
	return (
		<section aria-labelledby="non-tranches" class="vise">
			<h3 id="non-tranches">
				{muets.length > 1
					? `${muets.length} titres qu’aucun texte de nos sources ne tranche`
					: 'Aucun texte de nos sources ne tranche'}
			</h3>
			<p>
				Pour ce qui suit, nous n’avons trouvé aucun texte officiel qui dise ce que valent vos CCP : ni oui, ni non.{' '}
				<RenvoiDemander />.
			</p>
			<ul class="muets">
				{muets.map((p) => {
					const cible = dossiers.get(p.cible) as Dossier;
					const relations = new Set(
						p.sansTexte.map(({ version, relation }) => direRelation(relation, version, p.cible, noms)),
					);
					return (
						<li>
							<strong>
								<LienVersion version={cible} />
							</strong>
							. <Situation version={cible} versions={dossiers} /> {[...relations].join(' ')}
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

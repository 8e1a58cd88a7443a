import { lien } from '../adresse.ts';
import { compter, type Groupe, type NoticeLue, type Reponse } from '../domaine/recherche/chercher.ts';
import { extrait, marquer, type Passage } from '../domaine/recherche/extrait.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { separes, Texte } from './elements.tsx';

/** Search results, by kind. */
export function Resultats({ groupes, suivre }: { groupes: readonly Groupe[]; suivre: (groupe: Groupe) => void }) {
	return (
		<>
			{groupes.map((groupe) => (
				<section key={groupe.genre}>
					<h2>{groupe.genre}</h2>
					<ol class="resultats">
						{groupe.notices.map((notice) => (
							<Resultat key={notice.url} notice={notice} genre={groupe.genre} mots={groupe.mots} />
						))}
					</ol>
					{groupe.reste.length > 0 && (
						<button type="button" onClick={() => suivre(groupe)}>
							{groupe.panne ? 'La suite n’a pas pu être lue\u00a0; réessayer' : 'Voir la suite'}
							<span class="lecteur">{` des résultats du genre ${groupe.genre}`}</span>
						</button>
					)}
				</section>
			))}
		</>
	);
}

/** Kinds whose labels are the words of a document. */
const OFFICIELS: readonly Groupe['genre'][] = ['Blocs', 'Compétences'];

function Resultat({ notice, genre, mots }: { notice: NoticeLue; genre: Groupe['genre']; mots: readonly string[] }) {
	// « TSSR 2018, … »: the name before the comma is ours, the title after it is the words of the document.
	const nom = genre === 'Titres' ? (notice.libelle.match(/^[^,]*,\s*/)?.[0] ?? '') : '';
	const situation = [notice.situation, notice.etat].filter(Boolean).join(' · ');
	return (
		<li>
			<a href={notice.url}>
				<Marque passages={marquer(nom, mots)} />
				<span class={nom || OFFICIELS.includes(genre) ? 'libelle' : undefined}>
					<Marque passages={marquer(notice.libelle.slice(nom.length), mots)} />
				</span>
			</a>{' '}
			{situation && (
				<span class="petit ligne">
					<Texte texte={situation} />
				</span>
			)}
			{notice.texte && (
				<p class="extrait">
					<Marque passages={extrait(notice.texte, mots)} />
				</p>
			)}
		</li>
	);
}

const Marque = ({ passages }: { passages: readonly Passage[] }) => (
	<>{passages.map(({ texte, marque }) => (marque ? <mark>{texte}</mark> : texte))}</>
);

/** Number of results, and all changes that were made to the query to find them. */
export function Annonce({ demande, reponse, filtree }: { demande: string; reponse: Reponse; filtree: boolean }) {
	const { groupes, absents, barres, autresBarres, corrections, equivalent, fiche } = reponse;
	const { nombre, environ } = compter(groupes);
	// The search may have replaced words of the query by synonyms of the lexicon.
	const repondue = equivalent?.demande ?? fiche?.fiche ?? demande;
	const sans = equivalent ? [] : [...absents, ...barres];
	return (
		<>
			{equivalent &&
				`Le lexique rapproche «\u00a0${equivalent.de}\u00a0» de «\u00a0${equivalent.vers}\u00a0»\u00a0: voici ce qui y répond. `}
			{fiche && `Le bloc ${fiche.bloc} n’est pas connu du catalogue\u00a0; sa fiche l’est. `}
			{barres.length > 0 && 'Rien n’a tous ces mots à la fois. '}
			{nombre > 0
				? `${environ ? 'Environ ' : ''}${compte(nombre, 'résultat')} pour «\u00a0${repondue}\u00a0»`
				: `Aucun résultat pour «\u00a0${demande}\u00a0»`}
			{nombre > 0 && sans.length > 0 && (
				<>
					{' sans '}
					{separes(sans, ', ', (mot) => (
						<s>{mot}</s>
					))}
				</>
			)}
			{nombre === 0 && filtree && ' avec ces filtres'}.
			{corrections.length > 0 && (
				<>
					{' Essayez '}
					{separes(corrections, ' ou ', ({ mot, demande: autre }) => (
						<LienRecherche demande={autre}>{`«\u00a0${mot}\u00a0»`}</LienRecherche>
					))}
					.
				</>
			)}
			{autresBarres.length > 0 && (
				<>
					{' Voyez aussi '}
					{separes(autresBarres, ' ou ', ({ barres: sansEux, demande: autre }) => (
						<LienRecherche demande={autre}>{`sans ${citer(sansEux)}`}</LienRecherche>
					))}
					.
				</>
			)}
			{nombre === 0 && (
				<>
					{' '}
					Voyez <a href={lien('/titres/')}>tous les titres</a>,{' '}
					<a href={lien('/competences/')}>toutes les compétences</a> ou <a href={lien('/glossaire/')}>le glossaire</a>.
				</>
			)}
		</>
	);
}

const citer = (mots: readonly string[]): string => mots.map((mot) => `«\u00a0${mot}\u00a0»`).join(' et ');

const LienRecherche = ({ demande, children }: { demande: string; children: string }) => (
	<a href={`${lien('/recherche/')}?q=${encodeURIComponent(demande)}`}>{children}</a>
);

import { adresse, lien } from '../adresse.ts';
import {
	blocDeLEpreuve,
	type CoteDeModalite,
	comparerEpreuves,
	direDuree,
	ecartDe,
	sommeDe,
} from '../domaine/epreuve.ts';
import { A_VERIFIER, estDouteux, reserveBreve, reserveEntiere } from '../domaine/fait.ts';
import { avecArticle, majuscule } from '../domaine/texte/phrase.ts';
import { nomBloc, nomDepuis, nomsDePaire, nomVersion, type Version } from '../domaine/version.ts';
import { compte } from '../domaine/vocabulaire.ts';
import type { Epreuve as EpreuveDite } from '../schemas/epreuve.ts';
import type { CleSource } from '../schemas/fait.ts';
import { Colonnes, Liste, separes, Texte } from './elements.tsx';
import { Verdict } from './etiquettes.tsx';

/** A duration, with « à vérifier » if only secondary sources give it. */
function Duree({ minutes, douteuse }: { minutes: number | undefined; douteuse: boolean }) {
	return (
		<>
			{direDuree(minutes)}
			{douteuse && minutes !== undefined && <em> {A_VERIFIER}</em>}
		</>
	);
}

function SourceCitee({ version, source, page }: { version: Version; source: CleSource; page?: number | undefined }) {
	return (
		<p class="petit">
			D’après{'\u00A0'}:{' '}
			{separes([source].flat(), ' et ', (cle) => {
				const { intitule, url } = version.sources[cle] ?? { intitule: cle, url: undefined };
				const dit = <Texte texte={intitule} />;
				return url ? <a href={url}>{dit}</a> : dit;
			})}
			{page !== undefined && `, page ${page}`}
			{estDouteux(source, version.sources) && <em>{reserveEntiere(true)}</em>}.
		</p>
	);
}

/** One exam as a table: its modalities, their durations, how many competences they assess, the pages of the source. */
export function Epreuve({ version, epreuve, titre }: { version: Version; epreuve: EpreuveDite; titre: string }) {
	const douteuse = estDouteux(epreuve.source, version.sources);
	const ecart = ecartDe(epreuve);
	const { total = sommeDe(epreuve.modalites), jury } = epreuve;
	// Columns that would be empty are left out.
	const nombres = epreuve.modalites.some((m) => m.competences !== undefined);
	const pages = epreuve.modalites.some((m) => m.page !== undefined);
	return (
		<>
			<table class="empilable epreuve">
				<caption>{titre}</caption>
				<Colonnes noms={['Modalité', 'Durée', nombres && 'Compétences évaluées', pages && 'Page']} />
				<tbody>
					{epreuve.modalites.map((m) => (
						<tr>
							<th scope="row">
								<span class="libelle">{m.nom}</span>
								{m.parties.length > 0 && (
									<span class="petit">
										{' '}
										(dont {m.parties.map((p) => `${p.nom.replace(/^dont\s+/, '')} ${direDuree(p.minutes)}`).join(', ')}
										{douteuse && <em>{reserveBreve(true)}</em>})
									</span>
								)}
							</th>
							<td data-titre="Durée">
								<Duree minutes={m.minutes} douteuse={douteuse} />
							</td>
							{nombres && <td data-titre="Compétences évaluées">{m.competences ?? 'non dit'}</td>}
							{pages && <td data-titre="Page">{m.page ?? 'non relevée'}</td>}
						</tr>
					))}
					<tr class="total">
						<th scope="row">{epreuve.total === undefined ? 'Durée totale, calculée' : 'Durée totale'}</th>
						<td data-titre="Durée">
							<Duree minutes={total} douteuse={douteuse} />
						</td>
						{(nombres || pages) && <td colSpan={Number(nombres) + Number(pages)} />}
					</tr>
				</tbody>
			</table>
			{epreuve.modalites.length === 0 && <p class="petit">Nos sources ne donnent de cette épreuve que sa durée.</p>}
			{ecart && (
				<p>
					Les durées des modalités font {direDuree(ecart.somme)}, le total imprimé est {direDuree(ecart.total)} : le
					document ne dit pas d’où vient l’écart.
				</p>
			)}
			{jury && (
				<p class="petit">
					<Texte texte={jury.qui ? `Devant ${jury.qui}` : 'Présence du jury'} /> : {direDuree(jury.minutes)}
					{jury.page !== undefined && ` (page ${jury.page})`}.
				</p>
			)}
			<SourceCitee version={version} source={epreuve.source} page={epreuve.page} />
		</>
	);
}

/** What is said of an exam that the catalogue does not have: the text, if it is held, may have one. */
const lacune = ({ profondeur }: Version): string =>
	profondeur === 'texte' ? 'n’est pas encore relevée' : 'est inconnue';

/** An exam that the catalogue does not have, and where it may be found. */
export const EpreuveInconnue = ({ version, de }: { version: Version; de: 'titre' | 'bloc' }) => (
	<p>
		L’épreuve de ce {de} {lacune(version)}
		{'\u00A0'}:{' '}
		{version.profondeur === 'texte' ? (
			<>
				voyez si le <a href={`${lien(adresse.titre(version.id))}#texte`}>texte officiel</a> en parle.
			</>
		) : (
			'aucune de nos sources ne la donne, ou personne ne l’a encore relevée.'
		)}
	</p>
);

/** Exams of a version: of the title first, then of its blocs. */
export function Epreuves({ version }: { version: Version }) {
	const { epreuves = [] } = version;
	if (epreuves.length === 0) return <EpreuveInconnue version={version} de="titre" />;
	return (
		<>
			{epreuves.map((epreuve) => {
				const ici = blocDeLEpreuve(epreuve, version.blocs);
				const titre = ici ? `${nomBloc(ici)}, ${ici.usuel}` : 'Session du titre';
				return <Epreuve version={version} epreuve={epreuve} titre={titre} />;
			})}
			{!epreuves.some((e) => e.pour !== 'titre') && (
				<p class="petit">Les épreuves de ses blocs ne sont pas relevées.</p>
			)}
		</>
	);
}

/** Compares the exams of two titles, modality by modality. What is unknown on one side is not a difference. */
export function EpreuvesComparees({ de, vers }: { de: Version; vers: Version }) {
	const noms = nomsDePaire(de, vers).map(majuscule);
	const [a, b] = [de, vers].map((v) => v.epreuves?.find((e) => e.pour === 'titre'));
	if (!a && !b)
		return (
			<p>
				L’épreuve {avecArticle('du', nomDepuis(de, vers))} et celle {avecArticle('du', nomDepuis(vers, de))} sont
				inconnues
				{'\u00A0'}: aucune de nos sources ne les donne, ou personne ne les a encore relevées.
			</p>
		);
	if (!a || !b) {
		const [inconnue, connue] = a ? [vers, de] : [de, vers];
		return (
			<p>
				L’épreuve {avecArticle('du', nomDepuis(inconnue, connue))} {lacune(inconnue)}
				{'\u00A0'}: rien ne se compare. Celle {avecArticle('du', nomDepuis(connue, inconnue))} est{' '}
				<a href={`${lien(adresse.titre(connue.id))}#epreuves`}>sur sa page</a>.
			</p>
		);
	}
	const douteuses = [estDouteux(a.source, de.sources), estDouteux(b.source, vers.sources)];
	const dire = (cote: CoteDeModalite, i: number) => {
		if (cote.etat === 'inconnue') return 'inconnu';
		if (cote.etat === 'absente') return <>pas dans cette épreuve{douteuses[i] && <em> {A_VERIFIER}</em>}</>;
		return <Duree minutes={cote.minutes} douteuse={douteuses[i] ?? false} />;
	};
	return (
		<>
			<table class="empilable epreuve">
				<caption>Session du titre</caption>
				<Colonnes noms={['Modalité', ...noms, 'Ce qui change']} />
				<tbody>
					{comparerEpreuves(a, b).map(({ nom, de: avant, vers: apres, change }) => {
						const muette = avant.etat === 'inconnue' && apres.etat === 'inconnue';
						return (
							<tr>
								<th scope="row">{nom}</th>
								<td data-titre={noms[0]}>{dire(avant, 0)}</td>
								<td data-titre={noms[1]}>{dire(apres, 1)}</td>
								<td>
									<Verdict change={change} inconnu={muette ? 'Inconnu' : 'Un seul côté connu'} />
								</td>
							</tr>
						);
					})}
				</tbody>
			</table>
			<SourceCitee version={de} source={a.source} page={a.page} />
			<SourceCitee version={vers} source={b.source} page={b.page} />
		</>
	);
}

/** What a REAC says of the evolution since the previous version: its words if they may be reproduced, else the page. */
export function Evolution({ version }: { version: Version }) {
	const { evolution } = version;
	if (!evolution) return null;
	const listes = [
		['Activités de l’ancien titre, selon ce REAC', evolution.anciennes],
		['Activités du nouveau', evolution.nouvelles],
	] as const;
	return (
		<>
			{evolution.texte.length > 0 ? (
				<blockquote>
					{evolution.texte.map((p) => (
						<p>{p}</p>
					))}
				</blockquote>
			) : (
				<p>
					Le REAC {avecArticle('du', nomVersion(version))} présente l’évolution du titre
					{evolution.page !== undefined && ` à sa page ${evolution.page}`} ; sa reproduction est interdite, et nous
					renvoyons au document.
				</p>
			)}
			{listes.map(
				([nom, labels]) =>
					labels.length > 0 && (
						<>
							<h3>{nom}</h3>
							<Liste elements={labels} officiel />
						</>
					),
			)}
			{evolution.anciennes.length > 0 && evolution.nouvelles.length > 0 && (
				<p class="petit">Deux listes, que le document ne met pas en regard : l’ordre n’y vaut pas correspondance.</p>
			)}
			<SourceCitee version={version} source={evolution.source} page={evolution.page} />
		</>
	);
}

const RUBRIQUES = {
	description: ['paragraphe de description', 'paragraphes de description'],
	contextes: ['paragraphe de contexte', 'paragraphes de contexte'],
	criteres: ['critère de performance', 'critères de performance'],
	savoirs: ['savoir ou savoir-faire', 'savoirs et savoir-faire'],
} as const;

/** What a REAC says of one competence: number and page of each kind of item, and the words that may be reproduced. */
export function FicheCompetence({ version, competence }: { version: Version; competence: string }) {
	const fiche = version.fiches?.find((f) => `${version.id}/${f.competence}` === competence);
	if (!fiche) return null;
	return (
		<section aria-labelledby="reac">
			<h2 id="reac">Sa fiche dans le REAC</h2>
			<ul>
				{fiche.rubriques.map(({ genre, nombre, page, texte }) => (
					<li>
						{compte(nombre, RUBRIQUES[genre][0], RUBRIQUES[genre][1])}, page {page}
						{texte.length > 0 && <Liste elements={texte} officiel />}
					</li>
				))}
			</ul>
			<SourceCitee version={version} source={fiche.source} page={fiche.page} />
		</section>
	);
}

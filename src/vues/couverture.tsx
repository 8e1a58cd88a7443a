import { adresse, lien } from '../adresse.ts';
import { ancreEntree } from '../domaine/comparaison/comparaison.ts';
import { etatCourt, etatEnClause } from '../domaine/etat.ts';
import { enDecimal } from '../domaine/nombre.ts';
import type { Dossier, EntreeRepertoire } from '../domaine/outils/dossier.ts';
import { profondeurEnBref } from '../domaine/profondeur.ts';
import { bilan, detail, direPart, NOMS_MANIERES } from '../domaine/situation/bilan.ts';
import {
	type Appui,
	type Comptes,
	type Couverte,
	type Couverture,
	estCouverte,
	MANIERES,
} from '../domaine/situation/couverture.ts';
import { avecArticle, enumerer, majuscule } from '../domaine/texte/phrase.ts';
import { typographier } from '../domaine/texte/typographie.ts';
import { type Bloc, type Competence, motsDuTitre, nomBloc, nomVersion } from '../domaine/version.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { Colonnes, LienBloc, LienCompetence, LienVersion, Texte } from './elements.tsx';

/** Number of titles in force that the answer names, nearest first; the list below has them all. */
const REPONSES = 3;

/** Lookups for each measured title: a competence by id, and whether the comparison of two versions has a page. */
interface Contexte {
	situer: (id: string) => { competence: Competence; bloc: Bloc; dossier: Dossier } | undefined;
	aUnePage: (de: string, vers: string) => boolean;
}

/** Every measured title, nearest first, and those that cannot be measured (`nonMesures`). */
export function Couvertures(
	props: Pick<Contexte, 'aUnePage'> & {
		couvertures: readonly Couverture[];
		dossiers: ReadonlyMap<string, Dossier>;
		nonMesures: readonly EntreeRepertoire[];
		/** Day of the reader, `AAAA-MM-JJ`. */
		aujourdhui: string;
	},
) {
	const { couvertures, dossiers, nonMesures, aujourdhui, aUnePage } = props;
	const situees = new Map(
		[...dossiers.values()].flatMap((dossier) =>
			dossier.blocs.flatMap((bloc) => bloc.competences.map((c) => [c.id, { competence: c, bloc, dossier }] as const)),
		),
	);
	const situer: Contexte['situer'] = (id) => situees.get(id);
	const mesures = couvertures.flatMap((couverture) => {
		const dossier = dossiers.get(couverture.version);
		return dossier ? [{ couverture, dossier }] : [];
	});
	const enVigueur = mesures.filter(({ dossier }) => dossier.etat.cle === 'en-vigueur');
	const autres = mesures.filter((mesure) => !enVigueur.includes(mesure));
	const lister = (liste: typeof mesures) => (
		<ol class="proches">
			{liste.map((mesure) => (
				<li class="proche">
					<Mesure {...mesure} situer={situer} aUnePage={aUnePage} />
				</li>
			))}
		</ol>
	);
	return (
		<>
			<h2 id="resultat" tabIndex={-1}>
				À quelle distance est chaque titre
			</h2>
			{enVigueur.slice(0, REPONSES).map(({ couverture: { ccp }, dossier }) => (
				<p class="reponse">
					<strong>
						<Texte
							texte={direPart(ccp, `${avecArticle('du', nomVersion(dossier))}, ${etatEnClause(dossier, aujourdhui)}`)}
						/>
					</strong>
				</p>
			))}
			<p>
				<strong>À titre indicatif.</strong> Aucun texte officiel ne met en correspondance les compétences : une
				compétence couverte ici n’est pas une compétence reconnue. Pour un CCP que vous détenez, voyez{' '}
				<a href={lien('/mes-ccp/')}>Mes CCP</a>.
			</p>
			<details>
				<summary>Ce qui compte, et dans quel ordre</summary>
				<p class="petit">
					Les titres en vigueur d’abord, puis du plus proche au plus lointain. Compte ce que vous pratiquez dans les CCP
					d’un titre, directement ou par un rapprochement relu ou proposé. Ne comptent pas ce qui n’est couvert qu’en
					partie, ce qui est seulement apparenté et ce qui reste à vérifier.
				</p>
			</details>
			{nonMesures.map((v) => (
				<p>
					<LienVersion version={v} />, <Texte texte={etatCourt(v.etat)} />, ne peut pas être mesuré :{' '}
					{v.competences ? 'une partie de ses compétences est inconnue' : 'ses compétences sont inconnues'} de nos
					sources.
				</p>
			))}
			{mesures.length > 1 && (
				<p class="imprime petit">
					Les compétences ne sont imprimées une à une que pour trois titres au plus, en vigueur s’il y en a ; toutes se
					lisent à l’adresse de ce résultat.
				</p>
			)}
			{lister(enVigueur.length ? enVigueur : autres)}
			{enVigueur.length > 0 && autres.length > 0 && (
				<details class="autres-titres">
					<summary>
						{autres.length > 1 ? `Les ${autres.length} autres titres` : 'L’autre titre'}, qu’aucune de nos sources ne
						dit en vigueur
					</summary>
					{lister(autres)}
				</details>
			)}
		</>
	);
}

function Mesure({ couverture, dossier, ...contexte }: Contexte & { couverture: Couverture; dossier: Dossier }) {
	const id = `proche-${couverture.version}`;
	const complementaires = new Set(dossier.blocs.filter(({ type }) => type === 'ccs').map(({ id: bloc }) => bloc));
	const deType = (ccs: boolean) =>
		couverture.blocs.filter(({ bloc }) => complementaires.has(bloc) === ccs).flatMap(({ competences }) => competences);
	const toutes = deType(false);
	const listes = [
		{ titre: 'Ce qui est couvert', couvertes: toutes.filter(estCouverte) },
		{
			titre: 'Ce qui est à discuter',
			couvertes: toutes.filter((c) => !estCouverte(c) && c.maniere !== 'manque'),
		},
		{ titre: 'Ce qui manque', couvertes: toutes.filter(({ maniere }) => maniere === 'manque') },
		{ titre: 'En plus du titre, dans un CCS', couvertes: deType(true) },
	];
	const sansTexte = dossier.profondeur === 'texte' ? [] : profondeurEnBref(dossier);
	return (
		<article aria-labelledby={id}>
			<h3 id={id}>
				<LienVersion version={dossier} />
				{'\u00A0'}: {bilan(couverture.ccp)}
			</h3>
			<Jauge comptes={couverture.ccp} />
			<p>
				{majuscule(detail(couverture.ccp))}.{' '}
				<span class="petit ligne">
					<Texte
						texte={`${majuscule([motsDuTitre(dossier) ?? [], etatCourt(dossier.etat), sansTexte].flat().join(', '))}.`}
					/>
				</span>
			</p>
			<table class="empilable">
				<Colonnes noms={['Bloc', 'Couvertes', 'Détail']} />
				<tbody>
					{couverture.blocs.map(({ bloc, comptes }) => {
						const trouve = dossier.blocs.find((b) => b.id === bloc);
						return (
							<tr>
								<th scope="row">
									{/* The span lets the link wrap in a stacked table. */}
									<span>{trouve ? <LienBloc bloc={trouve} /> : bloc}</span>
									{trouve?.type === 'ccs' && ' (en plus du titre)'}
								</th>
								<td data-titre="Couvertes">{bilan(comptes)}</td>
								<td data-titre="Détail">{detail(comptes).replace(/(?<=\d) /g, '\u00A0')}</td>
							</tr>
						);
					})}
				</tbody>
			</table>
			{listes.map(
				({ titre, couvertes }) =>
					couvertes.length > 0 && (
						<details>
							<summary>
								{titre} : {compte(couvertes.length, 'compétence')}
							</summary>
							<ul class="couvertes">
								{couvertes.map((couverte) => (
									<CompetenceCouverte couverte={couverte} {...contexte} />
								))}
							</ul>
						</details>
					),
			)}
		</article>
	);
}

/** The counts as a bar, hidden from screen readers, since the text beside it says the same. */
function Jauge({ comptes }: { comptes: Comptes }) {
	const pas = 100 / Math.max(1, comptes.total);
	let x = 0;
	return (
		<svg class="jauge" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
			{MANIERES.filter((m) => comptes[m] > 0).map((m) => {
				const debut = x;
				x += comptes[m] * pas;
				return <rect class={`maniere-${m}`} x={debut} y={0} width={comptes[m] * pas} height={4} />;
			})}
		</svg>
	);
}

function CompetenceCouverte(props: Contexte & { couverte: Couverte }) {
	const { couverte, ...contexte } = props;
	const { competence, maniere, appuis } = couverte;
	const situee = contexte.situer(competence);
	if (!situee) return null;
	return (
		<li>
			<span class={`maniere maniere-${maniere}`}>{NOMS_MANIERES[maniere].nom}</span>{' '}
			<LienCompetence competence={situee.competence} /> <span class="petit">({nomBloc(situee.bloc)})</span>
			{maniere !== 'directe' && appuis.map((appui) => <AppuiDit appui={appui} {...contexte} />)}
		</li>
	);
}

/** Why a competence is covered: the practised competences, the others that the correspondence needs, its reason. */
function AppuiDit({ appui: { pratiquees, autres, lecture, parente }, situer, aUnePage }: Contexte & { appui: Appui }) {
	const nommer = (id: string) => {
		const s = situer(id);
		return s ? `« ${s.competence.libelle} » (${typographier(`${nomVersion(s.dossier)}, ${nomBloc(s.bloc)}`)})` : id;
	};
	const dite = parente ?? lecture?.entree;
	return (
		<span class="petit ligne">
			Vous pratiquez {enumerer(pratiquees.map(nommer))}.
			{autres.length > 0 && ` Le rapprochement demande aussi ${enumerer(autres.map(nommer))}.`}
			{parente && ' Les deux sont apparentées\u00A0: l’une ne vaut pas l’autre, c’est à discuter avec un conseiller.'}
			{dite?.motif && ` ${typographier(dite.motif)}`}
			{typeof dite?.score === 'number' && ` Proximité des libellés : ${enDecimal(dite.score)} sur 1.`}
			{lecture && aUnePage(lecture.de, lecture.vers) && (
				<>
					{' '}
					<a href={`${lien(adresse.comparaison(lecture.de, lecture.vers))}#${ancreEntree(lecture.entree)}`}>
						Voir ce rapprochement
					</a>
				</>
			)}
		</span>
	);
}

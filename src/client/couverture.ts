import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import { ancreEntree } from '../domaine/comparaison/ancre.ts';
import { enumerer } from '../domaine/enumeration.ts';
import { enDecimal } from '../domaine/nombre.ts';
import type { Dossier } from '../domaine/outils/dossier.ts';
import type { EntreeRepertoire } from '../domaine/outils/repertoire.ts';
import { bilan, detail, NOMS_MANIERES } from '../domaine/situation/bilan.ts';
import { type Appui, type Comptes, type Couverte, type Couverture, MANIERES } from '../domaine/situation/couverture.ts';
import { typographier } from '../domaine/texte/typographie.ts';
import { type Bloc, type Competence, nomBloc, nomVersion } from '../domaine/version.ts';
import { compte, ETATS } from '../domaine/vocabulaire.ts';
import { creer, dessiner } from './element.ts';
import { renvoiBloc, renvoiCompetence, renvoiVersion } from './renvoi.ts';

type Dossiers = ReadonlyMap<string, Dossier>;
type AUnePage = (de: string, vers: string) => boolean;
type Situer = (id: string) => { competence: Competence; bloc: Bloc; dossier: Dossier } | undefined;

/** Every title measured, nearest first, and those in force that cannot be. */
export function elementsCouverture(
	couvertures: readonly Couverture[],
	dossiers: Dossiers,
	sansTexte: readonly EntreeRepertoire[],
	aUnePage: AUnePage,
): HTMLElement[] {
	const situees = new Map(
		[...dossiers.values()].flatMap((dossier) =>
			dossier.blocs.flatMap((bloc) => bloc.competences.map((c) => [c.id, { competence: c, bloc, dossier }] as const)),
		),
	);
	const situer: Situer = (id) => situees.get(id);
	return [
		creer('h2', { id: 'resultat' }, 'À quelle distance est chaque titre'),
		creer(
			'p',
			{ class: 'avis' },
			creer('strong', {}, 'Indicatif.'),
			' Aucun texte officiel ne met en correspondance les compétences : une compétence couverte ici n’est pas une compétence reconnue. ',
			creer('a', { href: lien('/mes-ccp/') }, 'Pour un CCP que vous détenez, voyez Mes CCP'),
			'.',
		),
		creer(
			'p',
			{ class: 'petit' },
			'Du plus proche au plus lointain, les titres en vigueur d’abord. Comptent les compétences des CCP que vous pratiquez, directement ou par un rapprochement relu ou proposé ; ce qui n’est couvert qu’en partie ou reste à vérifier ne compte pas.',
		),
		...sansTexte.map((v) =>
			creer(
				'p',
				{},
				renvoiVersion(v),
				`, en vigueur aujourd’hui${v.aVerifier ? ' d’après une source secondaire, à vérifier' : ''}, ne peut pas être mesuré : son texte n’est pas dans nos sources.`,
			),
		),
		creer(
			'ol',
			{ class: 'proches' },
			...couvertures.flatMap((c) => {
				const dossier = dossiers.get(c.version);
				return dossier ? [creer('li', { class: 'proche' }, article(c, dossier, situer, aUnePage))] : [];
			}),
		),
	];
}

function article(couverture: Couverture, dossier: Dossier, situer: Situer, aUnePage: AUnePage): HTMLElement {
	const id = `proche-${couverture.version}`;
	const toutes = couverture.blocs.flatMap(({ competences }) => competences);
	const acquises = toutes.filter(({ maniere }) => ['directe', 'relue', 'proposee'].includes(maniere));
	const restantes = toutes.filter((c) => !acquises.includes(c));
	return creer(
		'article',
		{ 'aria-labelledby': id },
		creer('h3', { id }, renvoiVersion(dossier), ` : ${bilan(couverture.ccp)}`),
		barre(couverture.ccp),
		creer(
			'p',
			{},
			`${detail(couverture.ccp)}. `,
			creer('span', { class: 'petit' }, `${dossier.usuel}, ${ETATS[dossier.etat.cle].toLowerCase()}.`),
		),
		creer(
			'table',
			{ class: 'empilable' },
			creer(
				'thead',
				{},
				creer('tr', {}, ...['Bloc', 'Couvertes', 'Détail'].map((t) => creer('th', { scope: 'col' }, t))),
			),
			creer(
				'tbody',
				{},
				...couverture.blocs.map(({ bloc, comptes }) => {
					const trouve = dossier.blocs.find((b) => b.id === bloc);
					return creer(
						'tr',
						{},
						creer(
							'th',
							{ scope: 'row' },
							// Not the link alone: in a stacked table it would stand on one line.
							creer('span', {}, trouve ? renvoiBloc(trouve) : bloc),
							trouve?.type === 'ccs' && ' (en plus du titre)',
						),
						creer('td', { 'data-titre': 'Couvertes' }, bilan(comptes)),
						creer('td', { 'data-titre': 'Détail' }, detail(comptes)),
					);
				}),
			),
		),
		liste('Ce qui est couvert', acquises, situer, aUnePage),
		liste('Ce qui manque', restantes, situer, aUnePage),
	);
}

/** The counts as a bar; the words beside it say the same. */
function barre(comptes: Comptes): SVGElement {
	let x = 0;
	const pas = 100 / Math.max(1, comptes.total);
	return dessiner(
		'svg',
		{ class: 'jauge', viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
		...MANIERES.filter((m) => comptes[m] > 0).map((m) => {
			const largeur = comptes[m] * pas;
			const rect = dessiner('rect', { class: `jauge-${m}`, x, y: 0, width: largeur, height: 4 });
			x += largeur;
			return rect;
		}),
	);
}

function liste(
	titre: string,
	couvertes: readonly Couverte[],
	situer: Situer,
	aUnePage: AUnePage,
): HTMLElement | undefined {
	if (!couvertes.length) return undefined;
	return creer(
		'details',
		{},
		creer('summary', {}, `${titre} : ${compte(couvertes.length, 'compétence')}`),
		creer(
			'ul',
			{ class: 'couvertes' },
			...couvertes.flatMap(({ competence, maniere, appuis }) => {
				const situee = situer(competence);
				if (!situee) return [];
				return [
					creer(
						'li',
						{},
						creer('span', { class: `maniere maniere-${maniere}` }, NOMS_MANIERES[maniere].nom),
						' ',
						renvoiCompetence(situee.competence),
						' ',
						creer('span', { class: 'petit' }, `(${nomBloc(situee.bloc)})`),
						...(maniere === 'directe' ? [] : appuis.map((appui) => elementAppui(appui, situer, aUnePage))),
					),
				];
			}),
		),
	);
}

/** What is practised that stands behind a competence, what else the reading joins, and why. */
function elementAppui({ pratiquees, autres, lecture }: Appui, situer: Situer, aUnePage: AUnePage): HTMLElement {
	const nommer = (id: string) => {
		const s = situer(id);
		return s ? `« ${s.competence.libelle} » (${nomVersion(s.dossier)}, ${nomBloc(s.bloc)})` : id;
	};
	const entree = lecture?.entree;
	return creer(
		'span',
		{ class: 'appui petit' },
		`Vous pratiquez ${enumerer(pratiquees.map(nommer))}.`,
		autres.length > 0 && ` Le rapprochement demande aussi ${enumerer(autres.map(nommer))}.`,
		entree?.motif && ` ${typographier(entree.motif)}`,
		typeof entree?.score === 'number' && ` Proximité des libellés : ${enDecimal(entree.score)} sur 1.`,
		lecture && aUnePage(lecture.de, lecture.vers) && ' ',
		lecture &&
			aUnePage(lecture.de, lecture.vers) &&
			creer(
				'a',
				{ href: `${lien(adresse.comparaison(lecture.de, lecture.vers))}#${ancreEntree(lecture.entree)}` },
				'Voir ce rapprochement',
			),
	);
}

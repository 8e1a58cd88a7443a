import type { Comparaison, Entree } from '../domaine/comparaison/comparaison.ts';
import { totaux } from '../domaine/comparaison/totaux.ts';
import type { Dossier } from '../domaine/outils/dossier.ts';
import type { Explication } from '../domaine/rapprochement/proposition.ts';
import { parId } from '../domaine/referentiel.ts';
import { nomVersion } from '../domaine/version.ts';
import { compte, NATURES, STATUTS } from '../domaine/vocabulaire.ts';
import type { Nature, Statut } from '../schemas/correspondance.ts';
import { bouton, creer } from './element.ts';
import { elementEntree } from './entree.ts';
import { etiquetteStatut } from './etiquette.ts';
import { figureFlux } from './flux.ts';
import { renvoiBloc } from './renvoi.ts';

/** Two versions and what is known between them, the older first. */
export interface Paire {
	de: Dossier;
	vers: Dossier;
	comparaison: Comparaison;
	/** Why a machine says what it says; the page of a comparison gives it, its data do not. */
	explications: ReadonlyMap<Entree, Explication>;
	/** True where no page exists and the comparison was made here. */
	automatique: boolean;
}

/** What texts say of the blocs of two versions, as the static pages show it. */
export const sectionBlocs = ({ de, vers, comparaison }: Paire): HTMLElement =>
	section('correspondance-blocs', 'Correspondance officielle des blocs', ...correspondanceBlocs(de, vers, comparaison));

/** What became of each competence between two held versions, as the static pages show it; `entreesDe` fills its list. */
export function sectionCompetences({ de, vers, comparaison, automatique }: Paire): HTMLElement {
	const noms = [nomVersion(de), nomVersion(vers)] as const;
	return section(
		'correspondance-competences',
		'Ce que devient chaque compétence',
		creer(
			'p',
			{},
			'Aucun texte officiel ne met en correspondance les compétences. Ce qui suit est une lecture, éditoriale ou automatique, et chaque ligne dit laquelle. Les natures se lisent toujours de la version ancienne vers la récente.',
		),
		automatique &&
			creer(
				'p',
				{ class: 'avis' },
				creer('strong', {}, 'Rapprochement automatique, fait à l’instant par votre navigateur. '),
				'Ces deux versions ne sont pas de la même lignée : personne n’a relu ce qui suit.',
			),
		enMots(de, vers, comparaison),
		figureFlux(de, vers, comparaison),
		filtres(comparaison),
		creer(
			'p',
			{ class: 'bandeau-versions', 'aria-hidden': 'true' },
			creer('b', {}, `${noms[0]} `, creer('span', {}, 'version ancienne')),
			' ',
			creer('b', {}, `${noms[1]} `, creer('span', {}, 'version récente')),
		),
		creer('ol', { class: 'entrees', 'data-entrees': true }),
	);
}

/** Each entry of a comparison, drawn when it is asked for. */
export function* entreesDe({ de, vers, comparaison, explications }: Paire): Iterable<HTMLElement> {
	const noms = [nomVersion(de), nomVersion(vers)] as const;
	const situees = new Map([...parId(de), ...parId(vers)]);
	for (const entree of comparaison.competences)
		yield elementEntree(entree, noms, (id) => situees.get(id), explications.get(entree));
}

const section = (id: string, titre: string, ...enfants: (Node | false | undefined)[]): HTMLElement =>
	creer(
		'section',
		{ 'aria-labelledby': id, class: id === 'correspondance-competences' ? 'comparaison' : undefined },
		creer('h2', { id }, titre),
		...enfants,
	);

function correspondanceBlocs(de: Dossier, vers: Dossier, { blocs }: Comparaison): HTMLElement[] {
	if (!blocs.length)
		return [
			creer(
				'p',
				{},
				'Aucun texte officiel trouvé dans nos sources ne met en correspondance les blocs de ces deux versions. Seule l’administration peut dire ce que vaut un CCP de l’une pour l’autre.',
			),
		];
	const parBloc = new Map([...de.blocs, ...vers.blocs].map((b) => [b.id, b]));
	const cellule = (ids: readonly string[], version: Dossier) =>
		creer(
			'td',
			{ 'data-titre': nomVersion(version) },
			...(ids.length
				? ids.flatMap((id) => {
						const bloc = parBloc.get(id);
						return bloc ? [creer('span', { class: 'ligne' }, renvoiBloc(bloc))] : [];
					})
				: ['« Néant » : aucun CCP ne lui correspond']),
		);
	return [
		creer(
			'p',
			{},
			etiquetteStatut('officielle'),
			` ${[...new Set(blocs.map((l) => l.source))].join(' ; ')}. Qui détient l’ancien bloc est réputé avoir obtenu le nouveau.`,
		),
		creer(
			'table',
			{ class: 'empilable' },
			creer('thead', {}, creer('tr', {}, ...[de, vers].map((v) => creer('th', { scope: 'col' }, nomVersion(v))))),
			creer('tbody', {}, ...blocs.map((l) => creer('tr', {}, cellule(l.de, de), cellule(l.vers, vers)))),
		),
	];
}

/** Totals in words, as `TotauxComparaison.astro` writes them. */
function enMots(de: Dossier, vers: Dossier, comparaison: Comparaison): HTMLElement {
	const t = totaux(comparaison);
	const affirmees = (Object.keys(NATURES) as Nature[])
		.filter((n) => t.parNature[n] > 0)
		.map((n) => `${t.parNature[n]} ${t.parNature[n] > 1 ? NATURES[n].pluriel : NATURES[n].nom.toLowerCase()}`);
	const accorder = (n: number, un: string, plusieurs: string) => ` ${n} ${n > 1 ? plusieurs : un}.`;
	return creer(
		'p',
		{ class: 'totaux' },
		`${nomVersion(de)} compte ${compte(t.competences.de, 'compétence')}, ${nomVersion(vers)} ${compte(t.competences.vers, 'compétence')}. `,
		`Entre les deux, ${compte(t.entrees, 'correspondance')}`,
		...(affirmees.length ? [' : ', creer('strong', {}, affirmees.join(', '))] : []),
		t.aVerifier > 0 && `${affirmees.length ? ', et' : ', dont'} ${t.aVerifier} à vérifier, sans nature affirmée`,
		'.',
		t.parStatut.relue > 0 && accorder(t.parStatut.relue, 'est relue par un éditeur', 'sont relues par un éditeur'),
		t.parStatut.proposee > 0 &&
			accorder(t.parStatut.proposee, 'est proposée automatiquement', 'sont proposées automatiquement'),
	);
}

/** The filters of `FiltresComparaison.astro`, to be wired by `filtrer` once on the page. */
function filtres({ competences }: Comparaison): HTMLElement {
	const groupe = <C extends string>(
		legende: string,
		nom: string,
		tous: Record<C, { nom: string }>,
		a: (c: C) => boolean,
	) =>
		creer(
			'fieldset',
			{},
			creer('legend', {}, legende),
			...(Object.keys(tous) as C[])
				.filter(a)
				.map((c) =>
					creer(
						'label',
						{},
						creer('input', { type: 'checkbox', name: nom, value: c, checked: true }),
						` ${tous[c].nom}`,
					),
				),
		);
	const pas = (texte: string, touche: string, n: number) => {
		const b = bouton(texte, () => undefined, { 'data-pas': n });
		b.append(' ', creer('kbd', {}, touche));
		return b;
	};
	return creer(
		'form',
		{ class: 'filtres', 'data-filtres': true },
		groupe<Nature>('Nature', 'nature', NATURES, (n) => competences.some((e) => e.nature === n)),
		groupe<Statut>('Statut', 'statut', STATUTS, (s) => competences.some((e) => e.statut === s)),
		creer(
			'p',
			{ class: 'actions' },
			pas('Changement précédent', 'p', -1),
			pas('Changement suivant', 'n', 1),
			creer('label', {}, creer('input', { type: 'checkbox', name: 'touches', checked: true }), ' Touches p et n'),
			creer('span', { role: 'status', 'data-compte': true }),
		),
	);
}

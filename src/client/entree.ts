import { ancreEntree } from '../domaine/comparaison/ancre.ts';
import type { Entree } from '../domaine/comparaison/comparaison.ts';
import type { Competence } from '../domaine/referentiel.ts';
import { difference } from '../domaine/texte/difference.ts';
import { type Bloc, nomBloc } from '../domaine/version.ts';
import { creer } from './element.ts';
import { etiquetteNature, etiquetteStatut } from './etiquette.ts';
import { renvoiCompetence } from './renvoi.ts';

/** A competence with its bloc, by id. */
export type Situer = (id: string) => { competence: Competence; bloc: Bloc } | undefined;

type Noms = readonly [de: string, vers: string];

/** One entry of a comparison, as `EntreeComparee.astro` writes it. */
export function elementEntree(entree: Entree, noms: Noms, situer: Situer): HTMLElement {
	const cotes = [entree.de, entree.vers].map((ids) => ids.flatMap((id) => situer(id) ?? []));
	const [de = [], vers = []] = cotes;
	const [ancienne, recente] = [de[0]?.competence.libelle ?? '', vers[0]?.competence.libelle ?? ''];
	const unAUn = de.length === 1 && vers.length === 1;
	const typographie = entree.nature === 'identique' && unAUn && ancienne !== recente;
	return creer(
		'li',
		{
			class: 'entree',
			id: ancreEntree(entree),
			'data-nature': entree.nature ?? 'a-verifier',
			'data-statut': entree.statut,
			'data-deplacee': entree.deplacee ?? false,
			tabindex: '-1',
		},
		creer(
			'p',
			{ class: 'etiquettes' },
			entree.nature && etiquetteNature(entree.nature),
			' ',
			entree.deplacee && etiquetteNature('deplacee'),
			' ',
			etiquetteStatut(entree.statut),
			typographie && creer('span', { class: 'petit' }, 'même libellé (typographie)'),
		),
		...(entree.statut === 'a-verifier'
			? doute(entree, noms, situer)
			: unAUn && entree.nature !== 'identique'
				? [
						phrases(ancienne, recente, noms),
						creer(
							'p',
							{ class: 'petit' },
							...[...de, ...vers].flatMap(({ competence, bloc }, i) => [
								i > 0 && ' · ',
								renvoiCompetence({
									id: competence.id,
									libelle: `${noms[i]}, ${nomBloc(bloc)}, compétence ${competence.rang}`,
								}),
							]),
						),
					]
				: [deuxCotes(entree, cotes, noms)]),
		entree.motif && creer('p', { class: 'motif' }, entree.motif),
		entree.score !== null &&
			creer(
				'p',
				{ class: 'petit' },
				`Proximité des libellés : ${entree.score.toLocaleString('fr', { maximumFractionDigits: 2 })} sur 1.`,
			),
	);
}

function deuxCotes(
	entree: Entree,
	cotes: readonly { competence: Competence; bloc: Bloc }[][],
	noms: Noms,
): HTMLElement {
	const vide = entree.statut === 'relue' ? 'aucune compétence' : 'aucune correspondance trouvée dans les libellés';
	return creer(
		'div',
		{ class: 'difference' },
		...cotes.map((liste, i) =>
			creer(
				'div',
				{},
				creer('span', { class: 'version-nom' }, noms[i]),
				liste.length
					? creer(
							'ul',
							{},
							...liste.map(({ competence, bloc }) =>
								creer(
									'li',
									{},
									renvoiCompetence(competence),
									' ',
									creer('span', { class: 'petit' }, `(${nomBloc(bloc)}, compétence ${competence.rang})`),
								),
							),
						)
					: creer('p', { class: 'vide' }, vide),
			),
		),
	);
}

/** What an unsure alignment found: no claim, and the labels to look at. */
function doute(entree: Entree, noms: Noms, situer: Situer): HTMLElement[] {
	const [ici, la] = entree.de.length ? (['de', 'vers'] as const) : (['vers', 'de'] as const);
	const candidats = [...new Set([...entree[la], ...entree.candidats.map((c) => c[la])])].flatMap(
		(id) => situer(id) ?? [],
	);
	return [
		...entree[ici]
			.flatMap((id) => situer(id) ?? [])
			.map(({ competence, bloc }) =>
				creer(
					'p',
					{},
					creer('span', { class: 'version-nom' }, noms[ici === 'de' ? 0 : 1]),
					' ',
					renvoiCompetence(competence),
					' ',
					creer('span', { class: 'petit' }, `(${nomBloc(bloc)})`),
				),
			),
		...(candidats.length
			? [
					creer(
						'p',
						{},
						`Rien n’est affirmé. ${candidats.length > 1 ? 'Libellés les plus proches' : 'Libellé le plus proche'}, à vérifier :`,
					),
					creer(
						'ul',
						{ class: 'candidats' },
						...candidats.map(({ competence, bloc }) =>
							creer(
								'li',
								{},
								renvoiCompetence(competence),
								' ',
								creer('span', { class: 'petit' }, `(${nomBloc(bloc)})`),
							),
						),
					),
				]
			: [creer('p', {}, 'Aucune correspondance sûre trouvée dans les libellés.')]),
	];
}

/** Both sentences whole, with what differs marked, as `Difference.astro` writes them. */
function phrases(avant: string, apres: string, noms: Noms): HTMLElement {
	const { marquee, segments } = difference(avant, apres);
	const marquer = (balise: 'del' | 'ins', lu: string, texte: string) =>
		creer(
			balise,
			{},
			creer('span', { class: 'lecteur' }, `[${lu} : `),
			texte,
			creer('span', { class: 'lecteur' }, ' fin]'),
		);
	const cote = (nom: string, enfants: readonly (Node | string)[]) =>
		creer('p', {}, creer('span', { class: 'version-nom' }, nom), ' ', creer('q', { class: 'libelle' }, ...enfants));
	if (!marquee) return creer('div', { class: 'difference' }, cote(noms[0], [avant]), cote(noms[1], [apres]));
	return creer(
		'div',
		{ class: 'difference' },
		cote(
			noms[0],
			segments.flatMap<Node | string>((s) =>
				s.type === 'egal' ? [s.avant] : s.type === 'supprime' ? [marquer('del', 'supprimé', s.texte)] : [],
			),
		),
		cote(
			noms[1],
			segments.flatMap<Node | string>((s) =>
				s.type === 'egal' ? [s.apres] : s.type === 'ajoute' ? [marquer('ins', 'ajouté', s.texte)] : [],
			),
		),
	);
}

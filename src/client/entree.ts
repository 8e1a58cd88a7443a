import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import { ancreEntree } from '../domaine/comparaison/ancre.ts';
import type { Entree } from '../domaine/comparaison/comparaison.ts';
import { enDecimal } from '../domaine/nombre.ts';
import type { Explication } from '../domaine/rapprochement/proposition.ts';
import type { CompetenceSituee } from '../domaine/referentiel.ts';
import { difference, type Passage, passages } from '../domaine/texte/difference.ts';
import { typographier } from '../domaine/texte/typographie.ts';
import { nomBloc } from '../domaine/version.ts';
import { creer } from './element.ts';
import { etiquetteNature, etiquetteStatut } from './etiquette.ts';
import { renvoiCompetence } from './renvoi.ts';

/** A competence with its bloc, by id. */
export type Situer = (id: string) => CompetenceSituee | undefined;

type Noms = readonly [de: string, vers: string];

/** One entry of a comparison, as `EntreeComparee.astro` writes it. */
export function elementEntree(
	entree: Entree,
	noms: Noms,
	situer: Situer,
	explication: Explication | undefined,
): HTMLElement {
	const cotes = [entree.de, entree.vers].map((ids) => ids.flatMap((id) => situer(id) ?? []));
	const [[ancienne, ...autresAnciennes] = [], [recente, ...autresRecentes] = []] = cotes;
	const unAUn = ancienne && recente && !autresAnciennes.length && !autresRecentes.length;
	const typographie =
		entree.nature === 'identique' && unAUn && ancienne.competence.libelle !== recente.competence.libelle;
	const doute = entree.statut === 'a-verifier';
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
		!doute && unAUn && entree.nature !== 'identique'
			? phrases(ancienne, recente, noms)
			: creer(
					'div',
					{ class: 'difference' },
					...cotes.map((cote, i) =>
						creer(
							'div',
							{},
							creer('span', { class: 'version-nom' }, noms[i]),
							...(doute && i === (entree.de.length ? 1 : 0)
								? candidats(entree, i ? 'vers' : 'de', situer)
								: [liste(cote, entree)]),
						),
					),
				),
		entree.motif &&
			creer(
				'p',
				{ class: 'motif' },
				creer('span', { class: 'version-nom' }, 'Motif'),
				` ${typographier(entree.motif)}`,
			),
		entree.score !== null &&
			creer('p', { class: 'petit' }, [proximite(entree.score), ...expliquer(explication)].join(' ')),
	);
}

const proximite = (score: number): string => `Proximité des libellés : ${enDecimal(score)} sur 1.`;

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

const place = ({ competence, bloc }: CompetenceSituee): string => `${nomBloc(bloc)}, compétence ${competence.rang}`;

const libelles = (situees: readonly CompetenceSituee[], classe?: string): HTMLElement =>
	creer(
		'ul',
		{ class: classe },
		...situees.map((situee) =>
			creer('li', {}, renvoiCompetence(situee.competence), ' ', creer('span', { class: 'place' }, place(situee))),
		),
	);

function liste(situees: readonly CompetenceSituee[], { statut }: Entree): HTMLElement {
	if (situees.length) return libelles(situees);
	return creer(
		'p',
		{ class: 'vide' },
		statut === 'relue' ? 'aucune compétence' : 'aucune correspondance trouvée dans les libellés',
	);
}

/** What an unsure alignment found: no claim, and the labels to look at. */
function candidats(entree: Entree, cote: 'de' | 'vers', situer: Situer): HTMLElement[] {
	const ids = [...new Set([...entree[cote], ...entree.candidats.map((c) => c[cote])])];
	const situees = ids.flatMap((id) => situer(id) ?? []);
	if (!situees.length) return [creer('p', { class: 'vide' }, 'Aucune correspondance sûre trouvée dans les libellés.')];
	const annonce = situees.length > 1 ? 'Libellés les plus proches' : 'Libellé le plus proche';
	return [
		creer('p', { class: 'vide' }, `Rien n’est affirmé. ${annonce}, à vérifier :`),
		libelles(situees, 'candidats'),
	];
}

/** Both sentences whole, with what differs marked, as `Difference.astro` writes them. */
function phrases(ancienne: CompetenceSituee, recente: CompetenceSituee, noms: Noms): HTMLElement {
	const trouvee = difference(ancienne.competence.libelle, recente.competence.libelle);
	const marquer = (balise: 'del' | 'ins', lu: string, { texte, change }: Passage): Node | string =>
		change
			? creer(
					balise,
					{},
					creer('span', { class: 'lecteur' }, `[${lu}\u00A0: `),
					texte,
					creer('span', { class: 'lecteur' }, ' fin]'),
				)
			: texte;
	const cote = (nom: string, situee: CompetenceSituee, enfants: readonly (Node | string)[]) =>
		creer(
			'p',
			{},
			creer('span', { class: 'version-nom' }, nom),
			' ',
			creer('q', { class: 'libelle' }, ...(trouvee.marquee ? enfants : [situee.competence.libelle])),
			' ',
			creer(
				'a',
				{ class: 'place', href: lien(adresse.titre(situee.competence.id)) },
				creer('span', { class: 'lecteur' }, `${nom}, `),
				place(situee),
			),
		);
	return creer(
		'div',
		{ class: 'difference' },
		cote(
			noms[0],
			ancienne,
			passages(trouvee, 'avant').map((p) => marquer('del', 'supprimé', p)),
		),
		cote(
			noms[1],
			recente,
			passages(trouvee, 'apres').map((p) => marquer('ins', 'ajouté', p)),
		),
	);
}

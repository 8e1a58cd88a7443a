import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import { enLettres } from '../domaine/date.ts';
import { versionDe } from '../domaine/etat-url/identifiant.ts';
import type { Dossier } from '../domaine/outils/dossier.ts';
import { type Acquis, chaine } from '../domaine/parcours/deduction.ts';
import { comptees } from '../domaine/parcours/delai.ts';
import type { Detention } from '../domaine/parcours/detention.ts';
import { type Parcours, type RegleAppliquee, reglesOrigine } from '../domaine/parcours/parcours.ts';
import { direArret, direDelai, direRelation, type Noms, nomsDe } from '../domaine/parcours/redaction.ts';
import type { Dossiers } from '../domaine/parcours/relation.ts';
import { statutEnClair } from '../domaine/statut.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { creer } from './element.ts';
import { etiquetteStatut } from './etiquette.ts';
import { renvoiBloc, renvoiVersion } from './renvoi.ts';

/** The whole result: what was ticked, the reserve, each title of which texts speak, then the others. */
export function elementsParcours(
	parcours: readonly Parcours[],
	detentions: readonly Detention[],
	dossiers: Dossiers,
	aujourdhui: string,
): HTMLElement[] {
	const noms = nomsDe(dossiers);
	const regles = parcours.filter((p) => p.tranche);
	const muets = parcours.filter((p) => !p.tranche);
	return [
		creer('h2', { id: 'resultat' }, 'Ce que disent les textes'),
		creer(
			'p',
			{ class: 'avis' },
			creer('strong', {}, 'Seule l’administration décide.'),
			' Cette page applique les textes que nous avons trouvés ; elle ne promet rien. ',
			creer('a', { href: '#demander' }, 'À qui demander, avec quoi'),
			'.',
		),
		recapitulatif(detentions, dossiers, noms, aujourdhui),
		...regles.map((p) => article(p, detentions, dossiers, noms, aujourdhui)),
		...(muets.length ? [nonTranches(muets, dossiers, noms)] : []),
	];
}

function recapitulatif(
	detentions: readonly Detention[],
	dossiers: Dossiers,
	noms: Noms,
	aujourdhui: string,
): HTMLElement {
	const regles = reglesOrigine(detentions, dossiers, aujourdhui);
	const parVersion = [...Map.groupBy(detentions, ({ bloc }) => versionDe(bloc))];
	return creer(
		'section',
		{ 'aria-labelledby': 'recapitulatif' },
		creer('h3', { id: 'recapitulatif' }, 'Ce que vous avez indiqué'),
		...parVersion.flatMap(([version, tenus]) => {
			const dossier = dossiers.get(version);
			if (!dossier) return [];
			return [
				creer(
					'p',
					{},
					renvoiVersion(dossier),
					`, ${dossier.usuel}. `,
					creer('span', { class: 'petit' }, statutEnClair(dossier, dossiers, { bref: true })),
				),
				creer(
					'ul',
					{},
					...tenus.flatMap(({ bloc, obtenuLe }) => {
						const trouve = dossier.blocs.find(({ id }) => id === bloc);
						if (!trouve) return [];
						return [
							creer(
								'li',
								{},
								renvoiBloc(trouve),
								obtenuLe ? `, obtenu le ${enLettres(obtenuLe)}` : '',
								...(obtenuLe ? [reserveDate(obtenuLe, dossier, aujourdhui)] : []),
							),
						];
					}),
				),
				...regles.filter((r) => r.version === version).map((r) => elementRegle(r, noms, aujourdhui)),
			];
		}),
		creer('p', { class: 'petit' }, `Règles de durée appliquées au ${enLettres(aujourdhui)}.`),
	);
}

/** A date that a certificate of this version cannot bear deserves a second look. */
function reserveDate(obtenuLe: string, { debut }: Dossier, aujourdhui: string): HTMLElement | undefined {
	const reserve =
		obtenuLe > aujourdhui
			? 'cette date est à venir'
			: debut && obtenuLe < debut.valeur
				? `cette date est d’avant le début de cette version, le ${enLettres(debut.valeur)}`
				: undefined;
	return reserve ? creer('span', { class: 'petit' }, ` (à vérifier : ${reserve})`) : undefined;
}

/** Whether the summary has applied this very rule to these very blocs. */
const dejaDite = ({ version, blocs }: RegleAppliquee, detentions: readonly Detention[]): boolean =>
	blocs.every((bloc) => versionDe(bloc) === version) && blocs.length === comptees(detentions, version).length;

function article(
	p: Parcours,
	detentions: readonly Detention[],
	dossiers: Dossiers,
	noms: Noms,
	aujourdhui: string,
): HTMLElement {
	const { regle } = p;
	const cible = dossiers.get(p.cible) as Dossier;
	const id = `vise-${p.cible}`;
	const bloc = (idBloc: string) => cible.blocs.find((b) => b.id === idBloc);
	const lies = p.acquis.filter(({ voie }) => voie === 'repute');
	const tenus = p.acquis.filter(({ voie }) => voie === 'detenu');
	return creer(
		'article',
		{ class: 'vise', 'aria-labelledby': id },
		creer('h3', { id }, 'Titre visé : ', renvoiVersion(cible)),
		creer('p', { class: 'petit' }, `${cible.usuel}. ${statutEnClair(cible, dossiers, { bref: true })}`),
		cible.etat.cle !== 'en-vigueur' &&
			creer(
				'p',
				{},
				creer(
					'strong',
					{},
					cible.etat.cle === 'inconnu'
						? 'Nous ne savons pas si ce titre est en vigueur.'
						: 'Ce titre n’est plus en vigueur.',
				),
				' Ce qui suit dit ce que valent vos CCP d’après les textes, non qu’une session existe.',
			),
		regle && !dejaDite(regle, detentions) && elementRegle(regle, noms, aujourdhui),
		groupe(
			`Acquis (${p.acquis.length})`,
			...(tenus.length
				? [
						creer('p', {}, 'Vous le détenez déjà :'),
						creer('ul', {}, ...tenus.map((a) => creer('li', {}, nomme(bloc(a.bloc))))),
					]
				: []),
			...(lies.length
				? [
						creer('p', {}, etiquetteStatut('officielle'), ' Réputé obtenu par correspondance officielle :'),
						creer('ul', { class: 'acquis' }, ...lies.map((a) => creer('li', {}, nomme(bloc(a.bloc)), etapes(a, noms)))),
					]
				: []),
			p.acquis.length ? undefined : creer('p', {}, 'Aucun.'),
		),
		groupe(
			`Reste à obtenir (${p.aObtenir.length})`,
			p.aObtenir.length
				? creer('ul', {}, ...p.aObtenir.map((b) => creer('li', {}, nomme(bloc(b)))))
				: creer('p', {}, 'Aucun CCP. Détenir tous les CCP n’est pas encore détenir le titre : un jury l’attribue.'),
		),
		...sansSuite(p, noms),
		p.complementaires.length > 0 &&
			creer(
				'div',
				{},
				creer('h4', {}, 'CCS, en plus du titre'),
				creer(
					'ul',
					{},
					...p.complementaires.map(({ bloc: b, acquis }) =>
						creer(
							'li',
							{},
							nomme(bloc(b)),
							acquis
								? acquis.voie === 'detenu'
									? ' : vous le détenez.'
									: ' : réputé obtenu.'
								: ' : il s’ajoute au titre et n’en fait pas partie.',
							acquis?.voie === 'repute' && etapes(acquis, noms),
						),
					),
				),
			),
	);
}

const nomme = (bloc: Dossier['blocs'][number] | undefined): HTMLElement | string => (bloc ? renvoiBloc(bloc) : '');

const groupe = (titre: string, ...enfants: (Node | undefined)[]): HTMLElement =>
	creer('div', { class: 'issue' }, creer('h4', {}, titre), ...enfants);

/** The articles that lead to a bloc, one a line, each read from the held bloc on. */
const etapes = (acquis: Acquis, noms: Noms): HTMLElement =>
	creer(
		'ol',
		{ class: 'chaine' },
		...chaine(acquis).map(({ de, vers, source }) =>
			creer(
				'li',
				{},
				`${noms.blocs(de)} : réputé avoir obtenu ${noms.blocs(vers)}. `,
				creer('span', { class: 'petit' }, source),
			),
		),
	);

/** Where a text says « Néant », then where none says anything: two outcomes that must not be read as one. */
function sansSuite(p: Parcours, noms: Noms): HTMLElement[] {
	const liste = (phrases: readonly string[]) => creer('ul', {}, ...phrases.map((phrase) => creer('li', {}, phrase)));
	const neants = p.arrets.filter(({ cle }) => cle === 'neant').map((arret) => direArret(arret, noms));
	const doutes = [
		...p.arrets.filter(({ cle }) => cle !== 'neant').map((arret) => direArret(arret, noms)),
		...p.sansTexte.map(
			({ version, blocs, relation }) => `${noms.blocs(blocs)} : ${direRelation(relation, version, p.cible, noms)}`,
		),
	];
	return [
		...(neants.length ? [groupe('Sans correspondance, d’après le texte', liste(neants))] : []),
		...(doutes.length
			? [
					groupe(
						'Qu’aucun texte de nos sources ne tranche',
						liste(doutes),
						creer('p', {}, creer('a', { href: '#demander' }, 'À qui demander, avec quoi'), '.'),
					),
				]
			: []),
	];
}

/** The rule on how long a CCP counts, with its sentence, the date that it was applied to and the day. */
function elementRegle({ version, delai }: RegleAppliquee, noms: Noms, aujourdhui: string): HTMLElement {
	if (!delai)
		return creer(
			'p',
			{ class: 'regle-duree' },
			`Combien de temps un CCP du ${noms.version(version)} compte : nos sources n’ont pas sa règle.`,
		);
	const { constat, depasse, phrases } = direDelai(delai, noms, aujourdhui);
	return creer(
		'div',
		{ class: `regle-duree${depasse ? ' depasse' : ''}` },
		creer(
			'p',
			{},
			depasse && creer('strong', {}, 'Délai dépassé. '),
			'Combien de temps un CCP compte, ',
			creer('a', { href: `${lien(adresse.titre(version))}#regle-validiteCcp` }, `règle du ${noms.version(version)}`),
			` : ${constat}`,
		),
		...phrases.map((phrase) => creer('blockquote', {}, creer('p', {}, phrase))),
	);
}

/** Titles of which no text speaks: named together, so that they do not hide what is settled. */
function nonTranches(muets: readonly Parcours[], dossiers: Dossiers, noms: Noms): HTMLElement {
	return creer(
		'section',
		{ 'aria-labelledby': 'non-tranches', class: 'vise' },
		creer(
			'h3',
			{ id: 'non-tranches' },
			muets.length > 1
				? `${muets.length} titres qu’aucun texte de nos sources ne tranche`
				: 'Aucun texte de nos sources ne tranche',
		),
		creer(
			'p',
			{},
			'Pour ce qui suit, nous n’avons trouvé aucun texte officiel qui dise ce que valent vos CCP : ni oui, ni non. ',
			creer('a', { href: '#demander' }, 'À qui demander, avec quoi'),
			'.',
		),
		creer(
			'ul',
			{ class: 'muets' },
			...muets.map((p) => {
				const cible = dossiers.get(p.cible) as Dossier;
				const relations = [
					...new Set(p.sansTexte.map(({ version, relation }) => direRelation(relation, version, p.cible, noms))),
				];
				return creer(
					'li',
					{},
					creer('strong', {}, renvoiVersion(cible)),
					`. ${statutEnClair(cible, dossiers, { bref: true })} `,
					relations.join(' '),
					p.nonTranches.length
						? ` Ses ${compte(p.nonTranches.length, 'CCP', 'CCP')} : rien n’est tranché.`
						: ' Nos sources n’ont pas ses CCP.',
				);
			}),
		),
	);
}

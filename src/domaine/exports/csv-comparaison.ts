import type { Certitude } from '../../schemas/source.ts';
import { type Comparaison, type Entree, type Parente, parCompetence } from '../comparaison/comparaison.ts';
import { deplacements } from '../comparaison/deplacement.ts';
import { parId, type Referentiel } from '../referentiel.ts';
import { decrireTables, enTable } from './csv.ts';

/** Columns of `/donnees/comparaisons/<de>--<vers>.csv`, with their descriptions. */
const COLONNES_COMPARAISON = {
	cote: 'ancienne ou recente : la version de la compétence',
	competence: 'Identifiant de la compétence',
	libelle: 'Son libellé, mot pour mot',
	certitude: 'Nature de la source de ce libellé : officielle, publique, ou secondaire, à vérifier',
	lien: 'correspondance, parente ou aucun',
	nature: 'Nature de la correspondance ; vide quand rien n’est affirmé',
	portee: 'Portée de la parenté, de l’ancienne à la récente : incluse, contenue ou voisine',
	statut: 'relue, proposee ou a-verifier ; aucun lien de compétences n’est officiel',
	deplacee: 'oui ou non : cette compétence a changé de bloc ; vide, sans objet',
	autres: 'Identifiants des compétences de l’autre version, séparés par une espace',
	autres_libelles: 'Leurs libellés, mot pour mot, séparés par une barre',
	autres_certitude: 'Nature de la source de ces libellés',
	score: 'Proximité calculée, de 0 à 1 ; vide pour une lecture relue',
	motif: 'Pourquoi, d’après qui a lu',
	relecteur: 'Qui a lu, par son nom ou son rôle ; vide pour un calcul',
	relue_le: 'Jour de la lecture, AAAA-MM-JJ',
	candidats: 'Compétences qu’un calcul trouve proches, sans rien en affirmer',
	plus_proche:
		'D’une compétence qu’un calcul laisse seule, celle dont le libellé est le plus proche, ou « aucun » ; vide, sans objet',
	plus_proche_reliee_a: 'Compétences auxquelles la plus proche est déjà reliée, séparées par une espace',
	etat_au: 'Jour où les faits ont été réunis, AAAA-MM-JJ',
} as const;

type Ligne = Partial<Record<keyof typeof COLONNES_COMPARAISON, string>>;

/**
 * A comparison as CSV: one line for each competence of each side, and one more for each of its parentés. A competence
 * that has only parentés still has its first line, which says « aucun ».
 */
export const publierCsvComparaison = (
	comparaison: Comparaison,
	de: Referentiel,
	vers: Referentiel,
	etatAu: string | null,
): string => {
	const lecture = ({ statut }: Pick<Entree, 'statut'>): Ligne =>
		statut === 'relue' ? { relecteur: comparaison.lecture?.par ?? '', relue_le: comparaison.lecture?.le ?? '' } : {};
	const libelles: Libelles = new Map(
		[...parId(de), ...parId(vers)].map(([id, { competence, bloc }]) => [
			id,
			{ libelle: competence.libelle, certitude: bloc.certitude },
		]),
	);
	const placees = (ids: readonly string[]) => ids.flatMap((id) => ({ id, libelle: libelles.get(id)?.libelle ?? '' }));
	const parentes = parCompetence(comparaison.parentes);
	const lignes = (['de', 'vers'] as const).flatMap((cote) => {
		const autre = cote === 'de' ? 'vers' : 'de';
		return comparaison.competences.flatMap((entree) => {
			const places =
				entree.nature === null
					? new Map<string, boolean | null>()
					: deplacements(placees(entree.de), placees(entree.vers), comparaison.blocs);
			return entree[cote].flatMap((id): Ligne[] => {
				const commun = {
					cote: cote === 'de' ? 'ancienne' : 'recente',
					competence: id,
					libelle: libelles.get(id)?.libelle ?? '',
					certitude: libelles.get(id)?.certitude ?? '',
					etat_au: etatAu ?? '',
				};
				return [
					{
						...commun,
						...deEntree(entree, autre, libelles),
						deplacee: { true: 'oui', false: 'non' }[String(places.get(id))] ?? '',
						...lecture(entree),
					},
					...(parentes.get(id) ?? []).map((parente) => ({
						...commun,
						...deParente(parente, autre, libelles),
						...lecture(parente),
					})),
				];
			});
		});
	});
	return enTable(COLONNES_COMPARAISON, lignes);
};

type Libelles = ReadonlyMap<string, { libelle: string; certitude: Certitude }>;

const nommer = (ids: readonly string[], libelles: Libelles): Ligne => ({
	autres: ids.join(' '),
	autres_libelles: ids.map((id) => libelles.get(id)?.libelle ?? '').join(' | '),
	autres_certitude: [...new Set(ids.flatMap((id) => libelles.get(id)?.certitude ?? []))].join(' '),
});

const deEntree = (entree: Entree, autre: 'de' | 'vers', libelles: Libelles): Ligne => ({
	lien: entree.nature !== null && entree[autre].length > 0 ? 'correspondance' : 'aucun',
	nature: entree.nature ?? '',
	statut: entree.statut,
	...(entree.nature === null ? {} : nommer(entree[autre], libelles)),
	score: nombre(entree.score),
	motif: entree.motif ?? '',
	candidats: [
		...new Set([...(entree.nature === null ? entree[autre] : []), ...entree.candidats.map((c) => c[autre])]),
	].join(' '),
	...(entree.observation && {
		plus_proche: entree.observation.proche ?? 'aucun',
		plus_proche_reliee_a: entree.observation.relieeA.join(' '),
	}),
});

const deParente = (parente: Parente, autre: 'de' | 'vers', libelles: Libelles): Ligne => ({
	lien: 'parente',
	portee: parente.portee,
	statut: parente.statut,
	...nommer([parente[autre]], libelles),
	score: nombre(parente.score),
	motif: parente.motif ?? '',
});

/** With a decimal comma, as French spreadsheets expect. */
const nombre = (n: number | null): string => (n === null ? '' : String(n).replace('.', ','));

export const descriptionCsvComparaison = (fichiers: readonly string[]) =>
	decrireTables('Ce que devient chaque compétence d’une version à une autre', COLONNES_COMPARAISON, fichiers);

import { type Comparaison, type Entree, type Parente, parCompetence } from '../comparaison/comparaison.ts';
import { deplacements } from '../comparaison/deplacement.ts';
import { parId, type Referentiel } from '../referentiel.ts';
import { type Colonnes, DECIMAL, decrireTables, enTable, JOUR, listeDe, OUI_NON } from './table.ts';

/** One competence, and its entry or one of its parentés. */
interface Ligne {
	id: string;
	cote: 'de' | 'vers';
	entree?: Entree;
	parente?: Parente;
	/** Whether it changed bloc. */
	deplacee?: boolean | null | undefined;
	/** Competences of the other version that answer it; none if nothing is claimed. */
	autres: readonly string[];
	/** Those that an alignment finds near, its best guess included if it claims nothing. */
	candidats?: readonly string[];
	situees: ReturnType<typeof parId>;
	lecture: Comparaison['lecture'];
	etatAu: string | null;
}

const libelle = ({ situees }: Ligne, id: string) => situees.get(id)?.competence.libelle ?? '';
const certitude = ({ situees }: Ligne, id: string) => situees.get(id)?.bloc.certitude ?? '';
const dit = ({ entree, parente }: Ligne) => entree ?? parente;
const lue = (ligne: Ligne) => (dit(ligne)?.statut === 'relue' ? ligne.lecture : undefined);

/** Columns of `/donnees/comparaisons/<de>--<vers>.csv`. */
const COLONNES: Colonnes<Ligne> = {
	cote: ['ancienne ou recente : la version de la compétence', ({ cote }) => (cote === 'de' ? 'ancienne' : 'recente')],
	competence: ['Identifiant de la compétence', ({ id }) => id],
	libelle: ['Son libellé, mot pour mot', (ligne) => libelle(ligne, ligne.id)],
	certitude: [
		'Nature de la source de ce libellé : officielle, publique, ou secondaire, à vérifier',
		(ligne) => certitude(ligne, ligne.id),
	],
	lien: [
		'correspondance, parente ou aucun',
		({ parente, autres }) => (parente ? 'parente' : autres.length ? 'correspondance' : 'aucun'),
	],
	nature: ['Nature de la correspondance ; vide quand rien n’est affirmé', ({ entree }) => entree?.nature],
	portee: [
		'Portée de la parenté, de l’ancienne à la récente : incluse, contenue ou voisine',
		({ parente }) => parente?.portee,
	],
	statut: ['relue, proposee ou a-verifier ; aucun lien de compétences n’est officiel', (ligne) => dit(ligne)?.statut],
	deplacee: [
		'oui ou non : cette compétence a changé de bloc ; vide, sans objet',
		({ deplacee }) => (typeof deplacee === 'boolean' ? (deplacee ? 'oui' : 'non') : ''),
		OUI_NON,
	],
	autres: [
		'Identifiants des compétences de l’autre version, séparés par une espace',
		({ autres }) => autres,
		listeDe(' '),
	],
	autres_libelles: [
		'Leurs libellés, mot pour mot, séparés par une barre',
		(ligne) => ligne.autres.map((id) => libelle(ligne, id)),
		listeDe(' | '),
	],
	autres_certitude: [
		'Nature de la source de ces libellés',
		(ligne) => [...new Set(ligne.autres.map((id) => certitude(ligne, id)))],
		listeDe(' '),
	],
	score: ['Proximité calculée, de 0 à 1 ; vide pour une lecture relue', (ligne) => dit(ligne)?.score, DECIMAL],
	motif: ['Pourquoi, d’après qui a lu', (ligne) => dit(ligne)?.motif],
	relecteur: ['Qui a lu, par son nom ou son rôle ; vide pour un calcul', (ligne) => lue(ligne)?.par],
	relue_le: ['Jour de la lecture, AAAA-MM-JJ', (ligne) => lue(ligne)?.le, JOUR],
	candidats: [
		'Compétences qu’un calcul trouve proches, sans rien en affirmer',
		({ candidats }) => candidats,
		listeDe(' '),
	],
	plus_proche: [
		'D’une compétence qu’un calcul laisse seule, celle dont le libellé est le plus proche, ou « aucun » ; vide, sans objet',
		({ entree }) => entree?.observation && (entree.observation.proche ?? 'aucun'),
	],
	plus_proche_reliee_a: [
		'Compétences auxquelles la plus proche est déjà reliée, séparées par une espace',
		({ entree }) => entree?.observation?.relieeA,
		listeDe(' '),
	],
	etat_au: ['Jour où les faits ont été réunis, AAAA-MM-JJ', ({ etatAu }) => etatAu, JOUR],
};

/**
 * A comparison as CSV: one line for each competence of each side, and one more for each of its parentés. A competence
 * that has only parentés still has its first line, which says « aucun ».
 */
export function publierCsvComparaison(
	comparaison: Comparaison,
	de: Referentiel,
	vers: Referentiel,
	etatAu: string | null,
): string {
	const situees = new Map([...parId(de), ...parId(vers)]);
	const placees = (ids: readonly string[]) => ids.flatMap((id) => situees.get(id)?.competence ?? []);
	const parentes = parCompetence(comparaison.parentes);
	const commun = { situees, lecture: comparaison.lecture, etatAu };
	const lignes = (['de', 'vers'] as const).flatMap((cote) => {
		const autre = cote === 'de' ? 'vers' : 'de';
		return comparaison.competences.flatMap((entree) => {
			const muette = entree.nature === null;
			const places = muette ? undefined : deplacements(placees(entree.de), placees(entree.vers), comparaison.blocs);
			const [autres, devinees] = muette ? [[], entree[autre]] : [entree[autre], []];
			const candidats = [...new Set([...devinees, ...entree.candidats.map((c) => c[autre])])];
			return entree[cote].flatMap((id): Ligne[] => [
				{ ...commun, id, cote, entree, deplacee: places?.get(id), autres, candidats },
				...(parentes.get(id) ?? []).map((parente) => ({ ...commun, id, cote, parente, autres: [parente[autre]] })),
			]);
		});
	});
	return enTable(COLONNES, lignes);
}

export const descriptionCsvComparaison = (fichiers: readonly string[]) =>
	decrireTables('Ce que devient chaque compétence d’une version à une autre', COLONNES, fichiers);

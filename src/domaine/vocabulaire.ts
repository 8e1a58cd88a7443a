import type { Nature, Portee, Statut } from '../schemas/correspondance.ts';
import type { Code } from '../schemas/fait.ts';
import type { NatureSuccession } from '../schemas/lignee.ts';
import type { CleRegle, Regles } from '../schemas/regle.ts';
import type { Etat } from './etat.ts';
import { CERTITUDES } from './fait.ts';

/** Names of natures, with a sentence that explains each. */
export const NATURES: Record<Nature, { nom: string; pluriel: string; sens: string }> = {
	identique: { nom: 'Inchangée', pluriel: 'inchangées', sens: 'Même libellé, à la typographie près.' },
	reformulee: { nom: 'Reformulée', pluriel: 'reformulées', sens: 'Un libellé devient un autre libellé.' },
	scindee: { nom: 'Scindée', pluriel: 'scindées', sens: 'Une compétence devient plusieurs compétences.' },
	fusionnee: { nom: 'Fusionnée', pluriel: 'fusionnées', sens: 'Plusieurs compétences deviennent une seule.' },
	recomposee: { nom: 'Recomposée', pluriel: 'recomposées', sens: 'Plusieurs compétences en donnent plusieurs autres.' },
	'sans-suite': {
		nom: 'Sans suite',
		pluriel: 'sans suite',
		sens: 'Aucune compétence de la version récente n’y correspond.',
	},
	nouvelle: { nom: 'Nouvelle', pluriel: 'nouvelles', sens: 'Aucune compétence de la version ancienne n’y correspond.' },
};

/**
 * Names of natures between two versions without succession: neither becomes the other, so nothing is kept, lost or new.
 */
export const NATURES_AILLEURS: Record<Nature, { nom: string; pluriel: string }> = {
	identique: { nom: 'Même libellé', pluriel: 'de même libellé' },
	reformulee: { nom: 'Dite autrement', pluriel: 'dites autrement' },
	scindee: { nom: 'Répartie', pluriel: 'réparties' },
	fusionnee: { nom: 'Réunies', pluriel: 'réunies' },
	recomposee: { nom: 'Réparties autrement', pluriel: 'réparties autrement' },
	'sans-suite': { nom: 'Sans correspondance', pluriel: 'sans correspondance' },
	nouvelle: { nom: 'Sans correspondance', pluriel: 'sans correspondance' },
};

/** Names of portees, with a clause on the newer competence and one on the older. */
export const PORTEES: Record<Portee, { nom: string; recente: string; ancienne: string }> = {
	incluse: { nom: 'Incluse', recente: 'demande cela et davantage', ancienne: 'n’en demandait qu’une part' },
	contenue: { nom: 'Contenue', recente: 'n’en garde qu’une part', ancienne: 'demandait cela et davantage' },
	voisine: { nom: 'Voisine', recente: 'en recoupe une part', ancienne: 'en recoupe une part' },
};

export const STATUTS: Record<Statut, { nom: string; sens: string }> = {
	officielle: { nom: 'Officielle', sens: 'Fixée par un texte officiel. Ne concerne que les blocs.' },
	relue: { nom: 'Relue', sens: 'Lecture de la rédaction, avec son motif. Sans valeur officielle.' },
	proposee: { nom: 'Proposée', sens: 'Rapprochement automatique des libellés, jugé sûr. Sans valeur officielle.' },
	'a-verifier': { nom: 'À vérifier', sens: 'Rapprochement automatique incertain : des candidats, aucune affirmation.' },
};

export const SUCCESSIONS: Record<NatureSuccession, string> = {
	officielle: 'succession officielle',
	secondaire: `d’après une ${CERTITUDES.secondaire}`,
	editoriale: 'parenté éditoriale, sans texte officiel trouvé',
};

export const ETATS: Record<Etat['cle'], string> = {
	'a-venir': 'À venir',
	'en-vigueur': 'En vigueur',
	remplacee: 'Remplacée',
	terminee: 'Terminée',
	inconnu: 'État inconnu',
};

/** Level of 2019 for each level of 1969. */
export const CADRE_2019: Readonly<Record<string, string>> = { V: '3', IV: '4', III: '5', II: '6', I: '7' };

/** A level as its source writes it, with the level of 2019 if it is one of 1969. */
export const direNiveau = (niveau: string): string =>
	CADRE_2019[niveau] ? `${niveau} (niveau ${CADRE_2019[niveau]} du cadre de 2019)` : niveau;

/** Names of code types, in display order. */
export const CODES: Record<Code['type'], string> = {
	TP: 'Code du titre',
	millesime: 'Millésime',
	RNCP: 'Fiche RNCP',
	NOR: 'Arrêté (NOR)',
};

export const REGLES: Record<CleRegle, string> = {
	experienceVae: 'Expérience demandée pour la VAE',
	validiteCcp: 'Durée pendant laquelle un CCP compte',
	revision: 'CCP obtenus, en cas de révision du titre',
	cloture: 'CCP obtenus, en cas de clôture du titre',
	dossier: 'Dossier du candidat',
	evaluateursCcp: 'Qui évalue un CCP (parcours discontinu)',
	recevabilite: 'Qui notifie la recevabilité de la VAE',
	experienceCcs: 'Expérience demandée pour un CCS',
	delivrance: 'Qui délivre le parchemin et le livret',
};

const ans = (n: number): string => `${n > 10 ? n : NOMBRES[n]} ${n < 2 ? 'an' : 'ans'}`;
/** Numbers in letters, from 0 to 20. */
export const NOMBRES = [
	'zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize',
	'quatorze', 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf', 'vingt',
]; // biome-ignore format: a list to read

/** Value of a rule in words, short enough for a table cell. */
export function valeurRegle<C extends CleRegle>(cle: C, regle: NonNullable<Regles[C]>): string {
	if ('regime' in regle)
		return regle.regime === 'duree'
			? `${ans(regle.ans)} à partir de la date d’obtention du premier CCP`
			: 'aussi longtemps que le titre est valide';
	if ('ans' in regle)
		return cle === 'cloture' ? `${ans(regle.ans)} à compter de la fin de validité du titre` : ans(regle.ans);
	return regle.valeur;
}

/** «12 compétences», «1 compétence», «4 774 compétences». */
export const compte = (n: number, singulier: string, pluriel = `${singulier}s`): string =>
	`${n < 1000 ? n : n.toLocaleString('fr')} ${n > 1 ? pluriel : singulier}`;

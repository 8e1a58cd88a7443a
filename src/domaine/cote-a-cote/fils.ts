import type { Statut } from '../../schemas/correspondance.ts';
import { CERTITUDES } from '../fait.ts';
import type { Croisement, Rangee } from '../lignee/rangees.ts';
import type { Dossier } from '../outils/dossier.ts';
import { certitudeLibelles, direInconnues } from '../profondeur.ts';
import { parId, place, type Referentiel } from '../referentiel.ts';
import { avecArticle, enumerer } from '../texte/phrase.ts';
import { aDesLibelles, blocsMuets, nomVersion, type Version } from '../version.ts';
import { NATURES, NATURES_AILLEURS, STATUTS } from '../vocabulaire.ts';
import type { Absence, LigneTableau, Partie, Valeur } from './tableau.ts';

/** Fields that a column reads. */
type Colonne = Referentiel & Pick<Version, 'profondeur' | 'annee'>;

const INCONNU: Absence = { texte: 'compétences inconnues de nos sources', connue: false };
const DOUTE: Absence = { texte: 'rien n’est affirmé, à vérifier', connue: false };
const rienDeProche = (statut: Statut): Absence => ({ texte: `rien de proche (${dire(statut)})`, connue: true });

const dire = (statut: Statut): string => STATUTS[statut].nom.toLowerCase();

/**
 * Rows of the competences of several versions: each starts from the oldest version that has the competence, and shows
 * what corresponds to it in the others.
 * @param colonnes versions in the order of the columns
 * @param faites rows made by `rangees`
 * @param ailleurs whether no succession joins two versions (older one first), so that neither becomes the other
 */
export function lignesDesFils(
	colonnes: readonly Colonne[],
	faites: readonly Rangee[],
	ailleurs: (de: string, vers: string) => boolean,
): LigneTableau[] {
	const situees = new Map(colonnes.flatMap((c) => [...parId(c)]));
	const reponse = (id: string, libelle: string, { entree, apparentee, de, vers }: Croisement): Valeur | undefined => {
		const situee = situees.get(id);
		if (!situee) return undefined;
		const noms = ailleurs(de, vers) ? NATURES_AILLEURS : NATURES;
		const nature = apparentee ? 'apparentée' : entree.nature ? noms[entree.nature].nom.toLowerCase() : 'à vérifier';
		const meme = entree.nature === 'identique' && !apparentee;
		return {
			texte: meme ? place(situee) : situee.competence.libelle,
			id,
			motPourMot: !meme,
			precision: [!meme && place(situee), nature, dire(entree.statut)].filter(Boolean).join(', '),
			egal: meme ? libelle : undefined,
		};
	};
	return faites.map(({ version, bloc, competence, croisements }, i) => {
		const cellules = colonnes.map(({ id }): Valeur[] => {
			if (id === version.id)
				return [{ texte: place({ bloc, competence }), id: competence.id, egal: competence.libelle }];
			const croisement = croisements.get(id);
			// An entry that nobody claims is not shown as an answer.
			if (!croisement || (croisement.entree.nature === null && !croisement.apparentee)) return [];
			return croisement.reponses.flatMap((r) => reponse(r, competence.libelle, croisement) ?? []);
		});
		return {
			cle: `fil-${i + 1}`,
			nom: competence.libelle,
			cellules,
			absences: colonnes.map((colonne) => {
				const croisement = croisements.get(colonne.id);
				if (!croisement || !aDesLibelles(colonne) || blocsMuets(colonne).length) return INCONNU;
				return croisement.entree.nature === null ? DOUTE : rienDeProche(croisement.entree.statut);
			}),
			pareille: cellules.every(([seule, ...autres]) => seule?.egal === competence.libelle && !autres.length),
		};
	});
}

/**
 * Part of the table on the competences of its columns; undefined if none is known.
 * @param automatiques pairs that the browser has just compared, which nobody has read
 */
export function partieDesFils(
	colonnes: readonly Dossier[],
	faites: readonly Rangee[],
	automatiques: readonly string[],
	ailleurs: (de: string, vers: string) => boolean,
): Partie | undefined {
	const lignes = lignesDesFils(colonnes, faites, ailleurs);
	if (!lignes.length) return undefined;
	const secondaires = colonnes
		.filter((c) => aDesLibelles(c) && certitudeLibelles(c) === 'secondaire')
		.map((c) => avecArticle('du', nomVersion(c)));
	const reserves = [
		'Chaque ligne part d’une compétence, prise dans la plus ancienne des versions choisies qui l’ait, et dit ce qui lui répond dans les autres. Aucune de ces correspondances n’est officielle.',
		automatiques.length &&
			`Rapprochement automatique, fait à l’instant par votre navigateur, que personne n’a relu : ${enumerer(automatiques)}.`,
		direInconnues(colonnes),
		secondaires.length && `Les libellés ${enumerer(secondaires)} viennent d’une ${CERTITUDES.secondaire}.`,
	];
	return { cle: 'competences', nom: 'Compétences', lignes, reserve: reserves.filter(Boolean).join(' ') };
}

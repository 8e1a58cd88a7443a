import type { Rubrique } from '../../schemas/fiche-competence.ts';
import { memeLibelle } from '../texte/normaliser.ts';
import type { Version } from '../version.ts';
import type { Comparaison } from './comparaison.ts';

/** Criteria of one side of a link: their number and pages in the fiches, and their words if these may be shown. */
export type CoteDeCriteres = { competences: string[]; nombre: number; pages: number[]; textes: string[] | undefined };

const coteDe = (version: Version, ids: readonly string[]): CoteDeCriteres | undefined => {
	const rubriques = ids.map((id): Rubrique | undefined =>
		version.fiches
			?.find((f) => `${version.id}/${f.competence}` === id)
			?.rubriques.find(({ genre }) => genre === 'criteres'),
	);
	const lues = rubriques.filter((r) => r !== undefined);
	// If one fiche is missing, its criteria would look lost.
	if (lues.length === 0 || lues.length < ids.length) return undefined;
	const entieres = lues.every((r) => r.texte.length > 0 || r.nombre === 0);
	return {
		competences: [...ids],
		nombre: lues.reduce((n, r) => n + r.nombre, 0),
		pages: [...new Set(lues.map((r) => r.page))],
		textes: entieres ? lues.flatMap((r) => r.texte) : undefined,
	};
};

/**
 * Compares performance criteria, link by link, where both sides are known. Links still to be checked are left out.
 * `communs`: criteria with the same words on both sides, typography set aside; undefined if one side may not be shown.
 */
export const comparerCriteres = (de: Version, vers: Version, { competences }: Pick<Comparaison, 'competences'>) =>
	competences.flatMap((lien) => {
		if (lien.statut === 'a-verifier' || lien.de.length === 0 || lien.vers.length === 0) return [];
		const [a, b] = [coteDe(de, lien.de), coteDe(vers, lien.vers)];
		if (!a || !b) return [];
		const { textes } = b;
		const communs = a.textes && textes && a.textes.filter((t) => textes.some((u) => memeLibelle(t, u)));
		return [{ de: a, vers: b, communs }];
	});

/** Criteria of one side without an equal on the other. */
export const criteresPropres = (cote: CoteDeCriteres, communs: readonly string[]): string[] =>
	(cote.textes ?? []).filter((t) => !communs.some((c) => memeLibelle(c, t)));

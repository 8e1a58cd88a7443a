import type { Rubrique } from '../../schemas/fiche-competence.ts';
import { memeLibelle } from '../texte/normaliser.ts';
import type { Version } from '../version.ts';
import type { Comparaison } from './comparaison.ts';

/** The criteria of one side of a link: how many the sheets of its competences have, where, and their words within rights. */
export type CoteDeCriteres = { competences: string[]; nombre: number; pages: number[]; textes: string[] | undefined };

/** A correspondence of competences whose criteria are known on both sides. */
type CriteresCompares = {
	de: CoteDeCriteres;
	vers: CoteDeCriteres;
	/** Criteria in the same words, typography aside; nothing where one side may not be shown. */
	communs: string[] | undefined;
};

const coteDe = (version: Version, ids: readonly string[]): CoteDeCriteres | undefined => {
	const rubriques = ids.map((id): Rubrique | undefined =>
		version.fiches
			?.find((f) => `${version.id}/${f.competence}` === id)
			?.rubriques.find(({ genre }) => genre === 'criteres'),
	);
	const lues = rubriques.filter((r) => r !== undefined);
	// A side of which one sheet is missing would make criteria look lost.
	if (lues.length === 0 || lues.length < ids.length) return undefined;
	const entieres = lues.every((r) => r.texte.length > 0 || r.nombre === 0);
	return {
		competences: [...ids],
		nombre: lues.reduce((n, r) => n + r.nombre, 0),
		pages: [...new Set(lues.map((r) => r.page))],
		textes: entieres ? lues.flatMap((r) => r.texte) : undefined,
	};
};

/** Criteria of performance, link by link: links that a reader or the machine states, never those that are to be checked. */
export const comparerCriteres = (
	de: Version,
	vers: Version,
	{ competences }: Pick<Comparaison, 'competences'>,
): CriteresCompares[] =>
	competences.flatMap((lien) => {
		if (lien.statut === 'a-verifier' || lien.de.length === 0 || lien.vers.length === 0) return [];
		const [a, b] = [coteDe(de, lien.de), coteDe(vers, lien.vers)];
		if (!a || !b) return [];
		const { textes } = b;
		const communs = a.textes && textes && a.textes.filter((t) => textes.some((u) => memeLibelle(t, u)));
		return [{ de: a, vers: b, communs }];
	});

/** The criteria of a side that the other does not have in the same words. */
export const criteresPropres = (cote: CoteDeCriteres, communs: readonly string[]): string[] =>
	(cote.textes ?? []).filter((t) => !communs.some((c) => memeLibelle(c, t)));

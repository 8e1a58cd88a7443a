import type { VersionDetenue } from '../schemas/version.ts';
import { replier } from './signe.ts';
import type { FaitsLus } from './version.ts';

/**
 * For each field of a version, what an import does with the existing value: `main`, keeps it if the document gives
 * none; `document`, takes that of the new reading. The `Record` type requires every field of the schema, so that none
 * is lost by omission.
 */
const ORIGINES: Record<keyof VersionDetenue, 'main' | 'document'> = {
	usuel: 'main',
	niveau: 'main',
	nsf: 'main',
	rome: 'main',
	regles: 'main',
	changements: 'main',
	ajouteeLe: 'main',
	debut: 'main',
	fin: 'main',
	remarques: 'main',
	attributions: 'main',
	aucune: 'main',
	transversales: 'main',
	epreuves: 'main',
	evolution: 'main',
	fiches: 'main',
	sigle: 'document',
	sigleDeNotreFait: 'document',
	intitule: 'document',
	codes: 'document',
	sources: 'document',
	blocs: 'document',
	reparations: 'document',
};
type Champ = keyof VersionDetenue;
const A_LA_MAIN = (Object.keys(ORIGINES) as Champ[]).filter((champ) => ORIGINES[champ] === 'main');

/** First words of the remarks that the importer writes. */
const DE_LIMPORTEUR = /^(?:Au RNCP, cette fiche|Le document |« )/u;

/** Undefined, or an empty list or object. */
const vide = (valeur: FaitsLus[Champ]): boolean => valeur === undefined || Object.keys(valeur).length === 0;

/**
 * Merges a new reading into a held version: the text is the new one, facts added by an editor are kept.
 * @returns `gardes`, the names of the fields that were kept
 */
export const fusionner = (ancien: FaitsLus, neuf: FaitsLus): { faits: FaitsLus; gardes: string[] } => {
	const gardes: string[] = [];
	const faits: FaitsLus = { ...neuf };
	for (const cle of A_LA_MAIN) {
		const valeur = ancien[cle];
		if (vide(valeur) || (!vide(neuf[cle]) && cle !== 'ajouteeLe')) continue;
		Object.assign(faits, { [cle]: valeur });
		gardes.push(cle);
	}
	// Remarks of the importer come from the new reading; those of an editor are kept.
	const siennes = (ancien.remarques ?? []).filter(
		(r) => !DE_LIMPORTEUR.test(r.valeur) && !(neuf.remarques ?? []).some((n) => n.valeur === r.valeur),
	);
	if (siennes.length > 0 && !vide(neuf.remarques)) {
		faits.remarques = [...(neuf.remarques ?? []), ...siennes];
		gardes.push('remarques');
	}
	faits.sources = { ...ancien.sources, ...neuf.sources };
	const codes = ancien.codes.filter((c) => !neuf.codes.some((d) => d.type === c.type && d.valeur === c.valeur));
	if (codes.length > 0) gardes.push(`codes ${codes.map((c) => c.valeur).join(', ')}`);
	faits.codes = [...neuf.codes, ...codes];
	faits.blocs = neuf.blocs.map((bloc) => {
		const meme = ancien.blocs.find((b) => replier(b.intitule) === replier(bloc.intitule));
		const { competences, ...tete } = bloc;
		return {
			...tete,
			...(meme?.usuel && { usuel: meme.usuel }),
			...(!bloc.code && meme?.code && { code: meme.code }),
			competences,
		};
	});
	return { faits, gardes };
};

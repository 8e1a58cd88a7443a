import type { LienBlocs } from '../comparaison/comparaison.ts';
import { versionDe } from '../identifiant.ts';
import type { Dossier } from '../outils/dossier.ts';
import { type Acquis, type Detention, deduire, fondements } from './deduction.ts';
import { comptees, type Delai, delai } from './delai.ts';
import { atteintes, type Dossiers, type Relation, relation } from './relation.ts';

/** Why a chain of texts stops at a bloc before reaching the target version. */
export type Arret =
	| { cle: 'neant'; bloc: string; vers: string; lien: LienBlocs }
	/** The text requires other blocs too. */
	| { cle: 'incomplet'; bloc: string; vers: string; lien: LienBlocs; manquent: string[] }
	/** The text maps other blocs of that version, but not this one. */
	| { cle: 'non-nomme'; bloc: string; vers: string };

/** The rule of a version on how long a CCP counts, applied. `delai` is undefined if the rule is not known. */
export interface RegleAppliquee {
	version: string;
	/** Held blocs that it was applied to. */
	blocs: string[];
	delai: Delai | undefined;
}

/** Held blocs of one version, when no text says what they are worth for the target version. */
export type SansTexte = { version: string; blocs: string[]; relation: Relation };

/**
 * What a person has of one version. The outcomes of its CCP are kept apart: `acquis`, `aObtenir` and `nonTranches`. CCS
 * (`complementaires`) come on top of the title.
 */
export type Parcours = ReturnType<typeof parcours>;

/**
 * Applies the official texts to the blocs that a person holds, for one target version.
 * @param dossiers dossiers of the held versions, of the target, and of every version that texts reach from them
 * @param aujourdhui day of the reader, `AAAA-MM-JJ`
 */
export function parcours(cible: Dossier, detentions: readonly Detention[], dossiers: Dossiers, aujourdhui: string) {
	const liens = [...dossiers.values()].flatMap(({ textes }) => textes.flatMap((texte) => texte.liens));
	const tout = deduire(detentions, liens);
	const parVersion = Map.groupBy(detentions, ({ bloc }) => versionDe(bloc));
	const muettes = [...parVersion].filter(([version]) => !atteintes(version, dossiers).has(cible.id));
	const arretes = arrets(cible.id, tout, dossiers);
	// If the texts that lead to this version name none of the held blocs, they say nothing of what is missing.
	const tranche = cible.blocs.some(({ id }) => tout.has(id)) || arretes.some(({ cle }) => cle !== 'non-nomme');
	const ccp = cible.blocs.filter(({ type }) => type === 'ccp');
	const acquis = ccp.flatMap(({ id }) => tout.get(id) ?? []);
	const manquants = ccp.filter(({ id }) => !tout.has(id)).map(({ id }) => id);
	return {
		cible: cible.id,
		/** False if no text is about the held blocs: nothing can then be said of the missing ones. */
		tranche,
		acquis,
		aObtenir: tranche ? manquants : [],
		nonTranches: tranche ? [] : manquants,
		complementaires: cible.blocs
			.filter(({ type }) => type === 'ccs')
			.map(({ id }) => ({ bloc: id, acquis: tout.get(id) })),
		arrets: arretes,
		sansTexte: muettes.map(
			([version, tenus]): SansTexte => ({
				version,
				blocs: tenus.map(({ bloc }) => bloc),
				relation: relation(version, cible.id, dossiers),
			}),
		),
		/** Every CCP is obtained. The title itself is still granted by a jury. */
		complet: ccp.length > 0 && manquants.length === 0,
		/** The rule of the target version, applied to the held CCP that count for it. */
		regle: appliquer(cible, comptees([...new Set(acquis.flatMap(fondements))]), aujourdhui),
	};
}

const appliquer = (dossier: Dossier, liste: readonly Detention[], aujourdhui: string): RegleAppliquee | undefined =>
	liste.length
		? { version: dossier.id, blocs: liste.map(({ bloc }) => bloc), delai: delai(dossier, liste, aujourdhui) }
		: undefined;

/** For each version of which CCP are held, its rule applied to them. */
export function reglesOrigine(detentions: readonly Detention[], dossiers: Dossiers, aujourdhui: string) {
	const versions = new Set(detentions.map(({ bloc }) => versionDe(bloc)));
	return [...versions].flatMap((id) => {
		const dossier = dossiers.get(id);
		return (dossier && appliquer(dossier, comptees(detentions, id), aujourdhui)) ?? [];
	});
}

function arrets(cible: string, tout: ReadonlyMap<string, Acquis>, dossiers: Dossiers): Arret[] {
	return [...tout.keys()].flatMap((bloc): Arret[] => {
		const textes = (dossiers.get(versionDe(bloc))?.textes ?? []).filter(
			({ vers }) => versionDe(bloc) !== cible && atteintes(vers, dossiers).has(cible),
		);
		return textes.flatMap(({ vers, liens }): Arret[] => {
			const siens = liens.filter(({ de }) => de.includes(bloc));
			if (!siens.length) return [{ cle: 'non-nomme', bloc, vers }];
			return siens.flatMap((lien): Arret[] => {
				const manquent = lien.de.filter((id) => !tout.has(id));
				if (manquent.length) return [{ cle: 'incomplet', bloc, vers, lien, manquent }];
				return lien.vers.length ? [] : [{ cle: 'neant', bloc, vers, lien }];
			});
		});
	});
}

/**
 * `parcours` for several targets: those that texts are about first, then those in force, then the newest.
 * @param cibles oldest first
 */
export function tousParcours(
	cibles: readonly Dossier[],
	detentions: readonly Detention[],
	dossiers: Dossiers,
	aujourdhui: string,
): Parcours[] {
	const rang = new Map(cibles.map(({ id, etat }, i) => [id, (etat.cle === 'en-vigueur' ? 0 : cibles.length) - i]));
	return cibles
		.map((cible) => parcours(cible, detentions, dossiers, aujourdhui))
		.sort((a, b) => Number(b.tranche) - Number(a.tranche) || (rang.get(a.cible) ?? 0) - (rang.get(b.cible) ?? 0));
}

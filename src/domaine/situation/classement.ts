import type { Dossier } from '../outils/dossier.ts';
import { type Couverture, part } from './couverture.ts';

/**
 * Titles in force first, since those can still be obtained, then the nearest. At equal shares, what is met without a
 * machine's proposal, then what is met in part, then what is kin, then what is to check, then the newest.
 * @param versions oldest first
 */
export function classer(
	couvertures: readonly Couverture[],
	versions: readonly Pick<Dossier, 'id' | 'etat'>[],
): Couverture[] {
	const rang = new Map(versions.map(({ id }, i) => [id, i]));
	const enVigueur = new Set(versions.filter(({ etat }) => etat.cle === 'en-vigueur').map(({ id }) => id));
	const cle = ({ version, ccp }: Couverture): number[] => [
		Number(enVigueur.has(version)),
		part(ccp),
		ccp.total ? (ccp.directe + ccp.relue) / ccp.total : 0,
		ccp['en-partie'],
		ccp['a-discuter'],
		ccp['a-verifier'],
		rang.get(version) ?? -1,
	];
	const avecCle = couvertures.map((couverture) => ({ couverture, cle: cle(couverture) }));
	return avecCle
		.sort((a, b) => a.cle.map((n, i) => (b.cle[i] ?? 0) - n).find((ecart) => ecart !== 0) ?? 0)
		.map(({ couverture }) => couverture);
}

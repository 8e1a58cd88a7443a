import { idRelatif } from '../referentiel.ts';
import type { Entree } from './comparaison.ts';

/** Anchor of an entry on the page of its comparison: from its first competence, so that it outlives a new reading. */
export const ancreEntree = ({ de, vers }: Pick<Entree, 'de' | 'vers'>): string => {
	const [premiere, cote] = de[0] ? [de[0], 'de'] : [vers[0] ?? '', 'vers'];
	return `${cote}-${idRelatif(premiere).replace('/', '-')}`;
};

import type { NatureSuccession } from '../../schemas/lignee.ts';
import { enLettres } from '../date.ts';
import { remplacantes } from '../lignee/etat.ts';
import { nomVersion, type Version } from '../version.ts';
import { SUCCESSIONS } from '../vocabulaire.ts';

/**
 * The status of a version in plain sentences, as its page says it: for the forms of data that have no markup.
 * @param parId versions of the catalogue, to name what follows
 */
export function phraseEtat({ etat, fin }: Version, parId: ReadonlyMap<string, Version>): string {
	const nom = (id: string): string => {
		const version = parId.get(id);
		return version ? nomVersion(version) : id;
	};
	const lien = (id: string, nature: NatureSuccession): string =>
		nature !== 'secondaire' && parId.get(id)?.etat.aVerifier
			? `${SUCCESSIONS[nature]} ; en vigueur d’après une source secondaire à vérifier`
			: SUCCESSIONS[nature];
	const depuis = etat.depuis ? ` depuis le ${enLettres(etat.depuis)}` : '';
	const reserve = etat.aVerifier ? ', d’après une source secondaire à vérifier' : '';
	const phrases = [
		{
			'en-vigueur': `En vigueur${depuis}${reserve}.`,
			remplacee: `N’est plus en vigueur : remplacé par ${remplacantes(etat, parId).map(nom).join(' et ')}${depuis && `,${depuis}`}${reserve}.`,
			terminee: `N’est plus en vigueur${depuis}${fin?.note ? ` (${fin.note})` : ''}${reserve}.`,
			inconnu: 'Nous ne savons pas si cette version est en vigueur : aucune de nos sources ne le dit.',
		}[etat.cle],
	];
	if (etat.cle === 'terminee' && !etat.suites.some(({ nature }) => nature === 'officielle'))
		phrases.push('Aucun texte officiel trouvé dans nos sources ne désigne un successeur.');
	if (etat.cle !== 'en-vigueur')
		for (const { version, nature } of etat.aujourdhui)
			phrases.push(`En vigueur aujourd’hui : ${nom(version)} (${lien(version, nature)}).`);
	if (etat.etatAu) phrases.push(`Faits réunis au ${enLettres(etat.etatAu)}.`);
	return phrases.join(' ');
}

import { ajouterAns } from '../parcours/calendrier.ts';

/**
 * `security.txt` (RFC 9116): where to report a vulnerability. It expires one year after the day of the facts.
 * @param contact mail or web address of the publisher
 * @param etatAu day of the facts, `AAAA-MM-JJ`
 * @returns undefined if the contact is not an address
 */
export function publierSecurite(contact: string | null, etatAu: string, canonique: string): string | undefined {
	const adresse = adresseDe(contact?.trim() ?? '');
	if (!adresse) return undefined;
	return [
		`Contact: ${adresse}`,
		`Expires: ${ajouterAns(etatAu, 1)}T00:00:00Z`,
		'Preferred-Languages: fr',
		`Canonical: ${canonique}`,
		'',
	].join('\n');
}

function adresseDe(contact: string): string | undefined {
	if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(contact)) return `mailto:${contact}`;
	return /^(?:https:\/\/|mailto:)\S+$/.test(contact) ? contact : undefined;
}

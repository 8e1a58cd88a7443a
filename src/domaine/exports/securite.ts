/**
 * `security.txt` (RFC 9116): whom to tell of a weakness of the site. It expires a year after the day of the facts, since a
 * build never reads the clock.
 * @param contact as the publisher has written it: a mail or web address; any other, or none, gives no file
 * @param etatAu day of the facts
 */
export function publierSecurite(contact: string | null, etatAu: string, canonique: string): string | undefined {
	const adresse = adresseDe(contact?.trim() ?? '');
	if (!adresse) return undefined;
	const [annee = '', ...jour] = etatAu.split('-');
	// 29 February has no other next year.
	const expire = [Number(annee) + 1, ...jour].join('-').replace('-02-29', '-02-28');
	return [
		`Contact: ${adresse}`,
		`Expires: ${expire}T00:00:00Z`,
		'Preferred-Languages: fr',
		`Canonical: ${canonique}`,
		'',
	].join('\n');
}

function adresseDe(contact: string): string | undefined {
	if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(contact)) return `mailto:${contact}`;
	return /^(?:https:\/\/|mailto:)\S+$/.test(contact) ? contact : undefined;
}

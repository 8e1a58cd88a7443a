/** Thrown for bytes that are not text. The message is a French sentence. */
export class NonTexte extends Error {}

/** Windows-1252 differs from Latin-1 for « ’ » and « œ », which old Windows text files contain. */
const CP1252 = new TextDecoder('windows-1252');

export type Decode = { texte: string; encodage: 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'UTF-8 et Windows-1252' };

/**
 * Decodes text. UTF-8 first; bytes that are invalid in UTF-8 are read as Windows-1252 one by one, since some files mix
 * both.
 * @throws NonTexte if there are NUL bytes without a UTF-16 byte order mark, or invalid UTF-16
 */
export const decoder = (octets: Uint8Array): Decode => {
	if (octets[0] === 0xff && octets[1] === 0xfe) return { texte: lire('utf-16le', octets), encodage: 'UTF-16' };
	if (octets[0] === 0xfe && octets[1] === 0xff) return { texte: lire('utf-16be', octets), encodage: 'UTF-16' };
	if (octets.includes(0)) throw new NonTexte('fichier binaire : ni un texte, ni un PDF, ni un XML');
	try {
		return { texte: new TextDecoder('utf-8', { fatal: true }).decode(octets), encodage: 'UTF-8' };
	} catch {
		const { texte, valides } = melange(octets);
		return { texte, encodage: valides > 0 ? 'UTF-8 et Windows-1252' : 'Windows-1252' };
	}
};

const lire = (encodage: string, octets: Uint8Array): string => {
	try {
		return new TextDecoder(encodage, { fatal: true }).decode(octets);
	} catch {
		throw new NonTexte(`fichier binaire ou abîmé : il s’annonce en ${encodage.toUpperCase()} et n’en est pas`);
	}
};

/** `valides` is the number of multibyte UTF-8 characters. */
const melange = (octets: Uint8Array): { texte: string; valides: number } => {
	const utf8 = new TextDecoder('utf-8', { fatal: true });
	const morceaux: string[] = [];
	let valides = 0;
	for (let i = 0; i < octets.length; ) {
		const premier = octets[i] ?? 0;
		const longueur = premier >= 0xf0 ? 4 : premier >= 0xe0 ? 3 : premier >= 0xc2 ? 2 : 1;
		if (longueur > 1) {
			try {
				morceaux.push(utf8.decode(octets.subarray(i, i + longueur)));
				valides++;
				i += longueur;
				continue;
			} catch {
				// Truncated, overlong or a surrogate: read byte by byte below.
			}
		}
		morceaux.push(CP1252.decode(octets.subarray(i, i + 1)));
		i++;
	}
	return { texte: morceaux.join(''), valides };
};

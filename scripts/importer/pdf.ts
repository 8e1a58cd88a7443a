import { getDocumentProxy } from 'unpdf';
import { lignesDePage, type Morceau } from '../../src/importation/page.ts';
import { Refus } from '../../src/importation/refus.ts';

/** Text of a PDF, its columns put back in reading order; pages are parted by a form feed. */
export const texteDePdf = async (
	octets: Uint8Array,
	progres: (page: number, pages: number) => void,
): Promise<string> => {
	const pdf = await ouvrir(octets);
	const pages: string[] = [];
	for (let n = 1; n <= pdf.numPages; n++) {
		progres(n, pdf.numPages);
		const page = await pdf.getPage(n);
		const { items } = await page.getTextContent();
		const morceaux = items.flatMap((item): Morceau[] => {
			if (!('str' in item)) return [];
			const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
			return [{ texte: item.str, x, y, largeur: item.width, corps: Math.hypot(a, b) || item.height || 1 }];
		});
		pages.push(lignesDePage(morceaux).join('\n'));
		page.cleanup();
	}
	const texte = pages.join('\n\n\f');
	if (!/\p{L}/u.test(texte))
		throw new Refus(
			'ce PDF n’a pas de couche de texte : ce sont des images ; le passer à la reconnaissance de caractères, puis importer le texte',
		);
	return texte;
};

const ouvrir = async (octets: Uint8Array) => {
	try {
		// pdf.js takes the buffer for itself: the copy leaves ours to be written to the catalogue.
		return await getDocumentProxy(Uint8Array.from(octets), { verbosity: 0 });
	} catch (erreur) {
		const { name, message } = erreur as Error;
		if (name === 'PasswordException')
			throw new Refus('ce PDF est chiffré : un mot de passe est demandé ; importer une copie ouverte');
		throw new Refus(`PDF illisible (${message || name})`);
	}
};

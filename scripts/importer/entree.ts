import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Unzip, UnzipInflate } from 'fflate';
import { montrable } from '../../src/importation/caractere.ts';
import { Refus } from '../../src/importation/refus.ts';

/** Kind of a file, by its first bytes. */
export type Forme = 'xml' | 'zip' | 'pdf' | 'texte';

const A_OUVRIR = 'l’ouvrir, l’enregistrer en PDF ou en texte, puis importer celui-ci';
const A_DECOMPRESSER = 'la décompresser, puis importer ce qu’elle contient';
const IMAGE = 'image ; la passer à la reconnaissance de caractères, puis importer le texte';
/** Signatures of unsupported kinds of files, with what to do about them. */
const AUTRES: readonly [string, string][] = [
	['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', `document Word ou Excel ancien (.doc, .xls) ; ${A_OUVRIR}`],
	['{\\rtf', `document RTF ; ${A_OUVRIR}`],
	['\x89PNG', IMAGE],
	['\xff\xd8\xff', IMAGE],
	['GIF8', IMAGE],
	['II*\0', IMAGE],
	['MM\0*', IMAGE],
	['\x1f\x8b', `archive gzip ; ${A_DECOMPRESSER}`],
	['7z\xbc\xaf', `archive 7z ; ${A_DECOMPRESSER}`],
	['Rar!', `archive rar ; ${A_DECOMPRESSER}`],
];

/** Detects the kind of a file from its first bytes. Throws `Refus` for unsupported kinds. */
export const formeDe = (tete: Uint8Array): Forme => {
	const texte = Buffer.from(tete.subarray(0, 1024)).toString('latin1');
	const autre = AUTRES.find(([signature]) => texte.startsWith(signature));
	if (autre) throw new Refus(autre[1]);
	if (texte.startsWith('PK\x03\x04') || texte.startsWith('PK\x05\x06')) return 'zip';
	if (/^\s*%PDF-/u.test(texte)) return 'pdf';
	// A web page may start like XML: it is read as text.
	if (/^\s*(?:\xef\xbb\xbf)?\s*<\?xml[^>]*>\s*(?:<!DOCTYPE html[^>]*>\s*)?<html/iu.test(texte)) return 'texte';
	if (/^\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|FICHES|!DOCTYPE(?! html))/iu.test(texte)) return 'xml';
	if (/^(?:\xef\xbb\xbf)?"?(?:Id|Numero)_Fiche"?;/u.test(texte))
		throw new Refus('export du RNCP en CSV, qui n’a pas les compétences ; télécharger celui en XML (V4.1)');
	if (['\xff\xfe<\0', '\xfe\xff\0<', '<\0?\0'].some((signature) => texte.startsWith(signature)))
		throw new Refus('XML en UTF-16 ; le réenregistrer en UTF-8');
	return 'texte';
};

/** Maximum uncompressed size in bytes of a zip. An RNCP export has about 600 MB. */
const TAILLE_MAXIMUM = 4_000_000_000;

type Entree = { nom: string; crc: number; taille: number; chiffree: boolean };

/** Reads the central directory of a zip: its entries, before anything is decompressed. */
const repertoire = async (chemin: string): Promise<Entree[]> => {
	const coupe = () => new Refus('zip illisible ou coupé : son répertoire manque ; le télécharger à nouveau');
	const fichier = await open(chemin);
	try {
		const { size } = await fichier.stat();
		const lire = async (place: number, longueur: number): Promise<Buffer> => {
			const octets = Buffer.alloc(Math.max(0, Math.min(longueur, size - place)));
			await fichier.read(octets, 0, octets.length, place);
			return octets;
		};
		const queue = await lire(Math.max(0, size - 65_557), 65_557);
		const fin = queue.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
		if (fin < 0 || fin + 22 > queue.length) throw coupe();
		const nombre = queue.readUInt16LE(fin + 10);
		const [longueur, place] = [queue.readUInt32LE(fin + 12), queue.readUInt32LE(fin + 16)];
		if (nombre === 0xffff || place === 0xffffffff)
			throw new Refus('zip de très grande taille (zip64) : ce n’est pas un export du RNCP');
		if (place + longueur > size) throw coupe();
		const octets = await lire(place, longueur);
		const entrees: Entree[] = [];
		for (let i = 0, n = 0; n < nombre; n++) {
			if (i + 46 > octets.length || octets.readUInt32LE(i) !== 0x02014b50) throw coupe();
			const [nom, extra, commentaire] = [28, 30, 32].map((d) => octets.readUInt16LE(i + d)) as [number, number, number];
			entrees.push({
				nom: octets.toString('utf8', i + 46, i + 46 + nom),
				crc: octets.readUInt32LE(i + 16),
				taille: octets.readUInt32LE(i + 24),
				chiffree: (octets.readUInt16LE(i + 8) & 1) === 1,
			});
			i += 46 + nom + extra + commentaire;
		}
		return entrees;
	} finally {
		await fichier.close();
	}
};

/** The single XML file of an export. Throws `Refus` if the zip is something else. */
const xmlDuZip = async (chemin: string): Promise<Entree> => {
	const entrees = (await repertoire(chemin)).filter((e) => !e.nom.endsWith('/'));
	if (entrees.length === 0) throw new Refus('zip vide');
	const noms = entrees.map((e) => e.nom);
	const bureautique: readonly [RegExp, string][] = [
		[/^word\/document\.xml$/u, 'document Word (.docx)'],
		[/^xl\/workbook\.xml$/u, 'classeur Excel (.xlsx)'],
		[/^ppt\/presentation\.xml$/u, 'présentation (.pptx)'],
		[/^META-INF\/manifest\.xml$/u, 'document OpenDocument (.odt)'],
		[/^META-INF\/container\.xml$/u, 'livre EPUB'],
	];
	const autre = bureautique.find(([motif]) => noms.some((nom) => motif.test(nom)));
	if (autre) throw new Refus(`${autre[1]} ; l’ouvrir, l’enregistrer en PDF ou en texte, puis importer celui-ci`);
	const grimpe = noms.find((nom) => /^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/u.test(nom));
	if (grimpe !== undefined)
		throw new Refus(`zip refusé : « ${montrable(grimpe.slice(0, 80))} » sortirait de son dossier`);
	const xmls = entrees.filter((e) => /\.xml$/iu.test(e.nom));
	const [xml] = xmls;
	if (!xml) throw new Refus(`zip sans XML : ${montrable(noms.slice(0, 3).join(', ').slice(0, 120))}`);
	if (xmls.length > 1)
		throw new Refus(
			`zip à ${xmls.length} XML (${montrable(
				xmls
					.map((e) => e.nom)
					.slice(0, 3)
					.join(', ')
					.slice(0, 160),
			)}) ; n’y laisser que l’export`,
		);
	if (xml.chiffree) throw new Refus('zip chiffré : un mot de passe est demandé');
	if (xml.taille > TAILLE_MAXIMUM) throw new Refus(tropGros());
	return xml;
};

const tropGros = (): string =>
	`zip de plus de ${TAILLE_MAXIMUM / 1_000_000_000} Go décompressé : ce n’est pas un export du RNCP`;

/** Decompression may multiply the size by a thousand, so the zip is read in small pieces. */
const MORCEAU_ZIP = 1 << 14;
const MORCEAU = 1 << 18;

async function* octetsDuZip(chemin: string, lus: (octets: number) => void): AsyncGenerator<Uint8Array> {
	const attendu = await xmlDuZip(chemin);
	const sorties: Uint8Array[] = [];
	let [crc, total, fini] = [0, 0, false];
	let faute: unknown;
	const zip = new Unzip((fichier) => {
		if (fichier.name !== attendu.nom) return;
		fichier.ondata = (erreur, octets, dernier) => {
			faute ??= erreur ?? undefined;
			if (erreur) return;
			sorties.push(octets);
			fini ||= dernier;
		};
		fichier.start();
	});
	zip.register(UnzipInflate);
	try {
		for await (const morceau of createReadStream(chemin, { highWaterMark: MORCEAU_ZIP })) {
			zip.push(morceau as Uint8Array);
			lus((morceau as Uint8Array).length);
			if (faute) throw faute;
			for (const octets of sorties.splice(0)) {
				total += octets.length;
				if (total > TAILLE_MAXIMUM) throw new Refus(tropGros());
				crc = crc32(octets, crc);
				yield octets;
			}
			if (fini) break;
		}
	} catch (erreur) {
		if (erreur instanceof Refus) throw erreur;
		throw new Refus('zip abîmé : ce qu’il contient ne se décompresse pas ; le télécharger à nouveau');
	}
	if (!fini || crc !== attendu.crc)
		throw new Refus(
			'zip coupé ou abîmé : sa somme de contrôle n’est pas celle de son contenu ; le télécharger à nouveau',
		);
}

async function* octetsDuFichier(chemin: string, lus: (octets: number) => void): AsyncGenerator<Uint8Array> {
	for await (const morceau of createReadStream(chemin, { highWaterMark: MORCEAU })) {
		lus((morceau as Uint8Array).length);
		yield morceau as Uint8Array;
	}
}

/**
 * Text of an export in pieces, from its XML or the published zip.
 * @param lus called with the number of bytes read from the file
 */
export async function* texteDExport(
	chemin: string,
	forme: Forme,
	lus: (octets: number) => void,
): AsyncGenerator<string> {
	const decodeur = new TextDecoder('utf-8', { fatal: true });
	let annonce: string | undefined;
	const decoder = (octets?: Uint8Array): string => {
		annonce ??=
			/^[^>]{0,200}?encoding=["']([\w.-]{1,40})/u.exec(Buffer.from(octets ?? []).toString('latin1'))?.[1] ?? 'UTF-8';
		try {
			return octets ? decodeur.decode(octets, { stream: true }) : decodeur.decode();
		} catch {
			throw new Refus(
				/^utf-?8$/iu.test(annonce)
					? 'XML refusé : il s’annonce en UTF-8 et n’en est pas, en Windows-1252 sans doute ; le réenregistrer en UTF-8, ou le télécharger à nouveau'
					: `XML refusé : encodage ${annonce} : seul l’UTF-8 est lu ; le réenregistrer en UTF-8`,
			);
		}
	};
	for await (const octets of forme === 'zip' ? octetsDuZip(chemin, lus) : octetsDuFichier(chemin, lus))
		yield decoder(octets);
	yield decoder();
}

/** Day of an export, from the file name or else the name of the XML in its zip; undefined if neither has a date. */
export const jourDExport = async (chemin: string, forme: Forme): Promise<string | undefined> => {
	const noms = [chemin.replace(/^.*[/\\]/u, ''), ...(forme === 'zip' ? [(await xmlDuZip(chemin)).nom] : [])];
	for (const nom of noms) {
		const m = /(?<!\d)(20\d{2})[-_](\d{2})[-_](\d{2})(?!\d)/u.exec(nom);
		const jour = m && `${m[1]}-${m[2]}-${m[3]}`;
		if (jour && !Number.isNaN(Date.parse(jour)) && new Date(jour).toISOString().startsWith(jour)) return jour;
	}
	return undefined;
};

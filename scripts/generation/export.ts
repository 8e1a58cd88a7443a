import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';

/** Content of a FICHE of a generated export. */
export type FicheVoulue = {
	numero: number;
	intitule: string;
	/** « TP » by default. */
	type?: string;
	niveau?: number;
	nsf?: string;
	rome?: { code: string; libelle: string };
	activites?: string;
	/** Days as the RNCP writes them: « 01/09/2023 ». */
	effet?: string;
	fin?: string;
	actif?: 'Oui' | 'Non';
	anciennes?: readonly number[];
	nouvelles?: readonly number[];
	/** For each bloc: its title, then its competences. */
	blocs?: readonly (readonly [string, ...string[]])[];
	/** `[blocs of an older fiche, bloc of this one]`, by their codes. */
	cartes?: readonly (readonly [string | readonly string[], string])[];
};

const echapper = (texte: string): string => texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const element = (nom: string, texte: string): string => `<${nom}>${echapper(texte)}</${nom}>`;

export const codeDeBloc = (numero: number, rang: number): string => `RNCP${numero}BC${String(rang).padStart(2, '0')}`;

/** Writes one FICHE in version 4.1 of the format of the open data. */
export const ficheXml = (f: FicheVoulue): string => {
	const liste = (nom: string, numeros: readonly number[] = []) =>
		numeros.length === 0
			? ''
			: `<${nom}S_CERTIFICATIONS>${numeros.map((n) => `<${nom}_CERTIFICATION>${element(`ID_FICHE_${nom}_CERTIFICATION`, `RNCP${n}`)}</${nom}_CERTIFICATION>`).join('')}</${nom}S_CERTIFICATIONS>`;
	const blocs = (f.blocs ?? [['Préparer', 'Trier les pièces.', 'Nettoyer les pièces.']]).map(
		([titre, ...competences], i) =>
			`<BLOC_COMPETENCES>${element('CODE', codeDeBloc(f.numero, i + 1))}${element('LIBELLE', titre)}${element('LISTE_COMPETENCES', competences.join('    '))}</BLOC_COMPETENCES>\n`,
	);
	const cotes = (codes: string | readonly string[]) =>
		[codes].flat().map((code) => `<BLOC_COMPETENCES>${element('CODE', code)}</BLOC_COMPETENCES>`);
	const cartes = (f.cartes ?? []).map(
		([de, vers]) =>
			`<CORRESPONDANCE><SOURCE>${cotes(vers).join('')}</SOURCE><DESTINATION>${element('NUMERO_FICHE', ([de].flat()[0] as string).replace(/BC\d+$/u, ''))}${cotes(de).join('')}</DESTINATION></CORRESPONDANCE>\n`,
	);
	return [
		`<FICHE>${element('ID_FICHE', String(f.numero))}${element('NUMERO_FICHE', `RNCP${f.numero}`)}\n`,
		liste('NOUVELLE', f.nouvelles),
		liste('ANCIENNE', f.anciennes),
		element('INTITULE', f.intitule),
		`<ABREGE>${element('CODE', f.type ?? 'TP')}<LIBELLE>Titre professionnel</LIBELLE></ABREGE>\n`,
		f.nsf ? `<CODES_NSF><NSF>${element('CODE', f.nsf)}</NSF></CODES_NSF>` : '',
		f.rome
			? `<CODES_ROME><ROME>${element('CODE', f.rome.code)}${element('LIBELLE', f.rome.libelle)}</ROME></CODES_ROME>`
			: '',
		`<ACTIF>${f.actif ?? 'Oui'}</ACTIF><NOMENCLATURE_EUROPE><NIVEAU>NIV${f.niveau ?? 4}</NIVEAU></NOMENCLATURE_EUROPE>`,
		element('ACTIVITES_VISEES', f.activites ?? 'Il travaille en atelier.'),
		f.effet === undefined ? '' : element('DATE_EFFET', f.effet),
		f.fin === undefined ? '' : element('DATE_FIN_ENREGISTREMENT', f.fin),
		`<BLOCS_COMPETENCES>\n${blocs.join('')}</BLOCS_COMPETENCES>`,
		cartes.length === 0 ? '' : `<CORRESPONDANCES>\n${cartes.join('')}</CORRESPONDANCES>`,
		'</FICHE>\n',
	].join('');
};

/** Certifications of other bodies in an export: how many, and the bytes of text of each. */
export type Autres = { nombre: number; poids: number };

/** Those of the real export, at the end of 2026. */
export const AUTRES: Autres = { nombre: 25_270, poids: 20_000 };

/** Yields the XML of an export piece by piece: the given fiches in order, other certifications spread among them. */
export function* exportEngendre(titres: readonly FicheVoulue[], { nombre, poids }: Autres): Generator<string> {
	yield '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<FICHES>\n<VERSION_FLUX>4.1</VERSION_FLUX>\n';
	const texte = 'Cette personne travaille en équipe, dans le respect des règles de son métier et de sa sécurité. ';
	const remplissage = texte.repeat(Math.ceil(poids / texte.length));
	const parTitre = Math.floor(nombre / titres.length);
	let autre = 0;
	for (const [n, titre] of titres.entries()) {
		yield ficheXml(titre);
		for (const jusque = n === titres.length - 1 ? nombre : (n + 1) * parTitre; autre < jusque; autre++)
			yield `<FICHE>\n${element('ID_FICHE', String(autre))}${element('NUMERO_FICHE', `RNCP${100_000 + autre}`)}${element('INTITULE', `Autre certification ${autre + 1}`)}<ABREGE><CODE>LP</CODE><LIBELLE>Licence professionnelle</LIBELLE></ABREGE>\n${element('ACTIVITES_VISEES', remplissage)}</FICHE>\n`;
	}
	yield '</FICHES>\n';
}

/** Writes an export as it is published: one XML in a zip, named after its day. @returns the size of the XML in bytes */
export const ecrireExport = async (chemin: string, jour: string, morceaux: Iterable<string>): Promise<number> => {
	const sortie = createWriteStream(chemin);
	const zip = new Zip((faute, octets) => {
		if (faute) throw faute;
		sortie.write(octets);
	});
	const xml = new ZipDeflate(`export-fiches-rncp-v4-1-${jour}.xml`, { level: 1 });
	zip.add(xml);
	const encodeur = new TextEncoder();
	let total = 0;
	for (const morceau of morceaux) {
		const octets = encodeur.encode(morceau);
		total += octets.length;
		xml.push(octets);
		if (sortie.writableNeedDrain) await once(sortie, 'drain');
	}
	xml.push(new Uint8Array(), true);
	zip.end();
	sortie.end();
	await once(sortie, 'finish');
	return total;
};

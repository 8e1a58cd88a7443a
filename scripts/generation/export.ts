import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';
import { alea } from './alea.ts';
import { plume } from './libelle.ts';
import type { Fonds } from './modele.ts';
import { metier, vocabulaire } from './vocabulaire.ts';

/** What an export of the RNCP looks like: how many fiches, of which so many titles of the ministry. */
export type Taille = {
	titres: number;
	autres: number /** Bytes of text of each fiche that is no such title. */;
	poids: number;
};

/** The size of the real one, at the end of 2026. */
export const TAILLE: Taille = { titres: 330, autres: 25_270, poids: 20_000 };

const echapper = (texte: string): string => texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const element = (nom: string, texte: string): string => `<${nom}>${echapper(texte)}</${nom}>\n`;
const deux = (n: number): string => String(n).padStart(2, '0');

/**
 * The fiches of an export, piece by piece. Titles go by lineages of three: each version says which it replaces, and
 * which of its blocs answer the older ones.
 * @param changees how many titles a newer export words otherwise
 */
export function* exportEngendre(fonds: Fonds, { titres, autres, poids }: Taille, changees = 0): Generator<string> {
	const a = alea(1);
	const mots = vocabulaire(fonds);
	yield '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<FICHES>\n<VERSION_FLUX>4.1</VERSION_FLUX>\n';
	const texte = 'Cette personne travaille en équipe, dans le respect des règles de son métier et de sa sécurité. ';
	const remplissage = texte.repeat(Math.ceil(poids / texte.length));
	const parTitre = Math.floor(autres / titres);
	for (let n = 0, autre = 0; n < titres; n++) {
		const rang = n % 3;
		const p = plume(mots, metier(mots, a), a);
		const numero = 50_000 + n;
		const code = (fiche: number, bloc: number) => `RNCP${fiche}BC${deux(bloc)}`;
		const blocs = Array.from({ length: 3 }, (_, b) => {
			const items = Array.from({ length: 4 }, () => p.competence());
			if (n < changees && b === 0) items[0] = `${items[0]} en atelier`;
			return `<BLOC_COMPETENCES>\n${element('CODE', code(numero, b + 1))}${element('LIBELLE', p.bloc())}${element('LISTE_COMPETENCES', items.join('    '))}</BLOC_COMPETENCES>\n`;
		});
		const cartes = [1, 2, 3].map(
			(b) =>
				`<CORRESPONDANCE><SOURCE><BLOC_COMPETENCES>${element('CODE', code(numero, b))}</BLOC_COMPETENCES></SOURCE><DESTINATION>${element('NUMERO_FICHE', `RNCP${numero - 1}`)}<BLOC_COMPETENCES>${element('CODE', code(numero - 1, b))}</BLOC_COMPETENCES></DESTINATION></CORRESPONDANCE>\n`,
		);
		const annee = 2013 + 5 * rang;
		yield [
			'<FICHE>\n',
			element('ID_FICHE', String(numero)),
			element('NUMERO_FICHE', `RNCP${numero}`),
			rang > 0
				? `<ANCIENNES_CERTIFICATIONS><ANCIENNE_CERTIFICATION>${element('ID_FICHE_ANCIENNE_CERTIFICATION', `RNCP${numero - 1}`)}</ANCIENNE_CERTIFICATION></ANCIENNES_CERTIFICATIONS>\n`
				: '',
			element('INTITULE', `Professionnel de la spécialité ${Math.floor(n / 3) + 1}`),
			'<ABREGE><CODE>TP</CODE><LIBELLE>Titre professionnel</LIBELLE></ABREGE>\n',
			element('ACTIF', rang === 2 ? 'Oui' : 'Non'),
			'<NOMENCLATURE_EUROPE><NIVEAU>NIV4</NIVEAU></NOMENCLATURE_EUROPE>\n',
			element('ACTIVITES_VISEES', texte.repeat(10)),
			element('DATE_EFFET', `01/09/${annee}`),
			element('DATE_FIN_ENREGISTREMENT', `31/08/${annee + 5}`),
			`<BLOCS_COMPETENCES>\n${blocs.join('')}</BLOCS_COMPETENCES>\n`,
			rang > 0 ? `<CORRESPONDANCES>\n${cartes.join('')}</CORRESPONDANCES>\n` : '',
			'</FICHE>\n',
		].join('');
		for (const jusque = n === titres - 1 ? autres : (n + 1) * parTitre; autre < jusque; autre++)
			yield `<FICHE>\n${element('ID_FICHE', String(autre))}${element('NUMERO_FICHE', `RNCP${autre + 1}`)}${element('INTITULE', `Autre certification ${autre + 1}`)}<ABREGE><CODE>LP</CODE><LIBELLE>Licence professionnelle</LIBELLE></ABREGE>\n${element('ACTIVITES_VISEES', remplissage)}</FICHE>\n`;
	}
	yield '</FICHES>\n';
}

/** Writes an export as it is published: one XML in a zip, of the name of its day. Returns the bytes of the XML. */
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

import { createReadStream, statSync } from 'node:fs';
import { lireDateBarree } from '../../src/importation/champ.ts';
import { Refus } from '../../src/importation/refus.ts';
import { type LectureRncp, lireFicheRncp, typeDeFiche } from '../../src/importation/rncp-fiche.ts';
import { lecteurRncp, texteDe, VERSION_FLUX } from '../../src/importation/rncp-flux.ts';
import type { FicheVue } from '../../src/importation/rncp-liens.ts';
import type { Progres } from './progres.ts';

export type Filtre = { fiches: ReadonlySet<string>; type: string | undefined };
export type FicheRetenue = { lecture: LectureRncp; xml: string };
export type Export = { retenues: FicheRetenue[]; vues: Map<string, FicheVue>; refus: string[]; total: number };

const MORCEAU = 1 << 18;

/**
 * A copy that shares nothing with the text of the file. V8 keeps a piece of a string as a view of the whole: a title
 * kept so would keep its quarter of a megabyte of XML with it.
 */
const detacher = <T>(valeur: T): T => JSON.parse(JSON.stringify(valeur));

/**
 * Reads an export of the RNCP as it comes. Only the fiches that the filter keeps stay in memory, and of the other
 * fiches of the same type their number, title and year, since a successor may be named before or after.
 */
export const lireExport = async (chemin: string, filtre: Filtre, progres: Progres): Promise<Export> => {
	const taille = statSync(chemin).size;
	const sortie: Export = { retenues: [], vues: new Map(), refus: [], total: 0 };
	const sansFiltre = filtre.fiches.size === 0 && filtre.type === undefined;
	const lecteur = lecteurRncp(({ noeud, xml }) => {
		sortie.total++;
		const numero = texteDe(noeud, 'NUMERO_FICHE');
		const type = typeDeFiche(noeud).toUpperCase();
		if (type === 'TP' || type === filtre.type) {
			const effet = ['DATE_EFFET', 'DATE_DECISION', 'DATE_DE_PUBLICATION']
				.map((nom) => lireDateBarree(texteDe(noeud, nom)))
				.find(Boolean);
			const vue: FicheVue = {
				numero,
				intitule: texteDe(noeud, 'INTITULE'),
				...(effet && { annee: effet.slice(0, 4) }),
			};
			const copie = detacher(vue);
			sortie.vues.set(copie.numero, copie);
		}
		if (sansFiltre && sortie.total > 1)
			throw new Refus('cet export a plusieurs fiches : dire lesquelles importer, par --fiche RNCP37674,… ou --type TP');
		if (filtre.fiches.size > 0 && !filtre.fiches.has(numero)) return;
		if (filtre.type !== undefined && type !== filtre.type) return;
		try {
			sortie.retenues.push(detacher({ lecture: lireFicheRncp(noeud), xml }));
		} catch (erreur) {
			if (!(erreur instanceof Refus)) throw erreur;
			sortie.refus.push(erreur.message);
		}
	});
	const flux = createReadStream(chemin, { encoding: 'utf8', highWaterMark: MORCEAU });
	let lus = 0;
	for await (const morceau of flux) {
		lecteur.ecrire(morceau as string);
		lus += Buffer.byteLength(morceau as string);
		progres.dire(
			`${Math.floor((100 * lus) / taille)} % : ${sortie.total} fiches vues, ${sortie.retenues.length} retenues`,
		);
	}
	lecteur.finir();
	progres.finir();
	const absentes = [...filtre.fiches].filter(
		(n) => !sortie.retenues.some((r) => r.lecture.numero === n) && !sortie.refus.some((r) => r.startsWith(n)),
	);
	if (absentes.length > 0) throw new Refus(`${absentes.join(', ')} : pas dans ${chemin} (${sortie.total} fiches lues)`);
	if (sortie.retenues.length === 0 && sortie.refus.length === 0)
		throw new Refus(`${chemin} : aucune fiche ne répond au filtre (${sortie.total} fiches lues)`);
	return sortie;
};

/** The extract that is kept as the source of one fiche. */
export const extraitXml = (xml: string): string =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<FICHES>\n  <VERSION_FLUX>${VERSION_FLUX}</VERSION_FLUX>\n  ${xml}\n</FICHES>\n`;

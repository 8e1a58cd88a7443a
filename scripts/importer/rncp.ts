import { statSync } from 'node:fs';
import { compte } from '../../src/domaine/vocabulaire.ts';
import { montrable } from '../../src/importation/caractere.ts';
import { lireDateBarree } from '../../src/importation/champ.ts';
import type { FicheVue } from '../../src/importation/lot.ts';
import { Refus } from '../../src/importation/refus.ts';
import {
	estActive,
	finDEnregistrement,
	intituleRncp,
	type LectureRncp,
	lireFicheRncp,
	typeDeFiche,
} from '../../src/importation/rncp-fiche.ts';
import { lecteurRncp, type Noeud, texteDe, VERSION_FLUX } from '../../src/importation/rncp-flux.ts';
import { type Forme, texteDExport } from './entree.ts';
import type { Progres } from './progres.ts';

export type Filtre = { fiches: ReadonlySet<string>; type: string | undefined };
export type FicheRetenue = { lecture: LectureRncp; xml: string };
export type Export = {
	retenues: FicheRetenue[];
	vues: Map<string, FicheVue>;
	/** Type of every fiche, by number. */
	types: Map<string, string>;
	/** Fiches that could not be read, with the reason. */
	refus: { fiche: string; motif: string }[];
	total: number;
};

/**
 * Deep copy without references to the source text: V8 keeps a substring as a view of its parent, so a title alone would
 * keep a quarter of a megabyte of XML in memory.
 */
const detacher = <T>(valeur: T): T => JSON.parse(JSON.stringify(valeur));

const vueDe = (noeud: Noeud, numero: string): FicheVue => {
	const [debut] = ['DATE_EFFET', 'DATE_DECISION'].flatMap((nom) => lireDateBarree(texteDe(noeud, nom)) ?? []);
	const publiee = lireDateBarree(texteDe(noeud, 'DATE_DE_PUBLICATION'));
	const fin = finDEnregistrement(lireDateBarree(texteDe(noeud, 'DATE_FIN_ENREGISTREMENT')), debut);
	const annee = (debut ?? publiee)?.slice(0, 4);
	return {
		numero,
		intitule: intituleRncp(noeud),
		active: estActive(noeud),
		...(annee && { annee }),
		...(debut && { debut }),
		...(fin && { fin }),
	};
};

/**
 * Streams an RNCP export. Keeps in memory the fiches that match the filter and, for the other titres professionnels,
 * number, title and dates, since fiches name their predecessors and successors.
 */
export const lireExport = async (chemin: string, forme: Forme, filtre: Filtre, progres: Progres): Promise<Export> => {
	const taille = statSync(chemin).size;
	const sortie: Export = { retenues: [], vues: new Map(), types: new Map(), refus: [], total: 0 };
	const sansFiltre = filtre.fiches.size === 0 && filtre.type === undefined;
	const numeros = new Set<string>();
	const lecteur = lecteurRncp(({ noeud, xml }) => {
		sortie.total++;
		const numero = texteDe(noeud, 'NUMERO_FICHE');
		const type = typeDeFiche(noeud).toUpperCase();
		sortie.types.set(detacher(numero), type === 'TP' ? 'TP' : detacher(type));
		if (type === 'TP') sortie.vues.set(detacher(numero), detacher(vueDe(noeud, numero)));
		if (sansFiltre && sortie.total > 1)
			throw new Refus('cet export a plusieurs fiches : dire lesquelles importer, par --fiche RNCP37674,… ou --type TP');
		if (filtre.fiches.size > 0 && !filtre.fiches.has(numero)) return;
		if (filtre.type !== undefined && type !== filtre.type) return;
		try {
			if (numeros.has(numero)) {
				const rang = sortie.retenues.findIndex((r) => r.lecture.numero === numero);
				if (sortie.retenues[rang]?.xml === xml) return;
				// Nothing tells which one is right.
				if (rang >= 0) sortie.retenues.splice(rang, 1);
				throw new Refus(`${numero} : deux fois dans l’export, autrement ; aucune n’est importée`);
			}
			numeros.add(detacher(numero));
			sortie.retenues.push(detacher({ lecture: lireFicheRncp(noeud), xml }));
		} catch (erreur) {
			if (!(erreur instanceof Refus)) throw erreur;
			const fiche = /^RNCP\d{1,6}$/u.test(numero) ? numero : `ligne ${noeud.ligne}`;
			sortie.refus.push({ fiche, motif: erreur.message.replace(numero, '').replace(/^(?: :|,) /u, '') });
		}
	});
	let lus = 0;
	const flux = texteDExport(chemin, forme, (octets) => {
		lus += octets;
	});
	for await (const morceau of flux) {
		lecteur.ecrire(morceau);
		progres.dire(
			`${Math.floor((100 * lus) / taille)} % : ${compte(sortie.total, 'fiche vue', 'fiches vues')}, ${compte(sortie.retenues.length, 'retenue', 'retenues')}`,
		);
	}
	lecteur.finir();
	progres.finir();
	const absentes = [...filtre.fiches].filter((n) => !numeros.has(n) && !sortie.refus.some((r) => r.fiche === n));
	if (absentes.length > 0)
		throw new Refus(
			`${montrable(absentes.join(', '))} : pas dans ${chemin} (${compte(sortie.total, 'fiche lue', 'fiches lues')})`,
		);
	if (sortie.retenues.length === 0 && sortie.refus.length === 0)
		throw new Refus(
			`${chemin} : aucune fiche ne répond au filtre (${compte(sortie.total, 'fiche lue', 'fiches lues')})`,
		);
	return sortie;
};

/** Reads the fiche of a stored extract; undefined if it is no longer valid. */
const dExtrait = <T>(xml: string, lire: (noeud: Noeud) => T): T | undefined => {
	try {
		const lues: T[] = [];
		const lecteur = lecteurRncp(({ noeud }) => lues.push(lire(noeud)));
		lecteur.ecrire(xml);
		lecteur.finir();
		return lues[0];
	} catch (erreur) {
		if (erreur instanceof Refus) return undefined;
		throw erreur;
	}
};
export const lireExtrait = (xml: string): LectureRncp | undefined => dExtrait(xml, lireFicheRncp);
export const typeDExtrait = (xml: string): string | undefined => dExtrait(xml, typeDeFiche)?.toUpperCase();

/** XML stored as the source of one fiche. */
export const extraitXml = (xml: string): string =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<FICHES>\n  <VERSION_FLUX>${VERSION_FLUX}</VERSION_FLUX>\n  ${xml}\n</FICHES>\n`;

import { idVersion } from '../schemas/version.ts';
import { idsDesBlocs } from './bloc.ts';
import { sigleDesMots } from './champ.ts';
import type { FinLue } from './lecture.ts';
import type { LectureRncp } from './rncp-fiche.ts';
import { replier } from './signe.ts';

/**
 * Plans the import of a batch of RNCP fiches: the version of each one, its lineage, and the official links of blocs
 * that it declares. Titles are identified by RNCP number and joined by declared successions, never by initials or
 * words.
 */

/** A fiche of the export that is not imported but that others may name. */
export type FicheVue = {
	numero: string;
	intitule: string;
	annee?: string;
	active: boolean;
	debut?: string;
	fin?: FinLue;
};

/** A bloc of the catalogue, with its RNCP code if known. */
export type BlocTenu = { id: string; code?: string };

/** A held or known version of the catalogue. */
export type VersionDuCatalogue = {
	id: string;
	sigle: string;
	sigleDeNotreFait?: true;
	intitule: string;
	/** Whether it has a file in `titres/`. */
	detenue: boolean;
	rncp: string[];
	blocs: BlocTenu[];
};

export type LigneeDuCatalogue = { fichier: string; versions: string[]; successions: { de: string; vers: string }[] };

export type EtatDuCatalogue = {
	versions: readonly VersionDuCatalogue[];
	lignees: readonly LigneeDuCatalogue[];
	/** Ids of files of `titres/` that cannot be read. */
	illisibles: ReadonlySet<string>;
};

/** A version that the export only names, with its facts. */
export type VersionNommee = {
	id: string;
	sigle: string;
	sigleDeNotreFait: true;
	intitule: string;
	numero: string;
	debut?: string;
	fin?: FinLue;
};

export type SuccessionDeclaree = { de: string; vers: string; ancien: string; nouveau: string; fiche: string };

/** Additions to the file of a lineage. Existing files are never rewritten. */
export type LigneeALire = {
	fichier: string;
	neuve: boolean;
	/** Title of its newest fiche, which names a new lineage. */
	intitule: string;
	/** Versions that this batch holds. */
	tenues: string[];
	nommees: VersionNommee[];
	/** Provisional ids replaced by the real version: `rncp1-avant-2018` → `relieur-2015`. */
	remplacees: { de: string; vers: string }[];
	successions: SuccessionDeclaree[];
};

export type CarteDeBlocs = { de: string; vers: string; fiche: string; liens: { de: string[]; vers: string[] }[] };

export type Lot = {
	/** Version ids by RNCP number. */
	ids: Map<string, string>;
	sigles: Map<string, { sigle: string; sigleDeNotreFait?: true }>;
	/** Fiches without a usable id, with the reason. */
	refus: Map<string, string>;
	lignees: LigneeALire[];
	cartes: CarteDeBlocs[];
	/** Conflicts by fiche, which only a person can settle. */
	conflits: { fiche: string; objet: string }[];
};

/** Provisional id of a fiche without date: `rncp24998-avant-2018`. */
const PROVISOIRE = /^rncp\d+-(?:avant|apres)-\d{4}$/u;

const numeroDe = (rncp: string): number => Number(rncp.replace(/\D/gu, ''));
/** Words of a title, without « (ne) » and « (e) », so that two spellings are equal. */
const motsDuTitre = (intitule: string): string =>
	replier(intitule.replace(/\([^)]*\)/gu, ' '))
		.replace(/[^a-z0-9]+/gu, ' ')
		.trim();

type Arc = { ancien: string; nouveau: string; fiche: string };

const arcsDe = (fiches: readonly LectureRncp[]): Arc[] => {
	const arcs = new Map<string, Arc>();
	for (const { numero, anciennes, nouvelles } of fiches) {
		const ajouter = (ancien: string, nouveau: string) => {
			const cle = `${ancien} ${nouveau}`;
			if (ancien !== nouveau && !arcs.has(cle)) arcs.set(cle, { ancien, nouveau, fiche: numero });
		};
		for (const ancien of anciennes) ajouter(ancien, numero);
		for (const nouveau of nouvelles) ajouter(numero, nouveau);
	}
	return [...arcs.values()];
};

/**
 * Plans what to write for a batch of fiches.
 * @param vues other fiches of the export, by number
 * @param etat what the catalogue has
 * @param impose id required by `--id`
 */
export const planifier = (
	fiches: readonly LectureRncp[],
	vues: ReadonlyMap<string, FicheVue>,
	etat: EtatDuCatalogue,
	impose?: string,
): Lot => {
	const lot: Lot = { ids: new Map(), sigles: new Map(), refus: new Map(), lignees: [], cartes: [], conflits: [] };
	const ordre = [...fiches].sort((a, b) => numeroDe(a.numero) - numeroDe(b.numero));
	const arcs = arcsDe(ordre);
	identifier(ordre, arcs, etat, lot, impose);
	const gardees = ordre.filter((f) => lot.ids.has(f.numero));
	relier(gardees, arcs, vues, etat, lot);
	for (const fiche of gardees) cartographier(fiche, gardees, etat, lot);
	return lot;
};

/** Gives each fiche the id of the version with its number, or else a new id. */
const identifier = (
	ordre: readonly LectureRncp[],
	arcs: readonly Arc[],
	etat: EtatDuCatalogue,
	lot: Lot,
	impose: string | undefined,
): void => {
	const parNumero = new Map(etat.versions.flatMap((v) => v.rncp.map((n) => [n, v] as const)));
	const pris = new Set(etat.versions.map((v) => v.id));
	const parTitre = new Map<string, VersionDuCatalogue | null>();
	for (const version of etat.versions.filter((v) => !PROVISOIRE.test(v.id))) {
		const cle = motsDuTitre(version.intitule);
		const deja = parTitre.get(cle);
		// If titles with the same words have two sigles, use neither.
		parTitre.set(cle, deja === undefined || deja?.sigle === version.sigle ? version : null);
	}
	const nommer = (fiche: LectureRncp) => {
		const voisin = arcs
			.flatMap((a) => (a.ancien === fiche.numero ? [a.nouveau] : a.nouveau === fiche.numero ? [a.ancien] : []))
			.map((n) => parNumero.get(n))
			.find((v) => v && motsDuTitre(v.intitule) === motsDuTitre(fiche.intitule));
		const parent = voisin ?? parTitre.get(motsDuTitre(fiche.intitule));
		const { sigle, sigleDeNotreFait } = parent && !PROVISOIRE.test(parent.id) ? parent : fiche;
		return { sigle, ...(sigleDeNotreFait && { sigleDeNotreFait }) };
	};
	for (const fiche of ordre) {
		const { numero } = fiche;
		const tenue = parNumero.get(numero);
		let { sigle, sigleDeNotreFait } = nommer(fiche);
		let id = impose ?? (tenue && !PROVISOIRE.test(tenue.id) ? tenue.id : undefined);
		if (id === undefined) {
			if (fiche.annee === undefined) {
				lot.refus.set(numero, 'la fiche ne dit pas son année : l’importer seule, avec --id');
				continue;
			}
			id = `${sigle.toLowerCase()}-${fiche.annee}`;
			if (etat.illisibles.has(id)) {
				lot.refus.set(numero, `titres/${id}.md existe et ne se lit pas ; le corriger d’abord`);
				continue;
			}
			if (pris.has(id)) {
				sigle = `${sigle.slice(0, 40)}-${numero}`;
				sigleDeNotreFait = true;
				id = `${sigle.toLowerCase()}-${fiche.annee}`;
			}
			if (!idVersion.safeParse(id).success) {
				lot.refus.set(numero, `« ${id} » ne peut pas être un identifiant : l’importer seule, avec --id`);
				continue;
			}
		} else {
			sigle = id.replace(/-\d{4}$/u, '').toUpperCase();
			sigleDeNotreFait = tenue ? tenue.sigleDeNotreFait : sigle === fiche.sigle ? fiche.sigleDeNotreFait : undefined;
		}
		pris.add(id);
		lot.ids.set(numero, id);
		lot.sigles.set(numero, { sigle, ...(sigleDeNotreFait && { sigleDeNotreFait }) });
	}
};

/** Joins versions by declared successions, and adds each connected group to an existing lineage or to a new one. */
const relier = (
	fiches: readonly LectureRncp[],
	arcs: readonly Arc[],
	vues: ReadonlyMap<string, FicheVue>,
	etat: EtatDuCatalogue,
	lot: Lot,
): void => {
	const parNumero = new Map(etat.versions.flatMap((v) => v.rncp.map((n) => [n, v.id] as const)));
	const remplacees = new Map<string, string>();
	for (const [numero, id] of lot.ids) {
		const avant = parNumero.get(numero);
		if (avant && avant !== id) remplacees.set(avant, id);
	}
	const courant = (id: string) => remplacees.get(id) ?? id;
	const lectures = new Map(fiches.map((f) => [f.numero, f]));
	const declares = arcs.filter((a) => lectures.has(a.fiche));
	const nommees = nommerLesAbsentes(declares, lectures, vues, etat, lot);
	const idDe = (numero: string): string =>
		courant(lot.ids.get(numero) ?? parNumero.get(numero) ?? nommees.get(numero)?.id ?? '');
	const successions = declares
		.map((a): SuccessionDeclaree => ({ de: idDe(a.ancien), vers: idDe(a.nouveau), ...a }))
		.filter((s) => s.de !== s.vers);

	const fichierDe = new Map(etat.lignees.flatMap((l) => l.versions.map((v) => [courant(v), l.fichier] as const)));
	const noms = new Set(etat.lignees.map((l) => l.fichier));
	const tenues = new Set(lot.ids.values());
	for (const groupe of grouper([...tenues], successions)) {
		const siennes = fiches.filter((f) => groupe.includes(lot.ids.get(f.numero) ?? ''));
		const derniere = siennes.reduce((x, y) => ((y.annee ?? '') >= (x.annee ?? '') ? y : x));
		const sigle = lot.sigles.get(derniere.numero)?.sigle.toLowerCase() ?? derniere.numero.toLowerCase();
		const fichier =
			groupe.map((id) => fichierDe.get(id)).find((f) => f !== undefined) ??
			(noms.has(sigle) ? `${sigle}-${derniere.numero.toLowerCase()}` : sigle);
		noms.add(fichier);
		const existante = etat.lignees.find((l) => l.fichier === fichier);
		const membres = new Set(existante?.versions ?? []);
		const dansAutre = (id: string) => (fichierDe.get(id) ?? fichier) !== fichier;
		const connues = (existante?.successions ?? []).map(({ de, vers }) => ({ de: courant(de), vers: courant(vers) }));
		lot.lignees.push({
			fichier,
			neuve: existante === undefined,
			intitule: derniere.intitule,
			tenues: groupe.filter((id) => tenues.has(id) && !dansAutre(id)),
			nommees: [...nommees.values()].filter((n) => groupe.includes(n.id) && !membres.has(n.id)),
			remplacees: [...remplacees].filter(([de]) => membres.has(de)).map(([de, vers]) => ({ de, vers })),
			successions: retenir(
				successions.filter((s) => groupe.includes(s.de)),
				connues,
				dansAutre,
				lot,
			),
		});
	}
};

/**
 * Gives ids to the versions that arcs mention and that neither the batch nor the catalogue holds.
 * @returns the named versions, by RNCP number
 */
const nommerLesAbsentes = (
	arcs: readonly Arc[],
	lectures: ReadonlyMap<string, LectureRncp>,
	vues: ReadonlyMap<string, FicheVue>,
	etat: EtatDuCatalogue,
	lot: Lot,
): Map<string, VersionNommee> => {
	const tenus = new Set([...lot.ids.keys(), ...etat.versions.flatMap((v) => v.rncp)]);
	const pris = new Set([...etat.versions.map((v) => v.id), ...lot.ids.values()]);
	const nommees = new Map<string, VersionNommee>();
	for (const { ancien, nouveau, fiche } of arcs)
		for (const [numero, sens] of [
			[ancien, 'avant'],
			[nouveau, 'apres'],
		] as const) {
			if (tenus.has(numero) || nommees.has(numero)) continue;
			const vue = vues.get(numero);
			const sigle = vue?.annee ? sigleDesMots(vue.intitule) : undefined;
			const chiffres = numero.toLowerCase();
			const libre = [
				sigle && `${sigle.toLowerCase()}-${vue?.annee}`,
				sigle && `${sigle.toLowerCase().slice(0, 40)}-${chiffres}-${vue?.annee}`,
			].find((id) => id && !pris.has(id) && idVersion.safeParse(id).success);
			const annee = lectures.get(fiche)?.annee ?? lot.ids.get(fiche)?.slice(-4);
			const id = libre || `${chiffres}-${sens}-${annee}`;
			pris.add(id);
			nommees.set(numero, {
				id,
				sigle: id.replace(/-\d{4}$/u, '').toUpperCase(),
				sigleDeNotreFait: true,
				intitule: vue?.intitule ?? `Fiche ${numero}, dont l’export ne donne pas l’intitulé`,
				numero,
				...(vue?.debut && { debut: vue.debut }),
				...(vue?.fin && { fin: vue.fin }),
			});
		}
	return nommees;
};

/**
 * Selects the declared successions to add to a lineage. Known ones are skipped. Those that would join two lineages or
 * close a cycle become conflicts, to be settled by hand.
 * @param connues successions already in the lineage
 * @param dansAutre tells whether a version belongs to another lineage
 */
const retenir = (
	declarees: readonly SuccessionDeclaree[],
	connues: readonly { de: string; vers: string }[],
	dansAutre: (id: string) => boolean,
	lot: Lot,
): SuccessionDeclaree[] => {
	const retenues: SuccessionDeclaree[] = [];
	for (const s of declarees) {
		if (connues.some((t) => t.de === s.de && t.vers === s.vers)) continue;
		if (dansAutre(s.de) || dansAutre(s.vers))
			lot.conflits.push({
				fiche: s.fiche,
				objet: `${s.nouveau} remplace ${s.ancien}, mais ${s.de} et ${s.vers} sont de deux lignées du catalogue : les réunir à la main`,
			});
		else if (atteint(s.vers, s.de, [...connues, ...retenues]))
			lot.conflits.push({
				fiche: s.fiche,
				objet: `${s.nouveau} remplacerait ${s.ancien}, que d’autres déclarent remplacée par elle : succession laissée`,
			});
		else retenues.push(s);
	}
	return retenues;
};

const atteint = (
	de: string,
	cible: string,
	arcs: readonly { de: string; vers: string }[],
	vus = new Set<string>(),
): boolean => {
	if (de === cible) return true;
	if (vus.has(de)) return false;
	vus.add(de);
	return arcs.some((a) => a.de === de && atteint(a.vers, cible, arcs, vus));
};

/** Connected components of the versions joined by successions. */
const grouper = (ids: readonly string[], arcs: readonly { de: string; vers: string }[]): string[][] => {
	const voisins = new Map<string, string[]>();
	for (const { de, vers } of arcs) {
		voisins.set(de, [...(voisins.get(de) ?? []), vers]);
		voisins.set(vers, [...(voisins.get(vers) ?? []), de]);
	}
	const vus = new Set<string>();
	const groupes: string[][] = [];
	for (const depart of ids) {
		if (vus.has(depart)) continue;
		const groupe = [depart];
		vus.add(depart);
		// The loop also visits the elements pushed during iteration.
		for (const id of groupe)
			for (const voisin of voisins.get(id) ?? []) {
				if (vus.has(voisin)) continue;
				vus.add(voisin);
				groupe.push(voisin);
			}
		groupes.push(groupe);
	}
	return groupes;
};

/** Official maps of blocs declared by a fiche. Blocs are identified by RNCP code only, never by rank. */
const cartographier = (fiche: LectureRncp, fiches: readonly LectureRncp[], etat: EtatDuCatalogue, lot: Lot): void => {
	const id = lot.ids.get(fiche.numero);
	if (id === undefined) return;
	const blocsDe = (numero: string): { id: string; blocs: BlocTenu[] } | undefined => {
		const lue = fiches.find((f) => f.numero === numero);
		const siens = idsDesBlocs(lue?.blocs ?? []);
		if (lue)
			return {
				id: lot.ids.get(numero) ?? '',
				blocs: lue.blocs.map((b, i) => ({ id: siens[i] ?? '', ...(b.code && { code: b.code }) })),
			};
		return etat.versions.find((v) => v.rncp.includes(numero));
	};
	const propres = blocsDe(fiche.numero)?.blocs ?? [];
	for (const numero of new Set(fiche.declarees.map((d) => d.numero))) {
		const declarees = fiche.declarees.filter((d) => d.numero === numero && d.de.length > 0 && d.vers.length > 0);
		if (declarees.length === 0) continue;
		const autre = blocsDe(numero);
		const par = new Map(autre?.blocs.flatMap((b) => (b.code ? [[b.code, b.id] as const] : [])));
		const siens = new Map(propres.flatMap((b) => (b.code ? [[b.code, b.id] as const] : [])));
		const liens = declarees.map((d) => ({
			de: d.de.map((code) => par.get(code)),
			vers: d.vers.map((code) => siens.get(code)),
		}));
		const entiers = liens.filter((l): l is { de: string[]; vers: string[] } => [...l.de, ...l.vers].every(Boolean));
		if (entiers.length < liens.length)
			lot.conflits.push({
				fiche: fiche.numero,
				objet: `correspondances avec ${numero} : ${liens.length - entiers.length} sur ${liens.length} non écrites, le code d’un bloc n’est pas au catalogue`,
			});
		// « BC01 → BC01 » and « BC01 → BC02 » are merged into one link, as an arrêté would write it.
		const reunis: { de: string[]; vers: string[] }[] = [];
		for (const lien of entiers) {
			const deja = reunis.find((r) => [...r.de].sort().join() === [...lien.de].sort().join());
			if (deja) deja.vers = [...new Set([...deja.vers, ...lien.vers])];
			else reunis.push({ de: [...new Set(lien.de)], vers: [...new Set(lien.vers)] });
		}
		const cites = reunis.flatMap((r) => r.de);
		if (new Set(cites).size < cites.length) {
			lot.conflits.push({
				fiche: fiche.numero,
				objet: `correspondances avec ${numero} : un même bloc y est seul et en groupe ; à démêler à la main, rien n’est écrit`,
			});
			continue;
		}
		if (reunis.length > 0 && autre) lot.cartes.push({ de: autre.id, vers: id, fiche: fiche.numero, liens: reunis });
	}
};

import type { z } from 'zod';
import type { correspondance } from '../schemas/correspondance.ts';
import { idVersion } from '../schemas/version.ts';
import { sigleDesInitiales } from './champ.ts';
import type { LectureRncp } from './rncp-fiche.ts';

/** What the export says in passing of a fiche that is not imported. */
export type FicheVue = { numero: string; intitule: string; annee?: string };

/** A version of the catalogue, found by its RNCP number. */
export type VersionConnue = { id: string; blocs: { id: string }[] };

type SourceRncp = { intitule: string; nature: 'publique'; document: string };
type Succession = { de: string; vers: string; nature: 'officielle'; source: string; motif: string };
type VersionNommee = {
	id: string;
	sigle: string;
	intitule: string;
	codes: { type: 'RNCP'; valeur: string; source: string }[];
};

/** A lignée (`schemas/lignee.ts`) as it is written here: a version that is held stands by its id alone. */
export type LigneeEcrite = {
	titre: string;
	resume: string;
	etatAu: string;
	sources: Record<string, SourceRncp>;
	versions: ({ id: string } | VersionNommee)[];
	successions: Succession[];
};

export type Liens = {
	/** A lignée of the fiche and of the predecessors and successors that can be named. */
	lignee: LigneeEcrite;
	correspondances: z.input<typeof correspondance>[];
	/** What could not be written, and why. */
	messages: string[];
};

/** Ids of the blocs of a reading, relative to their version: `ccp-1`, `ccs-1`. */
export const idsDesBlocs = (blocs: readonly { type: string }[]): string[] =>
	blocs.map((b, i) => `${b.type}-${blocs.slice(0, i + 1).filter((c) => c.type === b.type).length}`);

/**
 * Official successions and correspondences that a fiche declares. Those whose other side is neither in the
 * catalogue nor named by the export are told, never written: an edge of a lignée has two ends.
 */
export const liensDe = (
	fiche: LectureRncp,
	id: string,
	etatAu: string,
	trouver: {
		auCatalogue: (numero: string) => VersionConnue | undefined;
		vue: (numero: string) => FicheVue | undefined;
	},
): Liens => {
	const messages: string[] = [];
	const versions: LigneeEcrite['versions'] = [{ id }];
	const successions: Succession[] = [];
	const nommer = (numero: string): string | undefined => {
		const connue = trouver.auCatalogue(numero);
		if (connue) {
			versions.push({ id: connue.id });
			return connue.id;
		}
		const vue = trouver.vue(numero);
		const sigle = vue && sigleDesInitiales(vue.intitule);
		const idVue = `${sigle?.toLowerCase()}-${vue?.annee}`;
		if (!vue || !sigle || !idVersion.safeParse(idVue).success || idVue === id) {
			messages.push(
				`succession avec ${numero} non écrite : cette fiche n’est ni au catalogue, ni dans l’export avec une date`,
			);
			return undefined;
		}
		versions.push({
			id: idVue,
			sigle,
			intitule: vue.intitule,
			codes: [{ type: 'RNCP', valeur: numero, source: 'rncp' }],
		});
		return idVue;
	};
	for (const [numeros, sens] of [
		[fiche.anciennes, 'avant'],
		[fiche.nouvelles, 'apres'],
	] as const)
		for (const numero of numeros) {
			const autre = nommer(numero);
			if (!autre) continue;
			const [de, vers] = sens === 'avant' ? [autre, id] : [id, autre];
			const [ancien, nouveau] = sens === 'avant' ? [numero, fiche.numero] : [fiche.numero, numero];
			successions.push({
				de,
				vers,
				nature: 'officielle',
				source: 'rncp',
				motif: `La fiche ${fiche.numero} du RNCP déclare que ${nouveau} remplace ${ancien}.`,
			});
		}
	const source: SourceRncp = {
		intitule: `RNCP, fiche ${fiche.numero}, données ouvertes de France compétences`,
		nature: 'publique',
		document: `${fiche.numero}.xml`,
	};
	return {
		lignee: {
			titre: fiche.intitule,
			resume: `${fiche.intitule} : versions et successions que déclare le répertoire national des certifications professionnelles.`,
			etatAu,
			sources: { rncp: source },
			versions,
			successions,
		},
		correspondances: correspondances(fiche, id, source, trouver.auCatalogue, messages),
		messages,
	};
};

/** One file for each older fiche whose blocs the catalogue holds. */
const correspondances = (
	fiche: LectureRncp,
	id: string,
	source: SourceRncp,
	auCatalogue: (numero: string) => VersionConnue | undefined,
	messages: string[],
): Liens['correspondances'] => {
	const siens = idsDesBlocs(fiche.blocs);
	return fiche.anciennes.flatMap((numero) => {
		const declarees = fiche.correspondances.filter((c) => c.numero === numero && c.de.length > 0 && c.vers.length > 0);
		if (declarees.length === 0) return [];
		const ancienne = auCatalogue(numero);
		if (!ancienne || ancienne.blocs.length === 0) {
			messages.push(`correspondances avec ${numero} non écrites : ses blocs ne sont pas au catalogue`);
			return [];
		}
		const liens = declarees.map((c) => ({
			// « RNCP31114BC02 » is the second bloc of RNCP31114.
			de: c.de.flatMap((code) => ancienne.blocs[Number(/BC(\d+)$/u.exec(code)?.[1] ?? 0) - 1]?.id ?? []),
			vers: c.vers.flatMap((code) => siens[fiche.codesBlocs.indexOf(code)] ?? []),
		}));
		const entiers = liens.filter((l) => l.de.length > 0 && l.vers.length > 0);
		if (entiers.length < liens.length)
			messages.push(
				`correspondances avec ${numero} : ${liens.length - entiers.length} laissées, un bloc cité n’existe pas`,
			);
		if (entiers.length === 0) return [];
		return [
			{
				de: ancienne.id,
				vers: id,
				blocs: { source, article: `CORRESPONDANCES de la fiche ${fiche.numero}`, liens: entiers },
			},
		];
	});
};

/**
 * One lignée for those that share a version: a fiche and its successor, imported together, are of one family. The
 * first keeps its title and its sources under their key; the others bring theirs under a key of their own.
 */
export const reunirLignees = (lignees: readonly LigneeEcrite[]): LigneeEcrite[] => {
	const reunies: LigneeEcrite[] = [];
	for (const neuve of lignees) {
		const parentes = reunies.filter((l) => l.versions.some((v) => neuve.versions.some((w) => w.id === v.id)));
		for (const p of parentes) reunies.splice(reunies.indexOf(p), 1);
		reunies.push(parentes.concat([neuve]).reduce(joindreLignees));
	}
	return reunies;
};

const joindreLignees = (a: LigneeEcrite, b: LigneeEcrite): LigneeEcrite => {
	const cle = (nom: string): string => `${nom}-${Object.keys(a.sources).length + 1}`;
	const sources = Object.fromEntries(Object.entries(b.sources).map(([nom, source]) => [cle(nom), source]));
	const versions = new Map(a.versions.map((v) => [v.id, v]));
	// A version that is held stands by its id alone, whatever another fiche knew of it.
	for (const v of b.versions) {
		const deja = versions.get(v.id);
		if (!deja || !('sigle' in v))
			versions.set(v.id, 'sigle' in v ? { ...v, codes: v.codes.map((c) => ({ ...c, source: cle(c.source) })) } : v);
	}
	const successions = [...a.successions];
	for (const s of b.successions)
		if (!successions.some((t) => t.de === s.de && t.vers === s.vers)) successions.push({ ...s, source: cle(s.source) });
	return { ...a, sources: { ...a.sources, ...sources }, versions: [...versions.values()], successions };
};

import type { Succession } from '../../schemas/lignee.ts';
import { enLettres, veille } from '../date.ts';
import { AU_PLUS_TARD } from '../etat.ts';
import { certitudeDe, direFait } from '../fait.ts';
import { nomTitre, nomVersion, type Version } from '../version.ts';

/** One version as a bar of the timeline, in years from its start to its end. */
export interface Barre {
	version: Version;
	nom: string;
	/** Row, from 0: one a title, in order of first appearance; more for versions of a title that overlap in time. */
	ligne: number;
	/** Left and right ends, 0 to 1 of the drawn years. */
	debut: number;
	fin: number;
	/** True where no source gives the end that is drawn. */
	finInconnue: boolean;
	/** Both dates in words: « depuis le 1er août 2013 », « , jusqu’au 1er août 2018 ». */
	debutDit: string;
	finDite: string;
}

/** The timeline of a lineage: its bars, what joins them, and its years. */
export interface Chronologie {
	barres: Barre[];
	/** Edges between versions that are drawn. */
	aretes: Succession[];
	/** Rows' names: the title's, then nothing for its further rows. Titles called by their words have a number, unless they are alone. */
	sigles: string[];
	/** What those numbers stand for, in their order. */
	numerotes: string[];
	annees: { annee: number; x: number }[];
	/** Place of the day of the facts. */
	aujourdhui: number;
}

/** A date in words, with the reserve that its source calls for. */
const direDate = (date: NonNullable<Version['debut']>, { sources }: Version, jour = date.valeur): string =>
	direFait(enLettres(jour), certitudeDe(date.source, sources));

const temps = (date: string): number => Date.parse(date.length === 4 ? `${date}-07-01` : date);

/**
 * Lays out the versions of a lineage in time: a row a title, a bar a version. Where no source gives an end, the bar
 * runs to the start of what officially replaces it, or to the day of the facts, and says that the end is unknown.
 * @param etatAu day of the facts, the right edge unless a version runs beyond it
 */
export function chronologie(
	versions: readonly Version[],
	successions: readonly Succession[],
	etatAu: string,
): Chronologie {
	const debutDe = (v: Version) => v.debut?.valeur ?? v.annee;
	const tries = [...versions].sort((a, b) => temps(debutDe(a)) - temps(debutDe(b)));
	const sigles = [...new Set(tries.map((v) => v.sigle))];
	const finDe = (v: Version): { date: string; inconnue: boolean } => {
		const suivante = successions
			.filter((s) => s.de === v.id && s.nature === 'officielle')
			.map((s) => versions.find(({ id }) => id === s.vers))
			.find((s) => s !== undefined);
		if (v.fin) return { date: v.fin.valeur, inconnue: false };
		return { date: suivante ? debutDe(suivante) : etatAu, inconnue: true };
	};
	const anneeMin = Math.min(...tries.map((v) => Number(debutDe(v).slice(0, 4))));
	const anneeMax = Math.max(Number(etatAu.slice(0, 4)), ...tries.map((v) => Number(finDe(v).date.slice(0, 4)))) + 1;
	const [gauche, droite] = [temps(`${anneeMin}-01-01`), temps(`${anneeMax}-01-01`)];
	const x = (date: string) => (temps(date) - gauche) / (droite - gauche);
	const etendues = tries.map((version) => {
		const fin = finDe(version);
		return { version, fin, de: x(debutDe(version)), a: x(fin.date) };
	});
	const sansSigle = sigles.filter((sigle) => tries.find((v) => v.sigle === sigle)?.sigleDeNotreFait);
	const seul = sigles.length === 1;
	const nommer = (sigle: string) => {
		const rang = sansSigle.indexOf(sigle);
		return rang < 0 ? sigle : seul ? '' : String(rang + 1);
	};
	const rangees = sigles.flatMap((sigle) => repartir(etendues.filter(({ version }) => version.sigle === sigle)));
	const barres = etendues.map((etendue) => {
		const { version, fin, de, a } = etendue;
		return {
			version,
			nom: nomVersion(version),
			ligne: rangees.findIndex((rangee) => rangee.includes(etendue)),
			debut: de,
			fin: a,
			finInconnue: fin.inconnue,
			debutDit: version.debut
				? `${version.etat.cle === 'a-venir' ? 'à partir du' : 'depuis le'} ${direDate(version.debut, version)}`
				: `version de ${version.annee}`,
			finDite: version.fin
				? `, jusqu’au ${direDate(version.fin, version, veille(version.fin.valeur))}${version.fin.auPlusTard ? ` ${AU_PLUS_TARD}` : ''}`
				: '',
		};
	});
	return {
		barres,
		sigles: rangees.map(([premiere], i) => {
			const sigle = premiere?.version.sigle ?? '';
			return rangees[i - 1]?.[0]?.version.sigle === sigle ? '' : nommer(sigle);
		}),
		numerotes: seul ? [] : sansSigle.map((sigle) => nomTitre(tries.find((v) => v.sigle === sigle) as Version)),
		aujourdhui: x(etatAu),
		annees: Array.from({ length: anneeMax - anneeMin + 1 }, (_, i) => anneeMin + i)
			.filter((annee) => annee % 5 === 0)
			.map((annee) => ({ annee, x: x(`${annee}-01-01`) })),
		aretes: successions.filter((s) => [s.de, s.vers].every((id) => barres.some((b) => b.version.id === id))),
	};
}

/** Part of the drawn years that the briefest bar takes, its name on it, with the room of an arrow after it. */
const BREVE = 0.08;

/** Rows in which no version of a title lies on another: each goes to the first row that it finds free. */
function repartir<E extends { de: number; a: number }>(etendues: readonly E[]): E[][] {
	const rangees: E[][] = [];
	for (const etendue of etendues) {
		const libre = rangees.find((rangee) => {
			const derniere = rangee.at(-1);
			// A version that ends within weeks of the next start precedes it, and is drawn so.
			return !derniere || (etendue.de >= derniere.a - 0.01 && etendue.de >= derniere.de + BREVE);
		});
		if (libre) libre.push(etendue);
		else rangees.push([etendue]);
	}
	return rangees;
}

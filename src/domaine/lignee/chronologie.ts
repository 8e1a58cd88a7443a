import type { Succession } from '../../schemas/lignee.ts';
import { enLettres, veille } from '../date.ts';
import { AU_PLUS_TARD } from '../etat.ts';
import { certitudeDe, direFait } from '../fait.ts';
import { nomTitre, nomVersion, parAge, type Version } from '../version.ts';

/** The timeline of a lineage, and one version as a bar of it. */
export type Chronologie = ReturnType<typeof chronologie>;
export type Barre = Chronologie['barres'][number];

/** A date in words, with the caveat of its certainty. */
const direDate = (date: NonNullable<Version['debut']>, { sources }: Version, jour = date.valeur): string =>
	direFait(enLettres(jour), certitudeDe(date.source, sources));

/**
 * First and last day of a version in words. « Depuis » is said of what is in force only: beside « n’est plus en vigueur »,
 * the first day would be read as the end.
 */
function direDates(version: Version): string {
	const { debut, fin, etat, annee } = version;
	const jusque = fin && `${direDate(fin, version, veille(fin.valeur))}${fin.auPlusTard ? ` ${AU_PLUS_TARD}` : ''}`;
	const depuis = debut && direDate(debut, version);
	if (depuis && jusque && etat.cle !== 'en-vigueur') return `du ${depuis} au ${jusque}`;
	const premier = depuis
		? `${etat.cle === 'en-vigueur' ? 'depuis le' : 'à partir du'} ${depuis}`
		: `version de ${annee}`;
	return jusque ? `${premier}, jusqu’au ${jusque}` : premier;
}

/**
 * Lays out the versions of a lineage in time: a bar for each version, rows by title. If no source gives an end, the bar
 * runs to the start of its official successor or to the day of the facts, and its end is marked as unknown, as is one that
 * a source only observes. If none gives a first day, the bar runs from the start of its year, marked as well.
 * @param etatAu day of the facts, `AAAA-MM-JJ`
 */
export function chronologie(versions: readonly Version[], successions: readonly Succession[], etatAu: string) {
	const debutDe = (v: Version) => v.debut?.valeur ?? v.annee;
	const tries = versions.toSorted(parAge);
	const sigles = [...new Set(tries.map((v) => v.sigle))];
	const finDe = (v: Version): { date: string; inconnue: boolean } => {
		const suivante = successions
			.filter((s) => s.de === v.id && s.nature === 'officielle')
			.map((s) => versions.find(({ id }) => id === s.vers))
			.find((s) => s !== undefined);
		if (v.fin) return { date: v.fin.valeur, inconnue: v.fin.auPlusTard ?? false };
		return { date: suivante ? debutDe(suivante) : etatAu, inconnue: true };
	};
	const anneeMin = Math.min(...tries.map((v) => Number(debutDe(v).slice(0, 4))));
	const anneeMax = Math.max(Number(etatAu.slice(0, 4)), ...tries.map((v) => Number(finDe(v).date.slice(0, 4)))) + 1;
	const [gauche, droite] = [Date.parse(`${anneeMin}`), Date.parse(`${anneeMax}`)];
	const x = (date: string) => (Date.parse(date) - gauche) / (droite - gauche);
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
			/** Index of its row. Each title has a row, in order of first appearance, or more if its versions overlap. */
			ligne: rangees.findIndex((rangee) => rangee.includes(etendue)),
			/** Left and right ends, from 0 to 1 of the drawn years. */
			debut: de,
			fin: a,
			/** Whether the drawn start or end is not given by a source. */
			debutInconnu: !version.debut,
			finInconnue: fin.inconnue,
			dates: direDates(version),
		};
	});
	return {
		barres,
		/** Name of each row, empty for further rows of a title. A title without sigle has a number unless it is alone. */
		sigles: rangees.map(([premiere], i) => {
			const sigle = premiere?.version.sigle ?? '';
			return rangees[i - 1]?.[0]?.version.sigle === sigle ? '' : nommer(sigle);
		}),
		/** Titles that these numbers stand for, in order. */
		numerotes: seul ? [] : sansSigle.map((sigle) => nomTitre(tries.find((v) => v.sigle === sigle) as Version)),
		/** Position of the day of the facts. */
		aujourdhui: x(etatAu),
		annees: Array.from({ length: anneeMax - anneeMin + 1 }, (_, i) => anneeMin + i)
			.filter((annee) => annee % 5 === 0)
			.map((annee) => ({ annee, x: x(`${annee}`) })),
		/** Successions between versions that are drawn. */
		aretes: successions.filter((s) => [s.de, s.vers].every((id) => barres.some((b) => b.version.id === id))),
	};
}

/** Minimum space between two bars' starts, as a share of the drawn years: room for a name and an arrow. */
const BREVE = 0.08;

/** Splits the versions of a title into rows without overlap: each goes to the first row that is free. */
function repartir<E extends { de: number; a: number }>(etendues: readonly E[]): E[][] {
	const rangees: E[][] = [];
	for (const etendue of etendues) {
		const libre = rangees.find((rangee) => {
			const derniere = rangee.at(-1);
			// A version that ends a few weeks after the next one starts is drawn as preceding it.
			return !derniere || (etendue.de >= derniere.a - 0.01 && etendue.de >= derniere.de + BREVE);
		});
		if (libre) libre.push(etendue);
		else rangees.push([etendue]);
	}
	return rangees;
}

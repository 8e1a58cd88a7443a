import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/** A small valid catalogue with every kind of file. */
export const BASE = 'tests/catalogues/base';
const FAUTES = 'tests/catalogues/fautes';

/** One fault: the changes to the base catalogue, and the exact lines of the expected errors. */
export interface Faute {
	faute: string;
	changer?: { dans: string; remplacer: string; par: string }[];
	retirer?: string[];
	renommer?: Record<string, string>;
	dossiers?: string[];
	/** Files to write, by path: whole texts; bytes in hexadecimal; a text to repeat and how often; targets of links. */
	ecrire?: Record<string, string>;
	octets?: Record<string, string>;
	repeter?: Record<string, [morceau: string, fois: number]>;
	liens?: Record<string, string>;
	attendu: string[];
}

/** Writes the base catalogue with one fault into a temporary folder, which the caller removes. */
export function preparer(faute: Omit<Faute, 'faute' | 'attendu'>): string {
	const dossier = mkdtempSync(join(tmpdir(), 'lignee-'));
	cpSync(BASE, dossier, { recursive: true });
	const place = (fichier: string) => {
		const chemin = join(dossier, fichier);
		mkdirSync(dirname(chemin), { recursive: true });
		return chemin;
	};
	for (const { dans, remplacer, par } of faute.changer ?? []) {
		const texte = readFileSync(place(dans), 'utf8');
		if (!texte.includes(remplacer)) throw new Error(`${dans} ne contient pas « ${remplacer} »`);
		writeFileSync(
			place(dans),
			texte.replace(remplacer, () => par),
		);
	}
	for (const fichier of faute.retirer ?? []) rmSync(place(fichier), { recursive: true });
	for (const [de, vers] of Object.entries(faute.renommer ?? {})) renameSync(place(de), place(vers));
	for (const fichier of faute.dossiers ?? []) mkdirSync(place(fichier));
	for (const [fichier, texte] of Object.entries(faute.ecrire ?? {})) writeFileSync(place(fichier), texte);
	for (const [fichier, octets] of Object.entries(faute.octets ?? {}))
		writeFileSync(place(fichier), Buffer.from(octets, 'hex'));
	for (const [fichier, [morceau, fois]] of Object.entries(faute.repeter ?? {}))
		writeFileSync(place(fichier), morceau.repeat(fois));
	for (const [fichier, cible] of Object.entries(faute.liens ?? {})) symlinkSync(cible, place(fichier));
	return dossier;
}

/** All faults, by theme. */
export const themes: { theme: string; fautes: Faute[] }[] = readdirSync(FAUTES).map((nom) => ({
	theme: nom.replace('.yaml', ''),
	fautes: parse(readFileSync(join(FAUTES, nom), 'utf8')) as Faute[],
}));

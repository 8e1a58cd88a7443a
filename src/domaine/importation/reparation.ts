/** One mend of the text, as the catalogue's schema asks; `source` is added when the file is written. */
export type Reparation = { ligne: number; avant: string; apres: string; motif: string };

/**
 * Mends that the document itself proves, line by line, before it is read. Nothing else is touched: the wording,
 * the capitals, the accents and the apostrophes of an official text are not ours to correct.
 */
export const reparer = (brutes: readonly string[]): { lignes: string[]; reparations: Reparation[] } => {
	const vocabulaire = compterMots(brutes);
	const reparations: Reparation[] = [];
	const lignes = brutes.map((brute, i) => {
		let texte = brute;
		for (const regle of [exposants, motsCoupes(vocabulaire), guillemets]) {
			const { resultat, faites } = regle(texte);
			texte = resultat;
			for (const faite of faites) reparations.push({ ligne: i + 1, ...faite });
		}
		return texte;
	});
	return { lignes, reparations };
};

type Faite = Omit<Reparation, 'ligne'>;
type Regle = (texte: string) => { resultat: string; faites: Faite[] };

const compterMots = (brutes: readonly string[]): Map<string, number> => {
	const compte = new Map<string, number>();
	for (const mot of brutes.join('\n').match(/[\p{L}]+/gu) ?? []) {
		const cle = mot.toLowerCase();
		compte.set(cle, (compte.get(cle) ?? 0) + 1);
	}
	return compte;
};

/**
 * « cand idat »: two pieces that the document has nowhere else, and whose whole it has at least twice. That is the
 * trace of a PDF whose letters were set apart, never of two words of French.
 */
const motsCoupes =
	(vocabulaire: Map<string, number>): Regle =>
	(texte) => {
		const faites: Faite[] = [];
		const fois = (mot: string) => vocabulaire.get(mot.toLowerCase()) ?? 0;
		let resultat = texte;
		// The second piece may be the first of another pair: matches overlap, hence the look-ahead.
		for (const m of texte.matchAll(/(?<![\p{L}\p{N}'’-])(\p{L}+) (?=(\p{Ll}+)(?![\p{L}\p{N}'’-]))/gu)) {
			const [a, b] = [m[1] ?? '', m[2] ?? ''];
			if (fois(a) !== 1 || fois(b) !== 1 || fois(a + b) < 2) continue;
			faites.push({ avant: `${a} ${b}`, apres: a + b, motif: 'espace au milieu d’un mot' });
			resultat = resultat.replace(`${a} ${b}`, a + b);
		}
		return { resultat, faites };
	};

/** « production  cœur de métier » »: a closing guillemet alone, after two spaces where the opening one was lost. */
const guillemets: Regle = (texte) => {
	const faites: Faite[] = [];
	let ouvert = 0;
	let resultat = '';
	let debut = 0;
	for (const { 0: signe, index } of texte.matchAll(/[«»]/gu)) {
		if (signe === '«') {
			ouvert++;
			continue;
		}
		if (ouvert > 0) {
			ouvert--;
			continue;
		}
		const trou = texte.slice(debut, index).lastIndexOf('  ');
		if (trou < 0) continue;
		const ici = debut + trou;
		const dedans = texte.slice(ici + 2, index + 1);
		const mot = /\S+$/u.exec(texte.slice(debut, ici))?.[0] ?? '';
		resultat += `${texte.slice(debut, ici)} « ${dedans}`;
		debut = index + 1;
		faites.push({ avant: `${mot}  ${dedans}`, apres: `${mot} « ${dedans}`, motif: 'guillemet ouvrant perdu' });
	}
	return { resultat: resultat + texte.slice(debut), faites };
};

/** `1^{er}`: an exponent written as LaTeX does. */
const exposants: Regle = (texte) => {
	const faites: Faite[] = [];
	const resultat = texte.replace(/\$?\^\{(\p{L}{1,4})\}\$?/gu, (trouve: string, e: string) => {
		faites.push({ avant: trouve, apres: e, motif: 'exposant noté à la manière de LaTeX' });
		return e;
	});
	return { resultat, faites };
};

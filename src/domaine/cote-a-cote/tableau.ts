import type { CleSource, Code } from '../../schemas/fait.ts';
import type { CleRegle } from '../../schemas/regle.ts';
import { enLettres } from '../date.ts';
import { etatEnCellule, type Perime, suiteDeFin } from '../etat.ts';
import { certitudeDe, precisionDe } from '../fait.ts';
import type { Dossier } from '../outils/dossier.ts';
import { direCompetences, direContenu, direTaille, profondeurEnBref, regleManquante, SILENCE } from '../profondeur.ts';
import { replier } from '../texte/normaliser.ts';
import { aDesLibelles, nomBloc } from '../version.ts';
import { CADRE_2019, CODES, direNiveau, REGLES, valeurRegle } from '../vocabulaire.ts';

export interface Valeur {
	texte: string;
	/** Id of the bloc or competence whose page it links to. */
	id?: string | undefined;
	/** Caveat or detail printed beside it. */
	precision?: string | undefined;
	/** The sentence of the official text. */
	phrase?: string | undefined;
	/** Whether the text is quoted word for word from the document. */
	motPourMot?: boolean | undefined;
	/** Value to compare by, if it is not the text. */
	egal?: string | undefined;
	/** Day from which the value is no longer true. */
	perime?: Perime | undefined;
}

/** Text of an empty cell. `connue`: it states that the version has no such thing, and not that it is unknown. */
export interface Absence {
	texte: string;
	connue: boolean;
}

/** One row: a cell for each version, in their order, empty if nothing is known. */
export interface LigneTableau {
	cle: string;
	nom: string;
	cellules: Valeur[][];
	/** What each cell says when it is empty, by version. */
	absences: Absence[];
	/** Whether every version has the same value. */
	pareille: boolean;
	/** Why values that differ may mean the same. */
	remarque?: string | undefined;
}

/** A part of the table: rows on one subject. */
export interface Partie {
	cle: 'identite' | 'regles' | 'blocs' | 'competences';
	nom: string;
	lignes: LigneTableau[];
	/** A notice without which the part could be misread. */
	reserve?: string | undefined;
}

/** Whether the versions differ on this row. A value unknown for one of them is no difference. */
export const differe = ({ pareille, cellules, absences }: LigneTableau): boolean =>
	!pareille && cellules.every((c, i) => c.length > 0 || absences[i]?.connue);

/** Whether two versions differ on this row; null if one has no value. */
export const changement = ({ cellules, pareille }: LigneTableau): boolean | null =>
	cellules.every((c) => c.length > 0) ? !pareille : null;

/** Sort order of rows in a comparison: changed, known for one side only, unchanged. */
export const parChangement = (a: LigneTableau, b: LigneTableau): number => rang(a) - rang(b);
const rang = (ligne: LigneTableau): number => [true, null, false].indexOf(changement(ligne));

/** Table of several versions side by side, in the order of its columns. `partieDesFils` makes that of competences. */
export const coteACote = (dossiers: readonly Dossier[]): Partie[] =>
	[
		{ cle: 'identite' as const, nom: 'Identité', lignes: identite(dossiers) },
		{ cle: 'regles' as const, nom: 'Règles', lignes: regles(dossiers) },
		{
			cle: 'blocs' as const,
			nom: 'Blocs',
			lignes: blocs(dossiers),
			reserve: 'Les blocs sont rangés par numéro : le même rang n’est pas une correspondance.',
		},
	].filter(({ lignes }) => lignes.length > 0);

/** @param absence what the cell says if it is empty */
const ligne = <D>(
	dossiers: readonly D[],
	[cle, nom]: readonly [string, string],
	lire: (dossier: D) => Valeur[],
	absence: (dossier: D) => Absence,
): LigneTableau => {
	const cellules = dossiers.map(lire);
	const pareille = cellules.every((c) => c.length > 0) && new Set(cellules.map(cleDe)).size === 1;
	return { cle, nom, cellules, absences: dossiers.map(absence), pareille };
};

const cleDe = (cellule: readonly Valeur[]): string =>
	cellule
		.map(({ egal, texte }) => egal ?? replier(texte))
		.sort()
		.join('\n');

type Remarque = (cellules: readonly Valeur[][]) => string | undefined;

/** « 326 » is an abbreviation of « 326 r ». */
const codeAbrege: Remarque = (cellules) => {
	const codes = cellules.map((cellule) => cellule.map(({ texte }) => texte.replace(/\s/g, '').toLowerCase()).sort());
	const [court = []] = codes.toSorted((a, b) => a.join().length - b.join().length);
	const abrege =
		court.length > 0 && codes.every((c) => c.every((code) => court.some((debut) => code.startsWith(debut))));
	return abrege ? 'L’un des codes est abrégé : ils peuvent dire la même spécialité.' : undefined;
};

/** ROME codes of five digits were replaced in 2009 (ROME 3) by a letter and four digits. */
const deuxNomenclatures: Remarque = (cellules) => {
	const ancienne = ({ egal = '' }: Valeur) => /^\d{5}$/.test(egal);
	const dites = cellules.filter((cellule) => cellule.length > 0);
	const anciennes = dites.filter((cellule) => cellule.every(ancienne)).length;
	return anciennes > 0 && anciennes < dites.length
		? 'Deux états du répertoire ROME : les codes ne se comparent pas.'
		: undefined;
};

/** Fields needed by the rows of identity and rules. */
type Identifiee = Omit<Dossier, 'textes' | 'successions'>;

/** Rows of identity: title, state, dates, level, codes, contents. */
export function identite(dossiers: readonly Identifiee[]): LigneTableau[] {
	const rangee = (
		cle: string,
		nom: string,
		lire: (d: Identifiee) => Valeur[],
		remarque?: Remarque,
		absence: (d: Identifiee) => Absence = () => INCONNU,
	) => {
		const lue = ligne(dossiers, [cle, nom], lire, absence);
		return { ...lue, remarque: lue.pareille ? undefined : remarque?.(lue.cellules) };
	};
	const code = (type: Code['type']) =>
		rangee(`code-${type}`, CODES[type], (d) =>
			d.codes.filter((c) => c.type === type).map((c) => fait(d, c.source, c.valeur, c.note)),
		);
	const jour = (d: Identifiee, f: Dossier['debut'], suite = ''): Valeur[] =>
		f ? [fait(d, f.source, enLettres(f.valeur) + suite, f.note)] : [];
	return [
		rangee('intitule', 'Intitulé', (d) => [{ texte: d.usuel, id: d.id, motPourMot: true }]),
		rangee('etat', 'État', (d) => {
			const cellule = etatEnCellule(d);
			return [{ ...cellule, egal: cellule.precision && `${cellule.texte} ${cellule.precision}` }];
		}),
		rangee('debut', 'Début', (d) => jour(d, d.debut)),
		rangee('fin', 'Fin', (d) => jour(d, d.fin, suiteDeFin(d.fin))),
		rangee('niveau', 'Niveau', ({ niveau, ...d }) => {
			if (!niveau) return [];
			const dit = fait(d, niveau.source, direNiveau(niveau.valeur), niveau.note);
			return [{ ...dit, egal: CADRE_2019[niveau.valeur] ?? niveau.valeur }];
		}),
		rangee('nsf', 'Spécialité (NSF)', (d) => d.nsf.map((f) => fait(d, f.source, f.valeur, f.note)), codeAbrege),
		rangee(
			'rome',
			'Métiers (ROME)',
			(d) =>
				d.rome.map((f) => ({
					...fait(d, f.source, f.libelle ? `${f.valeur} – ${f.libelle}` : f.valeur),
					motPourMot: Boolean(f.libelle),
					egal: f.valeur,
				})),
			deuxNomenclatures,
		),
		...(Object.keys(CODES) as Code['type'][]).map(code),
		rangee(
			'contenu',
			'Contenu',
			(d) =>
				aDesLibelles(d)
					? [
							d.profondeur === 'texte'
								? { texte: direContenu(d) }
								: { texte: direTaille(d), precision: profondeurEnBref(d) },
						]
					: [],
			undefined,
			// If only the blocs are known, this cell counts as empty for the comparison, but says so.
			(d) => (d.blocs.length ? { texte: direContenu(d), connue: false } : INCONNU),
		),
	].filter(({ cellules }) => cellules.some((c) => c.length > 0));
}

/** The value of a fact, with the caveat of its certainty. */
const fait = ({ sources }: Pick<Dossier, 'sources'>, source: CleSource, texte: string, note?: string): Valeur => ({
	texte,
	precision: precisionDe(certitudeDe(source, sources), note),
});

/** Rules stated by at least one version, in a fixed order. */
export function regles(dossiers: readonly Identifiee[]): LigneTableau[] {
	return (Object.keys(REGLES) as CleRegle[])
		.map((cle) => {
			const lire = ({ regles, sources }: Identifiee): Valeur[] => {
				const regle = regles[cle];
				if (!regle) return [];
				const precision = precisionDe(certitudeDe(regle.source, sources));
				return [{ texte: valeurRegle(cle, regle), phrase: regle.phrase, precision }];
			};
			return ligne(dossiers, [cle, REGLES[cle]], lire, (d) => {
				const texte = regleManquante(d, cle);
				return { texte, connue: texte === SILENCE };
			});
		})
		.filter(({ cellules }) => cellules.some((c) => c.length > 0));
}

/** Rows of blocs, by type and rank. A rank is a place in a document, not a correspondence. */
function blocs(dossiers: readonly Dossier[]): LigneTableau[] {
	const tous = dossiers.flatMap((d) => d.blocs);
	const noms = (['ccp', 'ccs'] as const).flatMap((type) =>
		tous
			.filter((b) => b.type === type)
			.sort((a, b) => a.rang - b.rang)
			.map((b) => nomBloc(b)),
	);
	const dire = ({ id, usuel, certitude, competences }: Dossier['blocs'][number]): Valeur => {
		const contenu = direCompetences({ competences });
		return { texte: usuel, id, motPourMot: true, precision: precisionDe(certitude, contenu) };
	};
	return [...new Set(noms)].map((nom) =>
		ligne(
			dossiers,
			[nom, nom],
			({ blocs }) => blocs.filter((b) => nomBloc(b) === nom).map(dire),
			({ blocs }) => (blocs.length ? AUCUN : INCONNU),
		),
	);
}

const INCONNU: Absence = { texte: 'inconnu de nos sources', connue: false };
const AUCUN: Absence = { texte: 'aucun', connue: true };

/** The table as of the reader's day: a state whose end has passed since is replaced. */
export const auJour = (parties: readonly Partie[], jour: string): Partie[] =>
	parties.map((partie) => ({
		...partie,
		lignes: partie.lignes.map((ligne) => ({
			...ligne,
			cellules: ligne.cellules.map((cellule) =>
				cellule.map((valeur) =>
					valeur.perime && valeur.perime.le <= jour
						? { ...valeur, texte: valeur.perime.dit, precision: undefined }
						: valeur,
				),
			),
		})),
	}));

/** The table as rows of plain text: part, row, and a cell for each version. */
export function rangees(parties: readonly Partie[], noms: readonly string[]): string[][] {
	return [
		['Partie', 'Ligne', ...noms],
		...parties.flatMap(({ nom: partie, lignes }) =>
			lignes.map(({ nom, cellules, absences }) => [
				partie,
				nom,
				...cellules.map((c, i) => c.map(enTexte).join(' ; ') || (absences[i]?.texte ?? '')),
			]),
		),
	];
}

const enTexte = ({ texte, precision }: Valeur): string => (precision ? `${texte} (${precision})` : texte);

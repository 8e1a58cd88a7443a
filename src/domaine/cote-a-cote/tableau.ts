import type { CleSource, Code } from '../../schemas/fait.ts';
import type { CleRegle } from '../../schemas/regle.ts';
import { enLettres } from '../date.ts';
import { etatEnCellule, type Perime } from '../etat.ts';
import { CERTITUDES, certitudeDe, precisionDe } from '../fait.ts';
import type { Dossier } from '../outils/dossier.ts';
import { certitudeLibelles, direContenu, profondeurEnBref, regleManquante, SILENCE } from '../profondeur.ts';
import { memeLibelle, replier } from '../texte/normaliser.ts';
import { avecArticle, enumerer } from '../texte/phrase.ts';
import { aDesLibelles, nomBloc, nomVersion } from '../version.ts';
import { CADRE_2019, CODES, compte, direNiveau, REGLES, valeurRegle } from '../vocabulaire.ts';

/** One thing that a version says in a row. */
export interface Valeur {
	texte: string;
	/** Id of a bloc or competence, whose page it leads to. */
	id?: string | undefined;
	/** A reserve to print beside it. */
	precision?: string | undefined;
	/** The sentence of the official text. */
	phrase?: string | undefined;
	/** True where the text is the document's own words, which are set as such. */
	motPourMot?: boolean | undefined;
	/** The value to compare by, where two texts name one thing. */
	egal?: string | undefined;
	/** Until when it is true. */
	perime?: Perime | undefined;
}

/** One row: what each version says, in the order of the versions; an empty cell where it says nothing. */
export interface LigneTableau {
	cle: string;
	nom: string;
	cellules: Valeur[][];
	/** Why a cell is empty, in the order of the versions: what is not known is never said absent. */
	absences: string[];
	/** True where every version says it, and the same. */
	pareille: boolean;
	/** Why two values that differ may say the same. */
	remarque?: string | undefined;
}

/** One part of the table: the rows on one subject. */
export interface Partie {
	cle: 'identite' | 'regles' | 'blocs' | 'competences';
	nom: string;
	lignes: LigneTableau[];
	/** A notice without which the part would be misread. */
	reserve?: string | undefined;
	/** True where a row is a competence through the versions, and not one label. */
	fils?: boolean;
}

/** Whether the versions differ here: what one of them leaves unknown is no difference. */
export const differe = ({ pareille, cellules, absences }: LigneTableau): boolean =>
	!pareille && cellules.every((c, i) => c.length > 0 || estConnue(absences[i] ?? ''));

/** Whether two versions say it otherwise; nothing where one of them does not say it, which is no change. */
export const changement = ({ cellules, pareille }: LigneTableau): boolean | null =>
	cellules.every((c) => c.length > 0) ? !pareille : null;

/** Rows in the order of a comparison: what changed, what one side alone says, what did not change. */
export const parChangement = (a: LigneTableau, b: LigneTableau): number => rang(a) - rang(b);
const rang = (ligne: LigneTableau): number => [true, null, false].indexOf(changement(ligne));

/** Whether an empty cell says that there is nothing, and not that nobody knows. */
const estConnue = (absence: string): boolean => CONNUES.includes(absence) || absence.startsWith('rien de proche');

/**
 * Several versions side by side.
 * @param dossiers in the order of the columns
 * @param parLibelle false where competences are read otherwise than by their label alone
 */
export function coteACote(dossiers: readonly Dossier[], parLibelle = true): Partie[] {
	return [
		{ cle: 'identite', nom: 'Identité', lignes: identite(dossiers) },
		{ cle: 'regles', nom: 'Règles', lignes: regles(dossiers) },
		{ cle: 'blocs', nom: 'Blocs', lignes: blocs(dossiers) },
		{
			cle: 'competences',
			nom: 'Compétences',
			lignes: parLibelle ? competences(dossiers) : [],
			reserve: reserve(dossiers),
		},
	].filter((partie): partie is Partie => partie.lignes.length > 0);
}

/** @param absence why a version says nothing */
const ligne = <D>(
	dossiers: readonly D[],
	[cle, nom]: readonly [string, string],
	lire: (dossier: D) => Valeur[],
	absence: (dossier: D) => string,
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

/** « 326 » is « 326 r » with less said. */
const codeAbrege: Remarque = (cellules) => {
	const codes = cellules.map((cellule) => cellule.map(({ texte }) => texte.replace(/\s/g, '').toLowerCase()).sort());
	const [court = []] = codes.toSorted((a, b) => a.join().length - b.join().length);
	const abrege =
		court.length > 0 && codes.every((c) => c.every((code) => court.some((debut) => code.startsWith(debut))));
	return abrege ? 'L’un des codes est abrégé : ils peuvent dire la même spécialité.' : undefined;
};

/** Codes of five figures were replaced by a letter and four figures (ROME 3, 2009). */
const deuxNomenclatures: Remarque = (cellules) => {
	const ancienne = ({ egal = '' }: Valeur) => /^\d{5}$/.test(egal);
	const dites = cellules.filter((cellule) => cellule.length > 0);
	const anciennes = dites.filter((cellule) => cellule.every(ancienne)).length;
	return anciennes > 0 && anciennes < dites.length
		? 'Deux états du répertoire ROME : les codes ne se comparent pas.'
		: undefined;
};

/** Fields that a row on facts reads. */
type Identifiee = Omit<Dossier, 'textes' | 'successions'>;

/** Rows of identity: name, status, dates, level, codes. */
export function identite(dossiers: readonly Identifiee[]): LigneTableau[] {
	const rangee = (
		cle: string,
		nom: string,
		lire: (d: Identifiee) => Valeur[],
		remarque?: Remarque,
		absence: (d: Identifiee) => string = () => INCONNU,
	) => {
		const lue = ligne(dossiers, [cle, nom], lire, absence);
		return { ...lue, remarque: lue.pareille ? undefined : remarque?.(lue.cellules) };
	};
	const code = (type: Code['type']) =>
		rangee(`code-${type}`, CODES[type], (d) =>
			d.codes.filter((c) => c.type === type).map((c) => fait(d, c.source, c.valeur, c.note)),
		);
	const jour = (d: Identifiee, f: Dossier['debut'], exclu = ''): Valeur[] =>
		f ? [fait(d, f.source, enLettres(f.valeur) + exclu, f.note)] : [];
	return [
		rangee('intitule', 'Intitulé', (d) => [{ texte: d.usuel, id: d.id, motPourMot: true }]),
		rangee('etat', 'État', (d) => {
			const cellule = etatEnCellule(d);
			return [{ ...cellule, egal: cellule.precision && `${cellule.texte} ${cellule.precision}` }];
		}),
		rangee('debut', 'Début', (d) => jour(d, d.debut)),
		// A version is in force until the day before.
		rangee('fin', 'Fin', (d) => jour(d, d.fin, ' exclu')),
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
					? [{ texte: direContenu(d), precision: d.profondeur === 'texte' ? undefined : profondeurEnBref(d) }]
					: [],
			undefined,
			// Blocs without competences are known: they are said, and compared with nothing.
			(d) => (d.blocs.length ? direContenu(d) : INCONNU),
		),
	].filter(({ cellules }) => cellules.some((c) => c.length > 0));
}

/** A fact, with the reserve that its source calls for. */
const fait = ({ sources }: Pick<Dossier, 'sources'>, source: CleSource, texte: string, note?: string): Valeur => ({
	texte,
	precision: precisionDe(certitudeDe(source, sources), note),
});

/** The rules that one version at least states, in a fixed order. */
export function regles(dossiers: readonly Identifiee[]): LigneTableau[] {
	return (Object.keys(REGLES) as CleRegle[])
		.map((cle) => {
			const lire = ({ regles, sources }: Identifiee): Valeur[] => {
				const regle = regles[cle];
				if (!regle) return [];
				const precision = precisionDe(certitudeDe(regle.source, sources));
				return [{ texte: valeurRegle(cle, regle), phrase: regle.phrase, precision }];
			};
			return ligne(dossiers, [cle, REGLES[cle]], lire, (d) => regleManquante(d, cle));
		})
		.filter(({ cellules }) => cellules.some((c) => c.length > 0));
}

/** Blocs by rank, CCP first: a rank is a place in a document and no correspondence. */
function blocs(dossiers: readonly Dossier[]): LigneTableau[] {
	const tous = dossiers.flatMap((d) => d.blocs);
	const noms = (['ccp', 'ccs'] as const).flatMap((type) =>
		tous
			.filter((b) => b.type === type)
			.sort((a, b) => a.rang - b.rang)
			.map((b) => nomBloc(b)),
	);
	const dire = ({ id, usuel, certitude, competences }: Dossier['blocs'][number]): Valeur => {
		const contenu = competences.length ? compte(competences.length, 'compétence') : 'compétences inconnues';
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

/** Meaning of an empty cell: nobody knows, or the whole version is known and this is not in it. */
const INCONNU = 'inconnu de nos sources';
const AUCUN = 'aucun';
const AUTRE_LIBELLE = 'pas ce libellé';
/** Absences that are known to be ones. */
const CONNUES = [AUCUN, AUTRE_LIBELLE, SILENCE];

/** A column may be empty because nobody knows, and not because the version lacks the competence. */
export function reserve(dossiers: readonly Dossier[]): string | undefined {
	const duTitre = (d: Dossier) => avecArticle('du', nomVersion(d));
	const inconnues = dossiers.filter((d) => !aDesLibelles(d)).map(duTitre);
	const secondaires = dossiers.filter((d) => aDesLibelles(d) && certitudeLibelles(d) === 'secondaire').map(duTitre);
	const phrases = [
		inconnues.length && `Les compétences ${enumerer(inconnues)} sont inconnues de nos sources.`,
		secondaires.length && `Les libellés ${enumerer(secondaires)} viennent d’une ${CERTITUDES.secondaire}.`,
	];
	return phrases.filter(Boolean).join(' ') || undefined;
}

/**
 * Competences by label: those that most versions print first, then in the order of the first version that prints
 * each. Only the same label makes one row.
 */
function competences(dossiers: readonly Dossier[]): LigneTableau[] {
	const rangees: { libelle: string; cellules: Valeur[][] }[] = [];
	const parCle = new Map<string, { libelle: string; cellules: Valeur[][] }[]>();
	dossiers.forEach((d, colonne) => {
		for (const bloc of d.blocs)
			for (const { id, libelle, rang } of bloc.competences) {
				const cle = replier(libelle);
				const memes = parCle.get(cle) ?? [];
				let rangee = memes.find((r) => memeLibelle(r.libelle, libelle));
				if (!rangee) {
					rangee = { libelle, cellules: dossiers.map(() => []) };
					parCle.set(cle, [...memes, rangee]);
					rangees.push(rangee);
				}
				rangee.cellules[colonne]?.push({ texte: `${nomBloc(bloc)}, compétence ${rang}`, id, egal: 'présente' });
			}
	});
	const presences = ({ cellules }: { cellules: Valeur[][] }) => cellules.filter((c) => c.length > 0).length;
	return rangees
		.sort((a, b) => presences(b) - presences(a))
		.map(({ libelle, cellules }, i) => ({
			cle: `competence-${i + 1}`,
			nom: libelle,
			cellules,
			absences: dossiers.map((d) => (aDesLibelles(d) ? AUTRE_LIBELLE : INCONNU)),
			pareille: cellules.every((c) => c.length > 0),
		}));
}

/** The table on the reader's day: a status whose end has passed since the facts is replaced. */
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

/** The table as rows of plain cells: part, row, then one cell for each version. */
export function rangees(parties: readonly Partie[], noms: readonly string[]): string[][] {
	return [
		['Partie', 'Ligne', ...noms],
		...parties.flatMap(({ nom: partie, lignes }) =>
			lignes.map(({ nom, cellules, absences }) => [
				partie,
				nom,
				...cellules.map((c, i) => c.map(enTexte).join(' ; ') || (absences[i] ?? '')),
			]),
		),
	];
}

const enTexte = ({ texte, precision }: Valeur): string => (precision ? `${texte} (${precision})` : texte);

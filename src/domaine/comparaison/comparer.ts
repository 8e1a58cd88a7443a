import type { Correspondance, Lecture, LectureDeParente } from '../../schemas/correspondance.ts';
import type { Lexique } from '../../schemas/lexique.ts';
import { idComplet } from '../identifiant.ts';
import type { IndexEcrit } from '../rapprochement/lexique.ts';
import type { Explication, Proposition } from '../rapprochement/proposition.ts';
import { rapprocher } from '../rapprochement/rapprocher.ts';
import { competences, type Referentiel } from '../referentiel.ts';
import type { Comparaison, Entree, LienBlocs, Observation, Parente } from './comparaison.ts';
import { deplacee } from './deplacement.ts';
import { liensBlocs } from './liens-blocs.ts';

/** A comparison, with the explanation of each automatic entry. */
export type ComparaisonExpliquee = {
	comparaison: Comparaison;
	explications: ReadonlyMap<Entree, Explication>;
	/** Explanations of the entries that end a competence although other readings lead it on. */
	parEtapes: ReadonlyMap<Entree, string>;
};

/**
 * Compares two versions, competence by competence. An editor's reading takes precedence; the automatic alignment only
 * fills in what no editor has read.
 * @param liens official correspondences of blocs; by default those of `correspondance`
 */
export const comparerExplique = (
	de: Referentiel,
	vers: Referentiel,
	correspondance: Correspondance | undefined,
	lexique: Lexique | IndexEcrit,
	liens: LienBlocs[] = liensBlocs(correspondance),
): ComparaisonExpliquee => {
	const [rangDe, rangVers] = [rangs(de), rangs(vers)];
	const libelles = new Map([...competences(de), ...competences(vers)].map((c) => [c.id, c]));
	const placees = (ids: readonly string[]) => ids.flatMap((id) => libelles.get(id) ?? []);
	const place: Juge = (d, v) => deplacee(placees(d), placees(v), liens);
	const relues = (correspondance?.competences ?? []).map((lecture) => entreeRelue(lecture, de, vers, place));
	const reglees = new Set(relues.flatMap((entree) => [...entree.de, ...entree.vers]));
	const restent = [...rangDe.keys(), ...rangVers.keys()].filter((id) => !reglees.has(id));
	// If the competences of one side are unknown, those of the other cannot be called « nouvelles » or « sans suite ».
	const lisibles = rangDe.size > 0 && rangVers.size > 0;
	const muettes = lisibles ? [] : restent.map((id) => entreeMuette(id, rangDe.has(id)));
	const automatique =
		lisibles && restent.length > 0 ? rapprocher(de, vers, lexique, { reglees, liens }) : { entrees: [], parentes: [] };
	const proposees = automatique.entrees.map((proposition) => ({
		proposition,
		entree: entreeProposee(proposition, place),
	}));
	const entrees = [...relues, ...muettes, ...proposees.map(({ entree }) => entree)];
	for (const { entree, proposition } of proposees)
		if (proposition.proche !== undefined) entree.observation = observer(proposition.proche, entrees);
	for (const entree of entrees) {
		entree.de.sort((a, b) => rang(rangDe, a) - rang(rangDe, b));
		entree.vers.sort((a, b) => rang(rangVers, a) - rang(rangVers, b));
	}
	const ordre = (entree: Entree): number =>
		entree.de[0] ? rang(rangDe, entree.de[0]) : rangDe.size + rang(rangVers, entree.vers[0] ?? '');
	entrees.sort((a, b) => ordre(a) - ordre(b));
	const parentesRelues = (correspondance?.parentes ?? []).map((parente) => parenteRelue(parente, de, vers));
	const memePaire = (a: Parente) => (b: Parente) => a.de === b.de && a.vers === b.vers;
	const parentes = [
		...parentesRelues,
		...automatique.parentes.filter((parente) => !parentesRelues.some(memePaire(parente))),
	];
	parentes.sort((a, b) => rang(rangDe, a.de) - rang(rangDe, b.de) || rang(rangVers, a.vers) - rang(rangVers, b.vers));
	return {
		comparaison: {
			de: de.id,
			vers: vers.id,
			blocs: liens,
			competences: entrees,
			parentes,
			...(correspondance && relues.length + parentesRelues.length > 0
				? { lecture: { par: correspondance.relecteur ?? null, le: correspondance.reluLe ?? null } }
				: {}),
		},
		explications: new Map(proposees.map(({ entree, proposition }) => [entree, proposition.explication])),
		parEtapes: new Map(
			relues.flatMap((entree, i) => {
				const dit = correspondance?.competences?.[i]?.parEtapes;
				return dit ? [[entree, dit] as const] : [];
			}),
		),
	};
};

/** Index of each competence in its document. */
const rangs = (r: Referentiel): Map<string, number> => new Map(competences(r).map(({ id }, i) => [id, i]));
const rang = (rangs: ReadonlyMap<string, number>, id: string): number => rangs.get(id) ?? rangs.size;

/** Whether the competences of an entry change bloc. */
type Juge = (de: readonly string[], vers: readonly string[]) => boolean | null;

const entreeRelue = (lecture: Lecture, de: Referentiel, vers: Referentiel, place: Juge): Entree => {
	const idsDe = lecture.de.map((id) => idComplet(de.id, id));
	const idsVers = lecture.vers.map((id) => idComplet(vers.id, id));
	return {
		nature: lecture.nature,
		de: idsDe,
		vers: idsVers,
		deplacee: place(idsDe, idsVers),
		statut: lecture.statut,
		score: null,
		motif: lecture.motif,
		candidats: [],
	};
};

const parenteRelue = (lecture: LectureDeParente, de: Referentiel, vers: Referentiel): Parente => ({
	de: idComplet(de.id, lecture.de),
	vers: idComplet(vers.id, lecture.vers),
	portee: lecture.portee,
	statut: lecture.statut,
	score: null,
	motif: lecture.motif,
});

/** Entry of a competence when those of the other version are unknown: it is neither new nor without successor. */
const entreeMuette = (id: string, ancienne: boolean): Entree => ({
	nature: null,
	de: ancienne ? [id] : [],
	vers: ancienne ? [] : [id],
	deplacee: null,
	statut: 'a-verifier',
	score: null,
	motif: null,
	candidats: [],
});

/**
 * Completes the observation of a lone competence. Needs every entry, since the nearest label may be in an editor's one.
 */
const observer = (proche: string | null, entrees: readonly Entree[]): Observation => {
	const prise = entrees.find((e) => e.de.includes(proche ?? '') || e.vers.includes(proche ?? ''));
	return { proche, relieeA: [...((prise?.de.includes(proche ?? '') ? prise.vers : prise?.de) ?? [])] };
};

/** An entry still to be checked says nothing of a change of bloc: that would be a claim. */
const entreeProposee = ({ nature, de, vers, score, statut, candidats }: Proposition, place: Juge): Entree => ({
	nature,
	de: [...de],
	vers: [...vers],
	deplacee: nature === null ? null : place(de, vers),
	statut,
	score,
	motif: null,
	candidats: [...candidats],
});

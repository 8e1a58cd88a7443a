import {
	admet,
	CARDINALITES,
	cardinalite,
	libellesDistincts,
	natureDe,
} from '../../domaine/comparaison/cardinalite.ts';
import { empreinteDeLecture } from '../../domaine/empreinte.ts';
import { idComplet, idRelatif } from '../../domaine/identifiant.ts';
import { rapprocher } from '../../domaine/rapprochement/rapprocher.ts';
import { competences, type Referentiel } from '../../domaine/referentiel.ts';
import { memeLibelle } from '../../domaine/texte/normaliser.ts';
import type { Correspondance, Lecture, LectureDeParente } from '../../schemas/correspondance.ts';
import type { Lexique } from '../../schemas/lexique.ts';
import type { FichierLu } from '../lecture.ts';
import { type Probleme, probleme, type Signaler, signalerDans } from '../probleme.ts';

/** What the checks need of a version. A known version may have blocs without competences, or no blocs. */
type Version = Pick<Referentiel, 'id' | 'blocs'>;

type Fichier = Pick<FichierLu<Correspondance>, 'fichier' | 'ligne' | 'data'>;

type Cote = 'de' | 'vers';
const COTES = ['de', 'vers'] as const;

/** Context of the checks of one file: its content, its two versions, and how to report a problem in it. */
type Controle = {
	c: Correspondance;
	signaler: Signaler;
	versions: Record<Cote, Version>;
	/** Labels by relative id, as the file writes them. */
	libelles: Record<Cote, ReadonlyMap<string, string>>;
};

/** Problems of a correspondence, which stop the build. A version is undefined if the catalogue does not have it. */
export const problemesDeLecture = (lu: Fichier, de: Version | undefined, vers: Version | undefined): Probleme[] => {
	const c = lu.data;
	const signaler = signalerDans(lu);
	if (c.de === c.vers)
		return signaler(['vers'], `« ${c.vers} » ne peut correspondre à elle-même ; écrire l’id de l’autre version`);
	if (!de || !vers) {
		const inconnue = (id: string) => `version « ${id} » inconnue ; corriger l’id ou ajouter ses faits à une lignée`;
		return [...signaler(['de'], !de && inconnue(c.de)), ...signaler(['vers'], !vers && inconnue(c.vers))];
	}
	const libelles = { de: libellesDe(de), vers: libellesDe(vers) };
	const controle = { c, signaler, versions: { de, vers }, libelles };
	return [...problemesDesBlocs(controle), ...problemesDesCompetences(controle)];
};

const libellesDe = (version: Version): Map<string, string> =>
	new Map(version.blocs.flatMap((b) => b.competences).map(({ id, libelle }) => [idRelatif(id), libelle]));

/** Checks that each bloc exists and has one official correspondence, alone or in a group. */
const problemesDesBlocs = ({ c, signaler, versions }: Controle): Probleme[] => {
	const liens = c.blocs?.liens ?? [];
	const cles = liens.map(({ de }) => [...de].sort().join(' '));
	return liens.flatMap((lien, i) => {
		const chemin = ['blocs', 'liens', i];
		const deja = cles.lastIndexOf(cles[i] ?? '', i - 1);
		const double = `${cles[i]} a déjà sa correspondance (blocs.liens.${deja}) ; n’en garder qu’une`;
		return [
			...signaler(chemin, i > 0 && deja >= 0 && double),
			...COTES.flatMap((cote) => problemesDIds(signaler, lien[cote], [...chemin, cote], versions[cote])),
			...lien.de.flatMap((id, k) => {
				const autre = liens.findIndex(({ de }, j) => j < i && de.includes(id) && cles[j] !== cles[i]);
				const message = `bloc « ${id} » déjà compté dans blocs.liens.${autre} ; un bloc n’a qu’une correspondance, seul ou dans un groupe`;
				return signaler([...chemin, 'de', k], autre >= 0 && message);
			}),
		];
	});
};

/** Ids of unknown blocs, and ids repeated in one list. */
const problemesDIds = (signaler: Signaler, ids: readonly string[], chemin: PropertyKey[], version: Version) => {
	const connus = version.blocs.map(({ id }) => idRelatif(id));
	return ids.flatMap((id, k) => {
		const inconnu = `bloc « ${id} » inconnu de ${version.id} ; choisir parmi : ${connus.join(', ') || '(aucun bloc connu)'}`;
		const double = ids.indexOf(id) < k && `bloc « ${id} » en double ; n’en garder qu’un`;
		return signaler([...chemin, k], connus.includes(id) ? double : inconnu);
	});
};

const problemesDesCompetences = (controle: Controle): Probleme[] => {
	const { c, signaler, libelles } = controle;
	const { competences: lectures, parentes = [] } = c;
	if (!lectures) {
		const message = 'des parentés sans lecture des compétences ; écrire aussi « competences » ou les retirer';
		return signaler(['parentes'], c.parentes && message);
	}
	const sansTexte = COTES.filter((cote) => libelles[cote].size === 0);
	if (sansTexte.length > 0)
		return sansTexte.flatMap((cote) =>
			signaler(
				['competences'],
				`aucune compétence de ${c[cote]} n’est au catalogue : elles ne peuvent être lues ; retirer « competences »`,
			),
		);
	return [
		...lectures.flatMap((lecture, i) => problemesDUneLecture(controle, lecture, i)),
		...COTES.flatMap((cote) => problemesDeCompte(controle, lectures, cote)),
		...parentes.flatMap((parente, i) => problemesDUneParente(controle, parente, i)),
		...copiesOubliees(controle, parentes),
	];
};

/** Reports a reading made on labels that have changed since. */
const lecturePerimee = (
	{ signaler }: Controle,
	chemin: readonly PropertyKey[],
	ecrite: string,
	[de, vers]: readonly [string[], string[]],
): Probleme[] => {
	const attendue = empreinteDeLecture(de, vers);
	const quoi = chemin[0] === 'parentes' ? 'la parenté' : 'l’entrée';
	const message = `les libellés ont changé depuis la lecture ; relire ${quoi}, puis écrire « ${attendue} »`;
	return signaler([...chemin, 'empreinte'], ecrite !== attendue && message);
};

/** Unknown competences of a reading or of a parenté. No other check of that entry is possible. */
const inconnues = (
	{ c, signaler, libelles }: Controle,
	chemin: readonly PropertyKey[],
	lus: Record<Cote, string | readonly string[]>,
): Probleme[] =>
	COTES.flatMap((cote) =>
		[lus[cote]].flat().flatMap((id, k) => {
			const place = typeof lus[cote] === 'string' ? [cote] : [cote, k];
			const message = `compétence « ${id} » inconnue de ${c[cote]} ; corriger l’id`;
			return signaler([...chemin, ...place], !libelles[cote].has(id) && message);
		}),
	);

const problemesDUneLecture = (controle: Controle, lecture: Lecture, i: number): Probleme[] => {
	const { signaler, libelles } = controle;
	const perdues = inconnues(controle, ['competences', i], lecture);
	// `problemesDeCompte` reports a competence that stands twice. One of the two ids is wrong, so that the nature and the
	// hash of the entry say nothing more.
	if (perdues.length > 0 || COTES.some((cote) => repetee(controle, lecture[cote], cote, i))) return perdues;
	const textes = (cote: Cote) => lecture[cote].map((id) => libelles[cote].get(id) ?? '');
	const lus = [textes('de'), textes('vers')] as const;
	return [
		...signaler(['competences', i, 'nature'], natureFausse(lecture.nature, lus)),
		...lecturePerimee(controle, ['competences', i], lecture.empreinte, lus),
	];
};

/** Whether an entry names a competence that it, or an entry before it, has named already. */
const repetee = ({ c }: Controle, ids: readonly string[], cote: Cote, i: number): boolean =>
	new Set(ids).size < ids.length ||
	(c.competences ?? []).slice(0, i).some((autre) => ids.some((id) => autre[cote].includes(id)));

/**
 * Why a nature does not fit these labels, or undefined. `identique` is required if they are all the same but for
 * typography, and forbidden otherwise.
 */
const natureFausse = (nature: Lecture['nature'], [de, vers]: readonly [string[], string[]]): string | undefined => {
	const distincts = (cote: string[]) => libellesDistincts(cote.map((libelle) => ({ libelle }))).length;
	const [nDe, nVers] = [distincts(de), distincts(vers)];
	if (!admet(nature, nDe, nVers)) {
		const convient = natureDe(nDe, nVers);
		const remede = convient ? `écrire « ${convient} » ou corriger « de » et « vers »` : 'corriger « de » et « vers »';
		return `« ${nature} » joint ${CARDINALITES[nature]} libellés distincts, et l’entrée en joint ${cardinalite(nDe, nVers)} ; ${remede}`;
	}
	const tous = [...de, ...vers];
	const memes = de.length > 0 && vers.length > 0 && tous.every((a) => tous.every((b) => memeLibelle(a, b)));
	if (nature === 'identique' && !memes)
		return 'les libellés ne sont pas les mêmes, typographie mise à part ; écrire une autre nature';
	if (nature !== 'identique' && memes)
		return 'les libellés sont les mêmes, typographie mise à part ; écrire « identique »';
	return undefined;
};

/**
 * Checks one parenté: its ids, its labels since they were read, no duplicate, and no correspondence between the two.
 */
const problemesDUneParente = (controle: Controle, parente: LectureDeParente, i: number): Probleme[] => {
	const { c, signaler, libelles } = controle;
	const perdues = inconnues(controle, ['parentes', i], parente);
	if (perdues.length > 0) return perdues;
	const paire = `${parente.de} → ${parente.vers}`;
	const [de, vers] = COTES.map((cote) => libelles[cote].get(parente[cote]) ?? '') as [string, string];
	const deja = (c.parentes ?? []).findIndex((autre) => autre.de === parente.de && autre.vers === parente.vers);
	const lecture = (c.competences ?? []).findIndex(
		(l, k) =>
			l.de.includes(parente.de) &&
			l.vers.includes(parente.vers) &&
			!COTES.some((cote) => repetee(controle, l[cote], cote, k)),
	);
	const fautes = [
		deja < i && `parenté ${paire} déjà écrite (parentes.${deja}) ; n’en garder qu’une`,
		lecture >= 0 &&
			`${paire} est déjà une correspondance (competences.${lecture}) ; une parenté ne la double pas : retirer l’une ou l’autre`,
		memeLibelle(de, vers) &&
			`${paire} : les libellés sont les mêmes, typographie mise à part ; écrire une correspondance « identique »`,
	];
	// These labels may not be those that were meant: the first fault is reported, the others may go with it.
	const faute = fautes.find((message) => message !== false);
	return faute
		? signaler(['parentes', i], faute)
		: lecturePerimee(controle, ['parentes', i], parente.empreinte, [[de], [vers]]);
};

/**
 * A parenté must be written for every copy of a label, or the page of the other copies would say that nothing is near.
 */
const copiesOubliees = ({ c, signaler, libelles }: Controle, parentes: readonly LectureDeParente[]): Probleme[] => {
	const ecrites = new Set(parentes.map(({ de, vers }) => `${de} ${vers}`));
	return parentes.flatMap((parente, i) =>
		COTES.flatMap((cote) => {
			const libelle = libelles[cote].get(parente[cote]);
			return [...libelles[cote]].flatMap(([id, autre]) => {
				const copie = { ...parente, [cote]: id };
				if (libelle === undefined || !memeLibelle(libelle, autre) || ecrites.has(`${copie.de} ${copie.vers}`))
					return [];
				const message = `« ${parente[cote]} » et « ${id} » de ${c[cote]} ont le même libellé ; écrire aussi la parenté ${copie.de} → ${copie.vers}`;
				return signaler(['parentes', i, cote], message);
			});
		}),
	);
};

/** Checks that each competence of one side is in exactly one entry. */
const problemesDeCompte = ({ c, signaler, libelles }: Controle, lectures: readonly Lecture[], cote: Cote) => {
	const vues = new Map<string, string>();
	const doubles = lectures.flatMap((lecture, i) =>
		lecture[cote].flatMap((id, k) => {
			const deja = vues.get(id);
			vues.set(id, `competences.${i}`);
			const message = `compétence « ${id} » de ${c[cote]} déjà comptée dans ${deja} ; la garder dans une seule entrée`;
			return signaler(['competences', i, cote, k], deja !== undefined && message);
		}),
	);
	// An unknown id is probably a misspelling of a missing one, which is then not reported.
	if ([...vues.keys()].some((id) => !libelles[cote].has(id))) return doubles;
	const alors = cote === 'de' ? 'au besoin en « sans-suite »' : 'au besoin en « nouvelle »';
	const oubliees = [...libelles[cote]].filter(([id]) => !vues.has(id));
	return [
		...doubles,
		...oubliees.flatMap(([id, libelle]) =>
			signaler(['competences'], `compétence « ${id} » de ${c[cote]} oubliée (${libelle}) ; l’ajouter, ${alors}`),
		),
	];
};

/**
 * Warnings on content that may still be right: an old bloc that the official map does not name, and an editor's reading
 * that contradicts a confident proposal.
 */
export const avertissementsDeLecture = (lu: Fichier, de: Referentiel, vers: Referentiel, lexique: Lexique) => [
	...blocsNonNommes(lu, de),
	...contradictions(lu, de, vers, lexique),
];

const blocsNonNommes = (lu: Fichier, de: Referentiel): Probleme[] => {
	const { blocs } = lu.data;
	if (!blocs) return [];
	const nommes = new Set(blocs.liens.flatMap((lien) => lien.de));
	const oublies = de.blocs.filter(({ id, type }) => type === 'ccp' && !nommes.has(idRelatif(id)));
	return oublies.map(({ id }) => {
		const message = `${idRelatif(id)} de ${de.id} n’est nommé par aucun lien : écrire « vers: [] » si le texte dit « Néant »`;
		return probleme(lu, ['blocs', 'liens'], message);
	});
};

const contradictions = (lu: Fichier, de: Referentiel, vers: Referentiel, lexique: Lexique): Probleme[] => {
	const c = lu.data;
	const lectures = c.competences;
	if (!lectures || competences(de).length === 0 || competences(vers).length === 0) return [];
	const entreeDe = (cote: Cote, id: string) =>
		lectures.findIndex((lecture) => lecture[cote].some((relatif) => idComplet(c[cote], relatif) === id));
	const parentes = new Set((c.parentes ?? []).map((p) => `${idComplet(c.de, p.de)} ${idComplet(c.vers, p.vers)}`));
	// If the reader wrote a parenté, the pair has been examined.
	const lie = (d: string, v: string) => entreeDe('de', d) === entreeDe('vers', v) || parentes.has(`${d} ${v}`);
	const nom = (ids: readonly string[]) => ids.map(idRelatif).join(', ');
	return rapprocher(de, vers, lexique)
		.entrees.filter((p) => p.statut === 'proposee')
		.flatMap((p): Probleme[] => {
			const i = entreeDe('de', p.de[0] ?? '');
			if (i < 0 || p.de.every((a) => p.vers.every((b) => lie(a, b)))) return [];
			const score = p.score?.toLocaleString('fr') ?? '';
			const message = `le rapprochement automatique propose avec assurance ${nom(p.de)} → ${nom(p.vers)} (${score}) ; la lecture dit autre chose`;
			return [probleme(lu, ['competences', i], message)];
		});
};

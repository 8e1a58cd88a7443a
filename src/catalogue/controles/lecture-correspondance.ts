import {
	admet,
	CARDINALITES,
	cardinalite,
	libellesDistincts,
	natureDe,
} from '../../domaine/comparaison/cardinalite.ts';
import { empreinte } from '../../domaine/comparaison/empreinte.ts';
import { rapprocher } from '../../domaine/rapprochement/rapprocher.ts';
import { competences, idComplet, idRelatif, type Referentiel } from '../../domaine/referentiel.ts';
import { memeLibelle } from '../../domaine/texte/normaliser.ts';
import type { Correspondance, Lecture, LectureDeParente } from '../../schemas/correspondance.ts';
import type { Lexique } from '../../schemas/lexique.ts';
import { type Lieu, type Probleme, probleme } from '../probleme.ts';

/** Makes a problem at one value of the file that is checked. */
type Signaler = (chemin: readonly PropertyKey[], message: string) => Probleme;

/** A version as the checks need it: one that is only known has blocs without competences, or none. */
type Version = Pick<Referentiel, 'id' | 'blocs'>;

/** A correspondence file as it was read. */
type Fiche = Lieu & { data: Correspondance };

type Cote = 'de' | 'vers';
const COTES = ['de', 'vers'] as const;

/**
 * Everything that the build refuses in a correspondence, given both versions (`undefined` where the catalogue has none
 * of that id).
 */
export const problemesDeLecture = (fiche: Fiche, de: Version | undefined, vers: Version | undefined): Probleme[] => {
	const c = fiche.data;
	const signaler: Signaler = (chemin, message) => probleme(fiche, chemin, message);
	if (c.de === c.vers)
		return [signaler(['vers'], `« ${c.vers} » ne peut correspondre à elle-même ; écrire l’id de l’autre version`)];
	const inconnues = COTES.filter((cote) => (cote === 'de' ? de : vers) === undefined);
	if (!de || !vers)
		return inconnues.map((cote) =>
			signaler([cote], `version « ${c[cote]} » inconnue ; corriger l’id ou ajouter ses faits à une lignée`),
		);
	return [...problemesDesBlocs(signaler, c, { de, vers }), ...problemesDesCompetences(signaler, c, { de, vers })];
};

const problemesDesBlocs = (
	signaler: Signaler,
	{ blocs }: Correspondance,
	versions: Record<Cote, Version>,
): Probleme[] => {
	const vus = new Map<string, number>();
	return (blocs?.liens ?? []).flatMap((lien, i) => {
		const cle = [...lien.de].sort().join(' ');
		const deja = vus.get(cle);
		vus.set(cle, i);
		const double =
			deja === undefined
				? []
				: [
						signaler(
							['blocs', 'liens', i],
							`${cle} a déjà sa correspondance (blocs.liens.${deja}) ; n’en garder qu’une`,
						),
					];
		return [
			...double,
			...COTES.flatMap((cote) => problemesDIds(signaler, lien[cote], ['blocs', 'liens', i, cote], versions[cote])),
		];
	});
};

/** Blocs that the version does not have, or that one list names twice. */
const problemesDIds = (
	signaler: Signaler,
	ids: readonly string[],
	chemin: (string | number)[],
	version: Version,
): Probleme[] => {
	const connus = version.blocs.map(({ id }) => idRelatif(id));
	return ids.flatMap((id, k) => {
		if (!connus.includes(id))
			return [
				signaler(
					[...chemin, k],
					`bloc « ${id} » inconnu de ${version.id} ; choisir parmi : ${connus.join(', ') || '(aucun bloc connu)'}`,
				),
			];
		return ids.indexOf(id) < k ? [signaler([...chemin, k], `bloc « ${id} » en double ; n’en garder qu’un`)] : [];
	});
};

const problemesDesCompetences = (
	signaler: Signaler,
	c: Correspondance,
	versions: Record<Cote, Version>,
): Probleme[] => {
	const lectures = c.competences;
	if (!lectures)
		return c.parentes
			? [
					signaler(
						['parentes'],
						'des parentés sans lecture des compétences ; écrire aussi « competences » ou les retirer',
					),
				]
			: [];
	const libelles = {
		de: libellesDe(versions.de),
		vers: libellesDe(versions.vers),
	};
	const sansTexte = COTES.filter((cote) => libelles[cote].size === 0);
	if (sansTexte.length > 0)
		return sansTexte.map((cote) =>
			signaler(
				['competences'],
				`aucune compétence de ${c[cote]} n’est au catalogue : elles ne peuvent être lues ; retirer « competences »`,
			),
		);
	return [
		...lectures.flatMap((lecture, i) => problemesDUneLecture(signaler, lecture, i, c, libelles)),
		...COTES.flatMap((cote) => problemesDeCompte(signaler, lectures, cote, c[cote], libelles[cote])),
		...(c.parentes ?? []).flatMap((parente, i) => problemesDUneParente(signaler, parente, i, c, libelles)),
		...copiesOubliees(signaler, c, libelles),
	];
};

/** Labels by the id that the file writes. */
const libellesDe = (version: Version): Map<string, string> =>
	new Map(version.blocs.flatMap((b) => b.competences).map(({ id, libelle }) => [idRelatif(id), libelle]));

const problemesDUneLecture = (
	signaler: Signaler,
	lecture: Lecture,
	i: number,
	c: Correspondance,
	libelles: Record<Cote, ReadonlyMap<string, string>>,
): Probleme[] => {
	const inconnues = COTES.flatMap((cote) =>
		lecture[cote].flatMap((id, k) =>
			libelles[cote].has(id)
				? []
				: [signaler(['competences', i, cote, k], `compétence « ${id} » inconnue de ${c[cote]} ; corriger l’id`)],
		),
	);
	// Without both sides' labels nothing more can be said of them; one that stands twice is counted twice below.
	if (inconnues.length > 0 || COTES.some((cote) => new Set(lecture[cote]).size < lecture[cote].length))
		return inconnues;
	const textes = (cote: Cote) => lecture[cote].map((id) => libelles[cote].get(id) ?? '');
	const [de, vers] = [textes('de'), textes('vers')];
	const attendue = empreinte(de, vers);
	const perimee =
		lecture.empreinte === attendue
			? []
			: [
					signaler(
						['competences', i, 'empreinte'],
						`les libellés ont changé depuis la lecture ; relire l’entrée, puis écrire « ${attendue} »`,
					),
				];
	const nature = problemesDeNature(signaler, lecture, i, de, vers);
	return [...(nature.length > 0 ? nature : problemesDIdentite(signaler, lecture, i, de, vers)), ...perimee];
};

const problemesDeNature = (
	signaler: Signaler,
	{ nature }: Lecture,
	i: number,
	de: string[],
	vers: string[],
): Probleme[] => {
	const [nDe, nVers] = [de, vers].map((cote) => libellesDistincts(cote.map((libelle) => ({ libelle }))).length) as [
		number,
		number,
	];
	if (admet(nature, nDe, nVers)) return [];
	const ici = cardinalite(nDe, nVers);
	const convient = natureDe(nDe, nVers);
	const remede = convient ? `écrire « ${convient} » ou corriger « de » et « vers »` : 'corriger « de » et « vers »';
	return [
		signaler(
			['competences', i, 'nature'],
			`« ${nature} » joint ${CARDINALITES[nature]} libellés distincts, et l’entrée en joint ${ici} ; ${remede}`,
		),
	];
};

/** `identique` says that the labels are the same but for typography, and nothing else may say it of them. */
const problemesDIdentite = (
	signaler: Signaler,
	{ nature }: Lecture,
	i: number,
	de: string[],
	vers: string[],
): Probleme[] => {
	const tous = [...de, ...vers];
	const memes = de.length > 0 && vers.length > 0 && tous.every((a) => tous.every((b) => memeLibelle(a, b)));
	if (nature === 'identique' && !memes)
		return [
			signaler(
				['competences', i, 'nature'],
				'les libellés ne sont pas les mêmes, typographie mise à part ; écrire une autre nature',
			),
		];
	if (nature !== 'identique' && memes)
		return [
			signaler(
				['competences', i, 'nature'],
				'les libellés sont les mêmes, typographie mise à part ; écrire « identique »',
			),
		];
	return [];
};

/** A parenté joins two competences that exist, that no entry joins already, once, on labels that have not changed. */
const problemesDUneParente = (
	signaler: Signaler,
	parente: LectureDeParente,
	i: number,
	c: Correspondance,
	libelles: Record<Cote, ReadonlyMap<string, string>>,
): Probleme[] => {
	const inconnues = COTES.filter((cote) => !libelles[cote].has(parente[cote])).map((cote) =>
		signaler(['parentes', i, cote], `compétence « ${parente[cote]} » inconnue de ${c[cote]} ; corriger l’id`),
	);
	if (inconnues.length > 0) return inconnues;
	const paire = `${parente.de} → ${parente.vers}`;
	const [de, vers] = COTES.map((cote) => libelles[cote].get(parente[cote]) ?? '') as [string, string];
	const attendue = empreinte([de], [vers]);
	const deja = (c.parentes ?? []).findIndex((autre) => autre.de === parente.de && autre.vers === parente.vers);
	const lecture = (c.competences ?? []).findIndex((l) => l.de.includes(parente.de) && l.vers.includes(parente.vers));
	return [
		...(deja < i
			? [signaler(['parentes', i], `parenté ${paire} déjà écrite (parentes.${deja}) ; n’en garder qu’une`)]
			: []),
		...(lecture < 0
			? []
			: [
					signaler(
						['parentes', i],
						`${paire} est déjà une correspondance (competences.${lecture}) ; une parenté ne la double pas : retirer l’une ou l’autre`,
					),
				]),
		...(memeLibelle(de, vers)
			? [
					signaler(
						['parentes', i],
						`${paire} : les libellés sont les mêmes, typographie mise à part ; écrire une correspondance « identique »`,
					),
				]
			: []),
		...(parente.empreinte === attendue
			? []
			: [
					signaler(
						['parentes', i, 'empreinte'],
						`les libellés ont changé depuis la lecture ; relire la parenté, puis écrire « ${attendue} »`,
					),
				]),
	];
};

/** A parenté holds for every copy of a label: the page of a forgotten copy would say that nothing is near. */
const copiesOubliees = (
	signaler: Signaler,
	c: Correspondance,
	libelles: Record<Cote, ReadonlyMap<string, string>>,
): Probleme[] => {
	const parentes = c.parentes ?? [];
	const ecrites = new Set(parentes.map(({ de, vers }) => `${de} ${vers}`));
	return parentes.flatMap((parente, i) =>
		COTES.flatMap((cote) => {
			const libelle = libelles[cote].get(parente[cote]);
			return [...libelles[cote]].flatMap(([id, autre]) => {
				const copie = { ...parente, [cote]: id };
				if (libelle === undefined || !memeLibelle(libelle, autre) || ecrites.has(`${copie.de} ${copie.vers}`))
					return [];
				return [
					signaler(
						['parentes', i, cote],
						`« ${parente[cote]} » et « ${id} » de ${c[cote]} ont le même libellé ; écrire aussi la parenté ${copie.de} → ${copie.vers}`,
					),
				];
			});
		}),
	);
};

/** Each competence of a side is read once: neither left out nor counted twice. */
const problemesDeCompte = (
	signaler: Signaler,
	lectures: readonly Lecture[],
	cote: Cote,
	version: string,
	libelles: ReadonlyMap<string, string>,
): Probleme[] => {
	const vues = new Map<string, string>();
	const doubles = lectures.flatMap((lecture, i) =>
		lecture[cote].flatMap((id, k) => {
			const deja = vues.get(id);
			vues.set(id, `competences.${i}`);
			if (deja === undefined) return [];
			return [
				signaler(
					['competences', i, cote, k],
					`compétence « ${id} » de ${version} déjà comptée dans ${deja} ; la garder dans une seule entrée`,
				),
			];
		}),
	);
	// An unknown id stands for one that is left out.
	const inconnue = [...vues.keys()].some((id) => !libelles.has(id));
	const oubliees = inconnue ? [] : [...libelles].filter(([id]) => !vues.has(id));
	const alors = cote === 'de' ? 'au besoin en « sans-suite »' : 'au besoin en « nouvelle »';
	return [
		...doubles,
		...oubliees.map(([id, libelle]) =>
			signaler(['competences'], `compétence « ${id} » de ${version} oubliée (${libelle}) ; l’ajouter, ${alors}`),
		),
	];
};

/**
 * Warnings on content that may be right all the same: an old bloc that an official map does not name, and an
 * editor's reading that contradicts a confident proposal.
 */
export const avertissementsDeLecture = (
	fiche: Fiche,
	de: Referentiel,
	vers: Referentiel,
	lexique: Lexique,
): Probleme[] => {
	const signaler: Signaler = (chemin, message) => probleme(fiche, chemin, message);
	return [...blocsNonNommes(signaler, fiche.data, de), ...contradictions(signaler, fiche.data, de, vers, lexique)];
};

const blocsNonNommes = (signaler: Signaler, { blocs }: Correspondance, de: Referentiel): Probleme[] => {
	if (!blocs) return [];
	const nommes = new Set(blocs.liens.flatMap((lien) => lien.de));
	return de.blocs
		.filter(({ id, type }) => type === 'ccp' && !nommes.has(idRelatif(id)))
		.map(({ id }) =>
			signaler(
				['blocs', 'liens'],
				`${idRelatif(id)} de ${de.id} n’est nommé par aucun lien : écrire « vers: [] » si le texte dit « Néant »`,
			),
		);
};

const contradictions = (
	signaler: Signaler,
	c: Correspondance,
	de: Referentiel,
	vers: Referentiel,
	lexique: Lexique,
): Probleme[] => {
	const lectures = c.competences;
	if (!lectures || competences(de).length === 0 || competences(vers).length === 0) return [];
	const entreeDe = (cote: Cote, id: string) =>
		lectures.findIndex((lecture) => lecture[cote].some((relatif) => idComplet(c[cote], relatif) === id));
	const parentes = new Set((c.parentes ?? []).map((p) => `${idComplet(c.de, p.de)} ${idComplet(c.vers, p.vers)}`));
	// A reader who wrote a parenté has looked at the pair: the machine has nothing to add.
	const lie = (d: string, v: string) => entreeDe('de', d) === entreeDe('vers', v) || parentes.has(`${d} ${v}`);
	const nom = (ids: readonly string[]) => ids.map(idRelatif).join(', ');
	return rapprocher(de, vers, lexique)
		.entrees.filter((p) => p.statut === 'proposee')
		.flatMap((p): Probleme[] => {
			const i = entreeDe('de', p.de[0] ?? '');
			if (i < 0 || p.de.every((a) => p.vers.every((b) => lie(a, b)))) return [];
			const score = p.score?.toLocaleString('fr') ?? '';
			const message = `le rapprochement automatique propose avec assurance ${nom(p.de)} → ${nom(p.vers)} (${score}) ; la lecture dit autre chose`;
			return [signaler(['competences', i], message)];
		});
};

import type { Correspondance, Lecture } from '../../schemas/correspondance.ts';
import type { Lexique } from '../../schemas/lexique.ts';
import { rapprocher } from '../rapprochement/rapprocher.ts';
import { competences, idComplet, idRelatif, type Referentiel } from '../referentiel.ts';
import { memeLibelle } from '../texte/normaliser.ts';
import { admet, CARDINALITES, cardinalite, natureDe } from './cardinalite.ts';
import { empreinte } from './empreinte.ts';

/** What is wrong in a correspondence file, where, and how to put it right. */
export type Faute = {
	/** Path of the value in the file, as keys and indexes. */
	chemin: (string | number)[];
	/** The same as one word: `competences.3.empreinte`. */
	champ: string;
	message: string;
};

const faute = (chemin: (string | number)[], message: string): Faute => ({ chemin, champ: chemin.join('.'), message });

/** A version as the checks need it: one that is only known has blocs without competences, or none. */
type Version = Pick<Referentiel, 'id' | 'blocs'>;

type Cote = 'de' | 'vers';
const COTES = ['de', 'vers'] as const;

/**
 * Everything that the build refuses in a correspondence, given both versions (`undefined` where the catalogue has none
 * of that id).
 */
export const fautes = (c: Correspondance, de: Version | undefined, vers: Version | undefined): Faute[] => {
	if (c.de === c.vers)
		return [faute(['vers'], `« ${c.vers} » ne peut correspondre à elle-même ; écrire l’id de l’autre version`)];
	const inconnues = COTES.filter((cote) => (cote === 'de' ? de : vers) === undefined);
	if (!de || !vers)
		return inconnues.map((cote) =>
			faute([cote], `version « ${c[cote]} » inconnue ; corriger l’id ou ajouter ses faits à une lignée`),
		);
	return [...fautesDesBlocs(c, { de, vers }), ...fautesDesCompetences(c, { de, vers })];
};

const fautesDesBlocs = ({ blocs }: Correspondance, versions: Record<Cote, Version>): Faute[] => {
	const vus = new Map<string, number>();
	return (blocs?.liens ?? []).flatMap((lien, i) => {
		const cle = [...lien.de].sort().join(' ');
		const deja = vus.get(cle);
		vus.set(cle, i);
		const double =
			deja === undefined
				? []
				: [faute(['blocs', 'liens', i], `${cle} a déjà sa correspondance (blocs.liens.${deja}) ; n’en garder qu’une`)];
		return [...double, ...COTES.flatMap((cote) => fautesDIds(lien[cote], ['blocs', 'liens', i, cote], versions[cote]))];
	});
};

/** Blocs that the version does not have, or that one list names twice. */
const fautesDIds = (ids: readonly string[], chemin: (string | number)[], version: Version): Faute[] => {
	const connus = version.blocs.map(({ id }) => idRelatif(id));
	return ids.flatMap((id, k) => {
		if (!connus.includes(id))
			return [
				faute(
					[...chemin, k],
					`bloc « ${id} » inconnu de ${version.id} ; choisir parmi : ${connus.join(', ') || '(aucun bloc connu)'}`,
				),
			];
		return ids.indexOf(id) < k ? [faute([...chemin, k], `bloc « ${id} » en double ; n’en garder qu’un`)] : [];
	});
};

const fautesDesCompetences = (c: Correspondance, versions: Record<Cote, Version>): Faute[] => {
	const lectures = c.competences;
	if (!lectures) return [];
	const libelles = {
		de: libellesDe(versions.de),
		vers: libellesDe(versions.vers),
	};
	const sansTexte = COTES.filter((cote) => libelles[cote].size === 0);
	if (sansTexte.length > 0)
		return sansTexte.map((cote) =>
			faute(
				['competences'],
				`le texte de ${c[cote]} n’est pas au catalogue : ses compétences ne peuvent être lues ; retirer « competences »`,
			),
		);
	return [
		...lectures.flatMap((lecture, i) => fautesDUneLecture(lecture, i, c, libelles)),
		...COTES.flatMap((cote) => fautesDeCompte(lectures, cote, c[cote], libelles[cote])),
	];
};

/** Labels by the id that the file writes. */
const libellesDe = (version: Version): Map<string, string> =>
	new Map(version.blocs.flatMap((b) => b.competences).map(({ id, libelle }) => [idRelatif(id), libelle]));

const fautesDUneLecture = (
	lecture: Lecture,
	i: number,
	c: Correspondance,
	libelles: Record<Cote, ReadonlyMap<string, string>>,
): Faute[] => {
	const inconnues = COTES.flatMap((cote) =>
		lecture[cote].flatMap((id, k) =>
			libelles[cote].has(id)
				? []
				: [faute(['competences', i, cote, k], `compétence « ${id} » inconnue de ${c[cote]} ; corriger l’id`)],
		),
	);
	const nature = fauteDeNature(lecture, i);
	// Without both sides' labels nothing more can be said of them.
	if (inconnues.length > 0) return [...inconnues, ...nature];
	const textes = (cote: Cote) => lecture[cote].map((id) => libelles[cote].get(id) ?? '');
	const [de, vers] = [textes('de'), textes('vers')];
	const attendue = empreinte(de, vers);
	const perimee =
		lecture.empreinte === attendue
			? []
			: [
					faute(
						['competences', i, 'empreinte'],
						`les libellés ont changé depuis la lecture ; relire l’entrée, puis écrire « ${attendue} »`,
					),
				];
	return [...nature, ...fauteDIdentite(lecture, i, de, vers), ...perimee];
};

const fauteDeNature = ({ nature, de, vers }: Lecture, i: number): Faute[] => {
	if (admet(nature, de.length, vers.length)) return [];
	const ici = cardinalite(de.length, vers.length);
	const convient = natureDe(de.length, vers.length);
	const remede = convient ? `écrire « ${convient} » ou corriger « de » et « vers »` : 'corriger « de » et « vers »';
	return [
		faute(
			['competences', i, 'nature'],
			`« ${nature} » joint ${CARDINALITES[nature].join(', ')} compétences, et l’entrée en joint ${ici} ; ${remede}`,
		),
	];
};

/** `identique` says that the labels are the same but for typography, and nothing else may say it of them. */
const fauteDIdentite = ({ nature }: Lecture, i: number, de: string[], vers: string[]): Faute[] => {
	const tous = [...de, ...vers];
	const memes = de.length > 0 && vers.length > 0 && tous.every((a) => tous.every((b) => memeLibelle(a, b)));
	if (nature === 'identique' && !memes)
		return [
			faute(
				['competences', i, 'nature'],
				'les libellés ne sont pas les mêmes, typographie mise à part ; écrire une autre nature',
			),
		];
	if (nature !== 'identique' && memes)
		return [
			faute(
				['competences', i, 'nature'],
				'les libellés sont les mêmes, typographie mise à part ; écrire « identique »',
			),
		];
	return [];
};

/** Each competence of a side is read once: neither left out nor counted twice. */
const fautesDeCompte = (
	lectures: readonly Lecture[],
	cote: Cote,
	version: string,
	libelles: ReadonlyMap<string, string>,
): Faute[] => {
	const vues = new Map<string, string>();
	const doubles = lectures.flatMap((lecture, i) =>
		lecture[cote].flatMap((id, k) => {
			const deja = vues.get(id);
			vues.set(id, `competences.${i}`);
			if (deja === undefined) return [];
			return [
				faute(
					['competences', i, cote, k],
					`compétence « ${id} » de ${version} déjà comptée dans ${deja} ; la garder dans une seule entrée`,
				),
			];
		}),
	);
	const oubliees = [...libelles].filter(([id]) => !vues.has(id));
	const alors = cote === 'de' ? 'au besoin en « sans-suite »' : 'au besoin en « nouvelle »';
	return [
		...doubles,
		...oubliees.map(([id, libelle]) =>
			faute(['competences'], `compétence « ${id} » de ${version} oubliée (${libelle}) ; l’ajouter, ${alors}`),
		),
	];
};

/**
 * What is worth a warning and may be right all the same: an old bloc that an official map does not name, and an
 * editor's reading that contradicts a confident proposal.
 */
export const avertissements = (c: Correspondance, de: Referentiel, vers: Referentiel, lexique: Lexique): Faute[] => [
	...blocsNonNommes(c, de),
	...contradictions(c, de, vers, lexique),
];

const blocsNonNommes = ({ blocs }: Correspondance, de: Referentiel): Faute[] => {
	if (!blocs) return [];
	const nommes = new Set(blocs.liens.flatMap((lien) => lien.de));
	return de.blocs
		.filter(({ id, type }) => type === 'ccp' && !nommes.has(idRelatif(id)))
		.map(({ id }) =>
			faute(
				['blocs', 'liens'],
				`${idRelatif(id)} de ${de.id} n’est nommé par aucun lien : écrire « vers: [] » si le texte dit « Néant »`,
			),
		);
};

const contradictions = (c: Correspondance, de: Referentiel, vers: Referentiel, lexique: Lexique): Faute[] => {
	const lectures = c.competences;
	if (!lectures || competences(de).length === 0 || competences(vers).length === 0) return [];
	const entreeDe = (cote: Cote, id: string) =>
		lectures.findIndex((lecture) => lecture[cote].some((relatif) => idComplet(c[cote], relatif) === id));
	const lie = (d: string, v: string) => entreeDe('de', d) === entreeDe('vers', v);
	const nom = (ids: readonly string[]) => ids.map(idRelatif).join(', ');
	return rapprocher(de, vers, lexique)
		.filter((p) => p.statut === 'proposee')
		.flatMap((p): Faute[] => {
			const [d, v] = [p.de[0], p.vers[0]];
			if (d !== undefined && v !== undefined) {
				const i = entreeDe('de', d);
				if (i < 0 || p.de.every((a) => p.vers.every((b) => lie(a, b)))) return [];
				const score = p.score?.toLocaleString('fr') ?? '';
				const message = `le rapprochement automatique propose avec assurance ${nom(p.de)} → ${nom(p.vers)} (${score}) ; la lecture dit autre chose`;
				return [faute(['competences', i], message)];
			}
			const [cote, id] = d === undefined ? (['vers', v] as const) : (['de', d] as const);
			const i = id === undefined ? -1 : entreeDe(cote, id);
			const autre = cote === 'de' ? 'vers' : 'de';
			if (i < 0 || id === undefined || lectures[i]?.[autre].length === 0) return [];
			const message = `le rapprochement automatique ne trouve rien de proche de ${idRelatif(id)} de ${c[cote]} ; la lecture lui donne une correspondance`;
			return [faute(['competences', i], message)];
		});
};

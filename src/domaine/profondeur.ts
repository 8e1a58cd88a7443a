import type { CleRegle } from '../schemas/regle.ts';
import type { Certitude } from '../schemas/source.ts';
import { A_VERIFIER, certitudeCommune, cles, reserveBreve, reserveEntiere } from './fait.ts';
import { avecArticle, enumerer } from './texte/phrase.ts';
import { aDesLibelles, blocsMuets, compter, type Nommee, nomBloc, nomVersion, type Version } from './version.ts';
import { compte } from './vocabulaire.ts';

/**
 * Fields that tell how much of a version is held, both in a whole version and in the light form that the tools load.
 */
type VersionTenue = Nommee &
	Pick<Version, 'profondeur' | 'blocs'> & { sources: Record<string, { intitule: string; nature: Certitude }> };

/** Headings of the list of versions, by depth. */
export const PROFONDEURS = [
	{ cle: 'texte', titre: 'Versions dont nous avons le texte' },
	{ cle: 'libelles', titre: 'Versions dont nous avons les libellés, sans le texte' },
	{ cle: 'faits', titre: 'Versions dont nous ne connaissons que des faits' },
] as const;

/** Certainty of the labels of a version: that of its least certain bloc. */
export const certitudeLibelles = ({ blocs }: Pick<Version, 'blocs'>): Certitude =>
	certitudeCommune(blocs.map(({ certitude }) => certitude));

/** « , à vérifier » after a title or a label of a bloc that only secondary sources give; empty for others. */
export const reserveDuBloc = ({ certitude }: Pick<Version['blocs'][number], 'certitude'>): string =>
	reserveBreve(certitude === 'secondaire');

/** Keys of the sources of the labels, for a version whose text is not held. */
export const sourcesLibelles = ({ blocs }: Pick<Version, 'blocs'>): string[] => [
	...new Set(blocs.flatMap(({ source }) => (source ? cles(source) : []))),
];

/** Depth in a few words, for lists. */
export function profondeurEnBref({ profondeur, blocs }: Pick<Version, 'profondeur' | 'blocs'>): string {
	const reserve = reserveBreve(certitudeLibelles({ blocs }) === 'secondaire');
	if (profondeur === 'texte') return 'texte complet';
	if (profondeur === 'libelles') return `libellés sans le texte${reserve}`;
	return blocs.length ? `intitulés des blocs seulement${reserve}` : 'faits seulement';
}

/** Sentence on the depth of a version whose text is not held; undefined if it is. */
export function direProfondeur(version: VersionTenue): string | undefined {
	const { profondeur, blocs, sources } = version;
	if (profondeur === 'texte') return undefined;
	if (!blocs.length)
		return 'Ni le texte ni les libellés de ce référentiel ne sont au catalogue : ses blocs et ses compétences sont inconnus.';
	const origine = enumerer(sourcesLibelles(version).map((cle) => sources[cle]?.intitule ?? cle));
	const quoi = profondeur === 'libelles' ? 'Libellés' : 'Intitulés des blocs';
	const reserve = reserveEntiere(certitudeLibelles({ blocs }) === 'secondaire');
	const manque =
		profondeur === 'libelles'
			? 'le texte n’est pas au catalogue, et ses règles sont inconnues'
			: 'ni le texte ni les compétences ne sont au catalogue : elles sont inconnues';
	const dite = `${quoi}${origine ? ` d’après : ${origine}` : ''}${reserve} ; ${manque}.`;
	return [dite, profondeur === 'libelles' && direInconnues([version])].filter(Boolean).join(' ');
}

/** A sentence on the versions whose competences are unknown, all of them or those of some blocs; undefined if there are none. */
export function direInconnues(versions: readonly (Nommee & Pick<Version, 'blocs'>)[]): string | undefined {
	const inconnues = versions.flatMap((version) => {
		const du = avecArticle('du', nomVersion(version));
		const muets = blocsMuets(version).map((bloc) => avecArticle('du', nomBloc(bloc)));
		if (muets.length) return `${enumerer(muets)} ${du}`;
		return aDesLibelles(version) ? [] : du;
	});
	return inconnues.length ? `Les compétences ${enumerer(inconnues)} sont inconnues de nos sources.` : undefined;
}

/** Size of a version in words. Beyond its depth, numbers are unknown, never zero. */
export const direContenu = (version: Pick<Version, 'profondeur' | 'blocs'>): string =>
	`${direTaille(version)}${version.blocs.length && certitudeLibelles(version) === 'secondaire' ? ` (${A_VERIFIER})` : ''}`;

/** The same without the caveat of the labels, beside `profondeurEnBref`, which has it. */
export function direTaille({ profondeur, blocs }: Pick<Version, 'profondeur' | 'blocs'>): string {
	if (!blocs.length) return 'blocs et compétences inconnus';
	if (profondeur === 'faits') return `${compte(blocs.length, 'bloc')}, compétences inconnues`;
	const connues = compte(compter({ blocs }), 'compétence');
	return `${compte(blocs.length, 'bloc')}, ${connues}${blocsMuets({ blocs }).length ? ' dans nos sources' : ''}`;
}

/** Size of a bloc in words. */
export const direCompetences = ({ competences }: Pick<Version['blocs'][number], 'competences'>): string =>
	competences.length ? compte(competences.length, 'compétence') : 'compétences inconnues';

/** Printed if the whole text was searched for a rule that it does not have. */
export const SILENCE = 'le texte n’en dit rien';

/** Why a version has no such rule: the text is not held, says nothing of it, or has not been searched yet. */
export function regleManquante({ profondeur, aucune }: Pick<Version, 'profondeur' | 'aucune'>, cle: CleRegle): string {
	if (profondeur !== 'texte') return 'inconnu\u00A0: le texte n’est pas au catalogue';
	return aucune.includes(cle) ? SILENCE : 'pas encore relevée';
}

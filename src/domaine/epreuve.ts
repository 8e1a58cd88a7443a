import type { Epreuve, GenreModalite, Modalite } from '../schemas/epreuve.ts';
import { idRelatif } from './identifiant.ts';
import type { Bloc } from './version.ts';

/** « 3 h 30 », « 2 h », « 45 min », with no-break spaces; « durée inconnue » if undefined. */
export function direDuree(minutes: number | undefined): string {
	if (minutes === undefined) return 'durée inconnue';
	const [h, m] = [Math.floor(minutes / 60), minutes % 60];
	if (h === 0) return `${m}\u00a0min`;
	return m === 0 ? `${h}\u00a0h` : `${h}\u00a0h\u00a0${String(m).padStart(2, '0')}`;
}

const GENRES_MODALITE: Record<GenreModalite, string> = {
	'mise-en-situation': 'Mise en situation professionnelle',
	'presentation-projet': 'Présentation d’un projet',
	'entretien-technique': 'Entretien technique',
	questionnaire: 'Questionnaire professionnel',
	'questionnement-productions': 'Questionnement à partir de productions',
	'entretien-final': 'Entretien final',
	autre: 'Autre modalité',
};

/** Total duration of modalities in minutes; undefined unless each of them has one. */
export function sommeDe(modalites: readonly Modalite[]): number | undefined {
	const dites = modalites.flatMap(({ minutes }) => minutes ?? []);
	if (!dites.length || dites.length < modalites.length) return undefined;
	return dites.reduce((somme, minutes) => somme + minutes, 0);
}

/** Duration of an exam in minutes: the printed total, otherwise the sum of its modalities. */
export const dureeDe = (epreuve: Epreuve): number | undefined => epreuve.total ?? sommeDe(epreuve.modalites);

/** The sum of the modalities and the printed total, if they differ. */
export function ecartDe(epreuve: Epreuve): { somme: number; total: number } | undefined {
	const somme = sommeDe(epreuve.modalites);
	return somme !== undefined && epreuve.total !== undefined && somme !== epreuve.total
		? { somme, total: epreuve.total }
		: undefined;
}

export const epreuveDuBloc = (epreuves: readonly Epreuve[] | undefined, bloc: Bloc): Epreuve | undefined =>
	epreuves?.find(({ pour }) => pour === idRelatif(bloc.id));

/** The bloc that an exam is about; undefined if it is that of the title. */
export const blocDeLEpreuve = <B extends Pick<Bloc, 'id'>>(
	{ pour }: Pick<Epreuve, 'pour'>,
	blocs: readonly B[],
): B | undefined => blocs.find(({ id }) => idRelatif(id) === pour);

/** A kind of modality on one side of a comparison. */
export type CoteDeModalite =
	| { etat: 'connue'; noms: string[]; minutes: number | undefined }
	/** The source lists the modalities, and this kind is not among them. */
	| { etat: 'absente' }
	/** No source lists the modalities. */
	| { etat: 'inconnue' };

const coteDe = (epreuve: Epreuve, genre: GenreModalite): CoteDeModalite => {
	if (epreuve.modalites.length === 0) return { etat: 'inconnue' };
	const ici = epreuve.modalites.filter((m) => m.genre === genre);
	return ici.length > 0 ? { etat: 'connue', noms: ici.map((m) => m.nom), minutes: sommeDe(ici) } : { etat: 'absente' };
};

/** Whether a modality changes; null if one side is unknown. */
const change = (de: CoteDeModalite, vers: CoteDeModalite): boolean | null => {
	if (de.etat === 'inconnue' || vers.etat === 'inconnue') return null;
	if (de.etat === 'absente' || vers.etat === 'absente') return true;
	return de.minutes === undefined || vers.minutes === undefined ? null : de.minutes !== vers.minutes;
};

/** Compares two exams by kind of modality, then by total duration. */
export function comparerEpreuves(de: Epreuve, vers: Epreuve) {
	const presents = new Set([...de.modalites, ...vers.modalites].map((m) => m.genre));
	const modalites = (Object.keys(GENRES_MODALITE) as GenreModalite[])
		.filter((genre) => presents.has(genre))
		.map((genre) => {
			const [a, b] = [coteDe(de, genre), coteDe(vers, genre)];
			// Two modalities of kind `autre` are not comparable.
			const meme = genre !== 'autre' || a.etat !== 'connue' || b.etat !== 'connue';
			return { nom: GENRES_MODALITE[genre], de: a, vers: b, change: meme ? change(a, b) : null };
		});
	const total = (e: Epreuve): CoteDeModalite => {
		const minutes = dureeDe(e);
		return minutes === undefined ? { etat: 'inconnue' } : { etat: 'connue', noms: [], minutes };
	};
	const [a, b] = [total(de), total(vers)];
	return [...modalites, { nom: 'Durée totale pour le candidat', de: a, vers: b, change: change(a, b) }];
}

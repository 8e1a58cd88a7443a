import type { Correspondance, Lecture } from '../../schemas/correspondance.ts';

/** A direct reading that ends a competence, although two readings through an intermediate version lead it on. */
type Desaccord = {
	correspondance: Correspondance;
	chemin: (string | number)[];
	message: string;
};

type Cote = 'de' | 'vers';

type Deux<T> = [T, T];

/** An entry of a file, with its index there. */
type Entree = { correspondance: Correspondance; rang: number; lecture: Lecture };

/** A competence, the ids that two successive files lead it to, and the entry used in each file. */
type Menee = { id: string; bouts: string[]; pas: Deux<Entree> };

/**
 * Finds readings that contradict each other: A→B and B→C lead a competence on, and A→C ends it, with neither a
 * correspondance nor a parenté. Either one of the three is wrong, or `parEtapes` explains the difference. Checked in
 * both directions: a competence of A « sans suite » in C, and one of C « nouvelle » since A.
 */
export const desaccords = (correspondances: readonly Correspondance[]): Desaccord[] => {
	const parDe = Map.groupBy(correspondances, ({ de }) => de);
	const parPaire = new Map(correspondances.map((c) => [`${c.de} ${c.vers}`, c]));
	return correspondances.flatMap((directe) =>
		(directe.competences ?? []).flatMap((lecture, i): Desaccord[] => {
			if (lecture.de.length > 0 && lecture.vers.length > 0) return sansObjet(directe, lecture, i);
			const cote: Cote = lecture.de.length > 0 ? 'de' : 'vers';
			const menees = lecture[cote]
				.filter((id) => !(directe.parentes ?? []).some((parente) => parente[cote] === id))
				.flatMap((id) =>
					(parDe.get(directe.de) ?? []).flatMap((premiere) => {
						const seconde = parPaire.get(`${premiere.vers} ${directe.vers}`);
						return seconde ? mener(id, cote, [premiere, seconde]) : [];
					}),
				);
			if (menees.length === 0) return sansObjet(directe, lecture, i);
			if (lecture.parEtapes !== undefined) return [];
			// One explanation is enough: it may be written at the other end.
			const expliquee = ({ bouts }: Menee) =>
				bouts.every((bout) => entreeDe(directe, enFace(cote), bout)?.lecture.parEtapes !== undefined);
			return menees
				.filter((menee) => !expliquee(menee))
				.map(({ id, pas }) => ({
					correspondance: directe,
					chemin: ['competences', i],
					message: contredire(id, cote, directe, pas),
				}));
		}),
	);
};

/** Where two successive files lead a competence; empty if one of them ends it. */
const mener = (id: string, cote: Cote, [premiere, seconde]: Deux<Correspondance>): Menee[] => {
	const [proche, lointaine] = cote === 'de' ? [premiere, seconde] : [seconde, premiere];
	const autre = enFace(cote);
	const un = entreeDe(proche, cote, id);
	const deux = un?.lecture[autre].flatMap((relais) => entreeDe(lointaine, cote, relais) ?? []);
	return (deux ?? []).flatMap((fil) =>
		un && fil.lecture[autre].length > 0
			? [{ id, bouts: fil.lecture[autre], pas: cote === 'de' ? [un, fil] : [fil, un] }]
			: [],
	);
};

const enFace = (cote: Cote): Cote => (cote === 'de' ? 'vers' : 'de');

const entreeDe = (correspondance: Correspondance, cote: Cote, id: string): Entree | undefined => {
	const lectures = correspondance.competences ?? [];
	const rang = lectures.findIndex((lecture) => lecture[cote].includes(id));
	const lecture = lectures[rang];
	return lecture && { correspondance, rang, lecture };
};

const contredire = (id: string, cote: Cote, { de, vers }: Correspondance, pas: Deux<Entree>): string => {
	const dit = cote === 'de' ? `« ${id} » de ${de} s’arrête ici` : `« ${id} » de ${vers} est nouvelle ici`;
	const etapes = pas
		.map(
			({ correspondance: c, rang, lecture }) =>
				`${c.de}--${c.vers}.yaml (competences.${rang}) mène ${lecture.de.join(', ')} à ${lecture.vers.join(', ')}`,
		)
		.join(' et ');
	return `${dit}, alors que ${etapes} ; corriger l’une des trois lectures, écrire une parenté, ou dire pourquoi sous « parEtapes »`;
};

/** Reports an explanation of a contradiction that does not exist. */
const sansObjet = (correspondance: Correspondance, { parEtapes }: Lecture, i: number): Desaccord[] =>
	parEtapes === undefined
		? []
		: [
				{
					correspondance,
					chemin: ['competences', i, 'parEtapes'],
					message: 'aucune lecture par étapes ne mène plus loin que celle-ci ; retirer « parEtapes »',
				},
			];

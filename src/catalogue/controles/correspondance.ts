import { join } from 'node:path';
import { desaccords } from '../../domaine/comparaison/accord.ts';
import { numeroter } from '../../domaine/version.ts';
import type { Correspondance } from '../../schemas/correspondance.ts';
import type { Lexique } from '../../schemas/lexique.ts';
import type { Garde } from '../garde.ts';
import type { FichierLu, Lecture } from '../lecture.ts';
import { memo, numeroDe } from '../memo.ts';
import { type Probleme, probleme, signalerDans } from '../probleme.ts';
import { avertissementsDeLecture, problemesDeLecture } from './lecture-correspondance.ts';
import { controlerDocument, peutExister } from './sources.ts';
import { apres, demain, type Lue, versionsLues } from './version.ts';

type Constat = { problemes: Probleme[]; avertissements: string[] };

export function controlerCorrespondances(lecture: Lecture, garde?: Garde): Constat {
	const { dossier } = lecture;
	const lexique = lecture.lexique?.data ?? [];
	const versions = versionsLues(lecture);
	const paires = new Set(lecture.correspondances.map(({ data }) => `${data.de} ${data.vers}`));
	const titres = new Map(lecture.titres.map((titre) => [titre.id, titre]));
	const numeros = (...lus: (object | undefined)[]) => lus.map((un) => un && numeroDe(un)).join();
	const autour = numeros(...lecture.lignees, lecture.lexique);
	const constats = lecture.correspondances.map((lu) => {
		const { de, vers } = lu.data;
		// The alignment that a reading is checked against is slow, so an edit elsewhere reuses its result. The key holds
		// the numbers of the objects that were read rather than the state of their files, which may have changed since.
		const { problemes, avertissements } = memo(
			join('controle', dossier, lu.fichier),
			`${numeros(lu, titres.get(de), titres.get(vers))} ${autour}`,
			() => controlerUne(lu, versions.get(de), versions.get(vers), lexique, garde),
		);
		// If the versions are unknown, the same, or in the wrong order, other problems would be noise.
		if (problemes.some(({ champ }) => champ === 'de' || champ === 'vers'))
			return {
				// A version whose file is refused does exist: it is not reported as unknown.
				problemes: problemes.filter(
					({ champ }) =>
						!(
							(champ === 'de' || champ === 'vers') &&
							!versions.has(lu.data[champ]) &&
							peutExister(lecture, lu.data[champ])
						),
				),
				avertissements,
			};
		const [ancienne, nouvelle] = [versions.get(de), versions.get(vers)];
		// If dates tell which version is older, the file in the wrong order is already refused.
		const dates = ancienne !== undefined && nouvelle !== undefined && apres(nouvelle, ancienne);
		const inverse = de < vers && !dates && paires.has(`${vers} ${de}`);
		const siens = controlerFichier(lu, lecture, inverse);
		const muet = ditRien(lu.data);
		// The labels of a file with errors may still change, and ids that are not those of the file's name may be wrong:
		// checks against the labels would be premature.
		const incertain = lu.id !== `${de}--${vers}` || [de, vers].some((id) => lecture.fautifs.has(`titres/${id}.md`));
		return {
			problemes: [...siens, ...(muet || incertain ? [] : problemes)],
			avertissements: [...avertissements, ...avertirLecteur(lu)],
		};
	});
	const problemes = constats.flatMap(({ problemes }) => problemes);
	return {
		// A reading with errors may contradict others because of these errors only.
		problemes: problemes.length ? problemes : controlerAccord(lecture),
		avertissements: constats.flatMap(({ avertissements }) => avertissements),
	};
}

const ditRien = ({ blocs, competences, parentes }: Correspondance): boolean =>
	!blocs && !competences?.length && !parentes?.length;

/** A reading is a judgement, of a parenté too: pages, data and citations say who made it, and when. */
const avertirLecteur = ({ fichier, data }: FichierLu<Correspondance>): string[] => {
	const { competences = [], parentes = [], reluLe, relecteur } = data;
	if (competences.length + parentes.length === 0) return [];
	const manquent = [!relecteur && 'qui a lu (« relecteur: »)', !reluLe && 'quel jour (« reluLe: »)'].filter(Boolean);
	return manquent.length ? [`${fichier} ne dit pas ${manquent.join(', ni ')} ; l’écrire`] : [];
};

/** Contradictions between readings, reported at the line of the one that ends a competence. */
function controlerAccord({ correspondances }: Lecture): Probleme[] {
	const lues = new Map(correspondances.map((lu) => [lu.data, lu]));
	return desaccords([...lues.keys()]).map(({ correspondance, chemin, message }) =>
		probleme(lues.get(correspondance) as FichierLu<Correspondance>, chemin, message),
	);
}

/**
 * Checks a file by itself: its name, its source, its date, and that it is not empty.
 * @param inverse whether another file holds the same pair in the right order
 */
function controlerFichier(lu: FichierLu<Correspondance>, lecture: Lecture, inverse: boolean): Probleme[] {
	const { fichier, id, data } = lu;
	const { de, vers, reluLe, blocs } = data;
	const signaler = signalerDans(lu);
	const attendu = `${de}--${vers}`;
	const messages = [
		id !== attendu && `nom de fichier inattendu ; le renommer « ${attendu}.yaml » ou corriger « de » et « vers »`,
		inverse &&
			`« ${vers}--${de}.yaml » dit la même paire dans l’autre sens ; n’en garder qu’un, de l’ancienne à la nouvelle`,
		ditRien(data) && 'ce fichier ne dit rien ; y écrire « blocs » ou « competences », ou le retirer',
	].filter((message) => message !== false);
	return [
		...messages.map((message) => ({ fichier, message })),
		...signaler(['reluLe'], reluLe && reluLe > demain() && `${reluLe} est à venir ; écrire le jour de la lecture`),
		...(blocs ? controlerDocument(lu, ['blocs', 'source'], blocs.source, lecture.dossier) : []),
	];
}

function controlerUne(
	lu: FichierLu<Correspondance>,
	de: Lue | undefined,
	vers: Lue | undefined,
	lexique: Lexique,
	garde: Garde | undefined,
): Constat {
	if (de && vers && apres(de, vers)) {
		const message = `« ${de.id} » commence après « ${vers.id} » ; échanger « de » et « vers »`;
		return { problemes: [probleme(lu, ['de'], message)], avertissements: [] };
	}
	const [ancien, nouveau] = [referentiel(de), referentiel(vers)];
	const problemes = problemesDeLecture(lu, ancien, nouveau);
	if (!ancien || !nouveau || problemes.length) return { problemes, avertissements: [] };
	const avertir = () =>
		avertissementsDeLecture(lu, ancien, nouveau, lexique).map((p) => `${p.fichier} — ${p.champ} : ${p.message}`);
	return {
		problemes,
		avertissements: garde ? garde.calculer([lu.fichier, lu.data, ancien, nouveau, lexique], avertir) : avertir(),
	};
}

const referentiel = (version: Lue | undefined) =>
	version && { id: version.id, sigle: version.sigle, blocs: numeroter(version.id, version.blocs) };

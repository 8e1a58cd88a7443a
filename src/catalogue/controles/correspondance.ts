import { join } from 'node:path';
import { desaccords } from '../../domaine/comparaison/accord.ts';
import { avertissements, fautes } from '../../domaine/comparaison/integrite.ts';
import type { Referentiel } from '../../domaine/referentiel.ts';
import { numeroter } from '../../domaine/version.ts';
import type { Correspondance } from '../../schemas/correspondance.ts';
import type { Lexique } from '../../schemas/lexique.ts';
import { etatDe, etatDossier } from '../dossier.ts';
import type { Fiche, Lecture } from '../lecture.ts';
import { memo } from '../memo.ts';
import { type Probleme, probleme } from '../probleme.ts';

type Constat = { problemes: Probleme[]; avertissements: string[] };

/** What correspondences say of their two versions. */
export function controlerCorrespondances(lecture: Lecture): Constat {
	const { dossier, lexique } = lecture;
	const referentiels = referentielsDe(lecture);
	const autour = [etatDossier(join(dossier, 'lignees')), etatDe(join(dossier, 'lexique.yaml'))];
	const constats = lecture.correspondances.map((fiche) => {
		const { de, vers } = fiche.data;
		const depuis = [fiche.fichier, `titres/${de}.md`, `titres/${vers}.md`].map((f) => etatDe(join(dossier, f)));
		// The alignment that a reading is checked against is long to make: an edit elsewhere does not make it again.
		return memo(join('controle', dossier, fiche.fichier), [...depuis, ...autour].join(), () =>
			controlerUne(fiche, referentiels.get(de), referentiels.get(vers), lexique),
		);
	});
	return {
		problemes: [...constats.flatMap(({ problemes }) => problemes), ...controlerAccord(lecture)],
		avertissements: constats.flatMap(({ avertissements }) => avertissements),
	};
}

/** Readings that contradict each other, at the line of the one that stops a competence. */
function controlerAccord({ correspondances }: Lecture): Probleme[] {
	const fiches = new Map(correspondances.map((fiche) => [fiche.data, fiche]));
	return desaccords([...fiches.keys()]).flatMap(({ correspondance, chemin, message }) => {
		const fiche = fiches.get(correspondance);
		return fiche ? [probleme(fiche, chemin, message)] : [];
	});
}

/** Name of the file, then everything that the domain refuses in a correspondence, with the line of each value. */
function controlerUne(
	fiche: Fiche<Correspondance>,
	de: Referentiel | undefined,
	vers: Referentiel | undefined,
	lexique: Lexique,
): Constat {
	const { fichier, id, data } = fiche;
	const attendu = `${data.de}--${data.vers}`;
	const message = `nom de fichier inattendu ; le renommer « ${attendu}.yaml » ou corriger « de » et « vers »`;
	return {
		problemes: [
			...(id === attendu ? [] : [{ fichier, message }]),
			...fautes(data, de, vers).map(({ chemin, message }) => probleme(fiche, chemin, message)),
		],
		avertissements:
			de && vers
				? avertissements(data, de, vers, lexique).map(({ champ, message }) => `${fichier} — ${champ} : ${message}`)
				: [],
	};
}

/** Blocs of each version, held or only known, whose file is not refused. */
function referentielsDe({ titres, lignees }: Lecture): ReadonlyMap<string, Referentiel> {
	const connues = lignees.flatMap(({ data }) => data.versions.filter((version) => 'sigle' in version));
	return new Map([
		...connues.map(({ id, sigle, blocs }) => [id, { id, sigle, blocs: numeroter(id, blocs) }] as const),
		...titres.map(({ id, data: { sigle, blocs } }) => [id, { id, sigle, blocs: numeroter(id, blocs) }] as const),
	]);
}

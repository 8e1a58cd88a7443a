import { idBlocDe, parPlace, versionDe } from '../identifiant.ts';
import { ecrireParametres, etranger, type Lu, lireIds, valeursDe } from './liste.ts';

const COMPETENCES_MAXIMUM = 600;

/** State of `/me-situer/`, kept in the fragment and in the file that readers can save. */
export interface EtatMeSituer {
	competences: string[];
	/** Versions that are shown but have nothing ticked. */
	titres: string[];
	/** Versions to measure, besides those of the same lineages. */
	cibles: string[];
}

/** Parses the fragment of `/me-situer/`, with or without its `#`. Never throws. */
export function lireMeSituer(fragment: string): Lu<EtatMeSituer> {
	const parametres = new URLSearchParams(fragment.replace(/^#/, ''));
	const { etat, refus } = lirePratique({
		competences: valeursDe(parametres, 'c').flatMap(deplier),
		titres: valeursDe(parametres, 'titres'),
		cibles: valeursDe(parametres, 'cibles'),
	});
	return { etat, refus: [...etranger(parametres, ['c', 'titres', 'cibles']), ...refus] };
}

/** Expands `tssi-2013/ccp-1/c1.c2.c5` to three ids. */
const deplier = (partie: string): string[] => {
	const coupe = partie.lastIndexOf('/');
	const [tete, queue] = [partie.slice(0, coupe + 1), partie.slice(coupe + 1)];
	return queue.split('.').map((c) => tete + c);
};

/** Validates lists of ids from an address or a file. */
function lirePratique(recus: EtatMeSituer): Lu<EtatMeSituer> {
	const competences = lireIds(recus.competences, 'competence', COMPETENCES_MAXIMUM);
	const titres = lireIds(recus.titres, 'version');
	const cibles = lireIds(recus.cibles, 'version');
	return {
		etat: { competences: competences.etat, titres: titres.etat, cibles: cibles.etat },
		refus: [competences, titres, cibles].flatMap(({ refus }) => refus),
	};
}

/** Canonical form of a state: competences sorted, no version listed twice. */
export const ranger = ({ competences, titres, cibles }: EtatMeSituer): EtatMeSituer => {
	const cochees = new Set(competences.map(versionDe));
	return {
		competences: [...new Set(competences)].sort(parPlace),
		titres: [...new Set(titres)].filter((id) => !cochees.has(id)),
		cibles,
	};
};

/** The fragment of a state, without its `#`. Competences of one bloc are written together. */
export const ecrireMeSituer = ({ competences, titres, cibles }: EtatMeSituer): string =>
	ecrireParametres({
		c: [...Map.groupBy(competences, idBlocDe)].map(
			([bloc, ids]) => `${bloc}/${ids.map((id) => id.slice(bloc.length + 1)).join('.')}`,
		),
		titres,
		cibles,
	});

const FORMAT = 'lignee/me-situer';
/** Maximum length of a saved file in characters. A real one has about ten thousand at most. */
const TAILLE = 500_000;

/** The file that readers save to resume later or on another device. */
export const ecrireFichier = ({ competences, titres, cibles }: EtatMeSituer): string =>
	`${JSON.stringify({ format: FORMAT, version: 1, competences, titres, cibles }, null, '\t')}\n`;

/** Parses a saved file; undefined if it is not one. Its ids are validated like those of an address. */
export function lireFichier(texte: string): Lu<EtatMeSituer> | undefined {
	const objet = texte.length <= TAILLE ? analyser(texte) : undefined;
	if (typeof objet !== 'object' || objet === null || !('format' in objet) || objet.format !== FORMAT) return undefined;
	const liste = (cle: string): string[] => {
		const valeur = cle in objet ? (objet as Record<string, unknown>)[cle] : [];
		return Array.isArray(valeur) ? valeur.map((v) => (typeof v === 'string' ? v : (JSON.stringify(v) ?? ''))) : [];
	};
	return lirePratique({ competences: liste('competences'), titres: liste('titres'), cibles: liste('cibles') });
}

function analyser(texte: string): unknown {
	try {
		return JSON.parse(texte);
	} catch {
		return undefined;
	}
}

import { estMotOutil, replierMot } from '../texte/mots-outils.ts';
import { racine } from '../texte/racine.ts';
import { tokeniser } from '../texte/tokeniser.ts';

/** An acronym in parentheses, « (GMAO) », or one with its expansion, « VMC (ventilation mécanique contrôlée) ». */
const SIGLE_ENTRE_PARENTHESES = /\s*\((\p{Lu}[\p{Lu}\p{N}.]+)\)/gu;
const SIGLE_DEVELOPPE = /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\p{N}.]+)\s*\(([^()]+)\)/gu;

/** Whether letters are the initials of the last words of a text (`entier`: of all), function words counted or not. */
const estSigleDe = (sigle: string, texte: string, entier: boolean): boolean => {
	const mots = tokeniser(texte).filter(({ mot }) => mot);
	const lettres = [...replierMot(sigle).replaceAll('.', '')];
	let i = mots.length - 1;
	for (const lettre of lettres.reverse()) {
		while (i >= 0 && replierMot(mots[i]?.texte ?? '')[0] !== lettre && estMotOutil(mots[i]?.texte ?? '')) i -= 1;
		if (i < 0 || replierMot(mots[i]?.texte ?? '')[0] !== lettre) return false;
		i -= 1;
	}
	return !entier || mots.slice(0, i + 1).every(({ texte: mot }) => estMotOutil(mot));
};

/** A label without an acronym whose expansion it also has. */
export const sansSigle = (libelle: string): string =>
	libelle
		.replace(SIGLE_ENTRE_PARENTHESES, (tout, sigle: string, debut: number) =>
			estSigleDe(sigle, libelle.slice(0, debut), false) ? '' : tout,
		)
		.replace(SIGLE_DEVELOPPE, (tout, sigle: string, mots: string) => (estSigleDe(sigle, mots, true) ? mots : tout));

/** Beginnings of a circumstance that may apply to any competence. */
const OUVERTURE =
	/^(?:en (?:respectant|appliquant|suivant)|dans le (?:strict )?respect|conformement|en conformite|selon|suivant|dans (?:de bonnes|les) conditions)$/;

const racines = (mots: string): string[] => mots.split(/\s+/).map(racine);

/** Words that name a rule. */
const REGLES = racines(
	`règle consigne norme procédure réglementation législation prescription instruction exigence obligation protocole mode
	bonne méthode préconisation recommandation`,
);

/** Words of a generic circumstance: rules, and what rules are about in every trade. */
const GENERIQUES = new Set([
	...REGLES,
	...racines(
		`réglementaire légal opératoire pratique usage art sécurité sûreté hygiène santé qualité environnement environnemental
		travail entreprise établissement vigueur applicable professionnel interne donné fabricant constructeur défini établi
		prescrit requis`,
	),
]);

/** Beginnings of a rule that may also state a criterion: « trier les produits selon la qualité ». */
const CRITERE = /^(?:selon|suivant|en suivant)$/;

/** « en sécurité », « en toute sécurité » */
const EN_SECURITE = /,?\s+en\s+(?:toute\s+)?s[ée]curit[ée](?![\p{L}\p{N}])/iu;
/** Verbs whose result is « en sécurité »: « mettre en sécurité », « évacuer les occupants en sécurité ». */
const METTRE = /mett|mis|plac|maint|tenir|évacu|conserv|stock|entrepos|laiss|ramen/i;

/**
 * A label without generic circumstances: « en toute sécurité », « dans le respect des consignes », « selon les règles
 * en vigueur ». They run to a comma or to the end, and are removed only if all their words are generic: « selon la
 * réglementation ferroviaire » stays.
 */
export const sansCirconstance = (libelle: string): string => {
	const jetons = tokeniser(libelle);
	const plis = jetons.map(({ texte }) => replierMot(texte));
	for (let i = 1; i < jetons.length; i++) {
		const longueur = [4, 3, 2, 1].find((n) => OUVERTURE.test(plis.slice(i, i + n).join(' ')));
		if (!longueur) continue;
		let fin = i + longueur;
		while (fin < jetons.length && plis[fin] !== ',' && plis[fin] !== ';') fin += 1;
		const dits = jetons.slice(i + longueur, fin).filter(({ texte, mot }) => mot && !estMotOutil(texte));
		if (dits.length === 0 || !dits.every(({ texte }) => GENERIQUES.has(racine(texte)))) continue;
		const critere = CRITERE.test(plis.slice(i, i + longueur).join(' '));
		if (critere && !REGLES.includes(racine(dits[0]?.texte ?? ''))) continue;
		const avant = libelle.slice(0, jetons[i - 1]?.texte === ',' ? jetons[i - 1]?.debut : jetons[i]?.debut).trimEnd();
		return sansCirconstance(avant + libelle.slice(jetons[fin - 1]?.fin));
	}
	return libelle.replace(EN_SECURITE, (tout, debut: number, texte: string) =>
		METTRE.test(texte.slice(0, debut)) ? tout : '',
	);
};

import { nature, statut } from '../schemas/correspondance.ts';
import { regles } from '../schemas/regle.ts';
import type { Page } from './catalogue.ts';
import type { Probleme } from './probleme.ts';
import { demesures } from './demesure.ts';

/** The components that a text of ours may call, and the values that each of their attributes takes. */
const COMPOSANTS: Record<string, Record<string, ReadonlySet<string> | undefined>> = {
	Nature: { valeur: new Set([...nature.options, 'deplacee']) },
	Statut: { valeur: new Set(statut.options) },
	Phrase: { version: undefined, regle: new Set(Object.keys(regles.shape)) },
};

/** Where a link or a picture may lead: a page or a passage of the site, another site, a mail address. */
const CIBLE = /^(?:\/(?!\/)|#|https:\/\/|mailto:)/;

/**
 * Checks that a text of ours (MDX) is text, links and our own components. MDX is a program: anything else in it would
 * run in the build or reach the page as live markup, and a slip of the pen would stop the build with a parser's words.
 */
export function balisage({ fichier, texte }: Page): Probleme[] {
	const lignes = sansCode(sansEntete(texte)).split('\n');
	const problemes = demesures(texte, fichier);
	const refuser = (ligne: number, message: string) => problemes.push({ fichier, ligne: ligne + 1, message });
	lignes.forEach((ligne, i) => {
		if (/^(?:import|export)\b/.test(ligne))
			refuser(i, `« ${ligne.slice(0, 6)} » en tête de ligne serait lu comme du code ; tourner la phrase autrement`);
		if (/(?<!\\)[{}]/.test(ligne))
			refuser(i, 'une accolade ouvre du code ; l’écrire \\{ ou \\}, ou la mettre entre accents graves');
		for (const message of balises(ligne)) refuser(i, message);
		for (const [, image, cible = ''] of ligne.matchAll(/(!?)\[(?:[^\]\\]|\\.)*\]\(\s*<?([^)\s>]*)/g)) {
			if (image) refuser(i, 'une image ne se met pas dans un texte ; la décrire, ou en faire un composant');
			else if (!CIBLE.test(cible))
				refuser(i, `« ${cible.slice(0, 80)} » n’est pas une adresse du site, ni https:, ni mailto: ; la corriger`);
		}
		if (/^\s{0,3}\[[^\]^][^\]]*\]:/.test(ligne))
			refuser(i, 'un lien se met à sa place, [texte](adresse), et non en référence');
	});
	return problemes;
}

/** What is wrong in the tags of a line: only our components, whole on one line, with plain attributes. */
function balises(ligne: string): string[] {
	return [...ligne.matchAll(/(?<!\\)<(\/?)([\w.:-]*)([^>]*>?)/g)].flatMap(([balise, fin, nom = '', reste = '']) => {
		const attributs = Object.hasOwn(COMPOSANTS, nom) ? COMPOSANTS[nom] : undefined;
		if (!attributs)
			return [
				`« ${balise.slice(0, 40)} » : seuls ${Object.keys(COMPOSANTS).join(', ')} s’emploient ; un signe « < » s’écrit \\<`,
			];
		if (fin || !/\/>$/.test(reste)) return [`<${nom}> s’écrit d’une pièce, sur une ligne : <${nom} … />`];
		const donnes = [...reste.matchAll(/\s([\w:-]+)="([^"]*)"/g)];
		if (reste.replace(/\s[\w:-]+="[^"]*"/g, '').trim() !== '/>')
			return [`<${nom}> : attributs attendus sous la forme nom="valeur"`];
		const manquants = Object.keys(attributs).filter((cle) => !donnes.some(([, donne]) => donne === cle));
		return [
			...manquants.map((cle) => `<${nom}> : attribut « ${cle} » attendu`),
			...donnes.flatMap(([, cle = '', valeur = '']) => {
				if (!Object.hasOwn(attributs, cle)) return [`<${nom}> : attribut « ${cle} » inconnu`];
				const admises = attributs[cle];
				return admises && !admises.has(valeur)
					? [`<${nom} ${cle}="${valeur}"> : valeur inconnue ; l’une de ${[...admises].join(', ')}`]
					: [];
			}),
		];
	});
}

/** The front matter has its own checks: its lines are kept, empty, so that each line keeps its number. */
const sansEntete = (texte: string): string => texte.replace(/^---\r?\n[\s\S]*?\r?\n---[ \t]*(?=\r?\n|$)/, vider);

/** Code is shown as it is written, whatever it holds. */
const sansCode = (texte: string): string =>
	texte
		.replace(/^( {0,3})(`{3,}|~{3,})[^`\n]*\n[\s\S]*?^ {0,3}\2[`~]*[ \t]*$/gm, vider)
		.replace(/(?<!`)(`+)(?!`)(?:[^`]|(?<!`)(?!\1(?!`))`+)*?(?<!`)\1(?!`)/g, vider);

const vider = (passage: string): string => passage.replace(/[^\n]/g, ' ');

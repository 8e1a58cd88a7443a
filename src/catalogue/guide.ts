import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { nature, statut } from '../schemas/correspondance.ts';
import { regles } from '../schemas/regle.ts';
import type { Probleme } from './probleme.ts';
import { demesures } from './refus.ts';

/** The elements that a text of ours may hold: our components with the values of their attributes, and bare marks. */
const ELEMENTS: Record<string, Record<string, ReadonlySet<string> | undefined>> = {
	Nature: { valeur: new Set([...nature.options, 'deplacee']) },
	Statut: { valeur: new Set(statut.options) },
	Phrase: { version: undefined, regle: new Set(Object.keys(regles.shape)) },
	br: {},
	sub: {},
	sup: {},
};
/** Where a link may lead: a page or a passage of the site, another site, a mail address. */
const CIBLE = /^(?:\/(?!\/)|#|https:\/\/|mailto:)/;

const analyse = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkMdx);

/**
 * Checks that a text of ours (MDX) holds text, links and our own components. MDX is a program: whatever else stood in
 * it would run in the build, or reach the page as live markup.
 */
export function balisage({ fichier, texte }: { fichier: string; texte: string }): Probleme[] {
	// The front matter has its own checks; its lines stay, empty, so that each line keeps its number.
	const corps = texte.replace(/^---\r?\n[\s\S]*?\r?\n---[ \t]*(?=\r?\n|$)/, (entete) => entete.replace(/[^\n]/g, ''));
	const trop = demesures(corps, fichier);
	if (trop.length) return trop;
	const problemes: Probleme[] = [];
	const refuser = (noeud: { position?: Root['position'] }, message: string) =>
		problemes.push({ fichier, ligne: noeud.position?.start.line, message });
	const racine = analyser(corps);
	if (!('type' in racine)) return [{ fichier, ...racine }];
	visit(racine, (noeud) => {
		if (noeud.type === 'mdxjsEsm')
			refuser(noeud, '« import » ou « export » en tête de ligne est du code ; tourner autrement');
		else if (noeud.type === 'mdxFlowExpression' || noeud.type === 'mdxTextExpression')
			refuser(noeud, 'une accolade ouvre du code ; l’écrire \\{ ou \\}');
		else if (noeud.type === 'mdxJsxFlowElement' || noeud.type === 'mdxJsxTextElement')
			for (const message of reproches(noeud)) refuser(noeud, message);
		else if (noeud.type === 'image' || noeud.type === 'imageReference')
			refuser(noeud, 'une image ne se met pas dans un texte ; la décrire, ou en faire un composant');
		else if ((noeud.type === 'link' || noeud.type === 'definition') && !CIBLE.test(noeud.url))
			refuser(noeud, `« ${noeud.url} » n’est pas une adresse du site, ni https:, ni mailto: ; la corriger`);
	});
	return problemes;
}

/** The tree of a text, or where and why it cannot be read. */
function analyser(corps: string): Root | Pick<Probleme, 'ligne' | 'message'> {
	try {
		return analyse.parse(corps);
	} catch (erreur) {
		const { line, reason } = erreur as { line?: number; reason?: string };
		return {
			ligne: line,
			message: `balise ou accolade mal formée (${reason ?? String(erreur)}) ; un signe « < » ou « { » du texte s’écrit \\< ou \\{`,
		};
	}
}

function reproches({ name, attributes }: MdxJsxFlowElement | MdxJsxTextElement): string[] {
	const attributs = name && Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined;
	if (!attributs)
		return [
			`<${name ?? ''}> ne s’emploie pas ici ; seulement ${Object.keys(ELEMENTS).join(', ')}, ou \\< pour le signe`,
		];
	const donnes = new Map<string, unknown>(
		attributes.map((a) => (a.type === 'mdxJsxAttribute' ? [a.name, a.value] : ['{…}', a.value])),
	);
	const manquants = Object.keys(attributs).filter((cle) => !donnes.has(cle));
	return [
		...manquants.map((cle) => `<${name}> : attribut « ${cle} » attendu`),
		...[...donnes].flatMap(([cle, valeur]) => {
			if (!Object.hasOwn(attributs, cle)) return [`<${name}> : attribut « ${cle} » inconnu ; le retirer`];
			if (typeof valeur !== 'string') return [`<${name}> : ${cle}="…" attendu, un texte entre guillemets`];
			const admises = attributs[cle];
			return admises && !admises.has(valeur)
				? [`<${name} ${cle}="${valeur}"> : valeur inconnue ; l’une de ${[...admises].join(', ')}`]
				: [];
		}),
	];
}

/** Words of a Markdown text: components, link targets and marks left out. */
export const sansMarques = (corps: string): string =>
	corps
		.replace(/<[^>]+>/g, ' ')
		.replace(/\]\([^)]*\)/g, ' ')
		.replace(/[#*_`|[\]>-]+/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();

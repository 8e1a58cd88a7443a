import Slugger from 'github-slugger';
import type { Heading, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { nature, statut } from '../schemas/correspondance.ts';
import { regles } from '../schemas/regle.ts';
import type { Probleme } from './probleme.ts';
import { demesures } from './signes.ts';

/** Elements allowed in the MDX texts of the project, each with its attributes and their allowed values. */
const ELEMENTS: Record<string, Record<string, ReadonlySet<string> | undefined>> = {
	Nature: { valeur: new Set([...nature.options, 'deplacee']) },
	Statut: { valeur: new Set(statut.options) },
	Phrase: { version: undefined, regle: new Set(Object.keys(regles.shape)) },
	br: {},
	sub: {},
	sup: {},
};
/** Allowed link targets: a page or an anchor of the site, another site, a mail address. */
const CIBLE = /^(?:\/(?!\/)|#|https:\/\/|mailto:)/;

const analyse = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkMdx);

/** A reference found in a text, with its line. */
export type Mention<T> = T & { ligne: number | undefined };

export interface Renvois {
	liens: Mention<{ url: string }>[];
	/** Sentences of official texts that it shows with `<Phrase>`. */
	phrases: Mention<{ version: string; regle: string }>[];
	/** Ids of its headings on the page. */
	ancres: Set<string>;
}

/** Blanks the front matter, which is checked elsewhere, but keeps its line breaks so that line numbers stay right. */
const sansEntete = (texte: string): string =>
	texte.replace(/^---\r?\n[\s\S]*?\r?\n---[ \t]*(?=\r?\n|$)/, (entete) => entete.replace(/[^\n]/g, ''));

/**
 * Checks that an MDX text has only text, links and the components of the project. MDX is code: anything else would run
 * in the build, or reach the page as live markup. What Markdown would silently drop is refused too.
 */
export function balisage({ fichier, texte }: { fichier: string; texte: string }): Probleme[] {
	const corps = sansEntete(texte);
	const trop = demesures(corps, fichier);
	if (trop.length) return trop;
	const racine = analyser(corps);
	if (!('type' in racine)) return [{ fichier, ...racine }];
	const problemes: Probleme[] = racine.children.length
		? []
		: [{ fichier, ligne: racine.position?.start.line, message: 'ce texte est vide ; l’écrire, ou retirer le fichier' }];
	const definitions = appelsDe(racine);
	visit(racine, (noeud) => {
		const ligne = 'position' in noeud ? noeud.position?.start.line : undefined;
		for (const message of [...refusDe(noeud), ...refusDeDefinition(noeud, definitions)])
			problemes.push({ fichier, ligne, message });
	});
	return problemes;
}

/** What is wrong with one node of a text by itself; see `refusDeDefinition` for what depends on other nodes. */
function refusDe(noeud: Nodes): string[] {
	switch (noeud.type) {
		case 'mdxjsEsm':
			return ['« import » ou « export » en tête de ligne est du code ; tourner autrement'];
		case 'mdxFlowExpression':
		case 'mdxTextExpression':
			return ['une accolade ouvre du code ; l’écrire \\{ ou \\}'];
		case 'mdxJsxFlowElement':
		case 'mdxJsxTextElement':
			return reproches(noeud);
		case 'image':
		case 'imageReference':
			return ['une image ne se met pas dans un texte ; la décrire, ou en faire un composant'];
		case 'heading':
			return noeud.depth === 1 ? ['le titre de la page vient de « titre » ; commencer les intertitres par « ## »'] : [];
		case 'text': {
			const [perdu] = /\[[^\][\n]+\]\[[^\][\n]*\]|\[\^[^\]\s]+\]/.exec(noeud.value) ?? [];
			return perdu ? [`« ${perdu} » renvoie à une définition absente ; l’écrire, ou corriger son nom`] : [];
		}
		case 'link':
		case 'definition':
			return ouvre(noeud.url)
				? []
				: [`« ${noeud.url} » n’est pas une adresse du site, ni https:, ni mailto: ; la corriger`];
		default:
			return [];
	}
}

/** Definitions of links and notes by kind and identifier: those that a text calls, and those already met. */
interface Definitions {
	appelees: Set<string>;
	vues: Set<string>;
}

function appelsDe(racine: Root): Definitions {
	const appelees = new Set<string>();
	visit(racine, (noeud) => {
		if (noeud.type === 'linkReference') appelees.add(`definition ${noeud.identifier}`);
		else if (noeud.type === 'footnoteReference') appelees.add(`footnoteDefinition ${noeud.identifier}`);
	});
	return { appelees, vues: new Set() };
}

/** Says what is wrong with a definition of a link or of a note: a second one, or one that nothing calls. */
function refusDeDefinition(noeud: Nodes, { appelees, vues }: Definitions): string[] {
	if (noeud.type !== 'definition' && noeud.type !== 'footnoteDefinition') return [];
	const cle = `${noeud.type} ${noeud.identifier}`;
	const nom = noeud.type === 'definition' ? `[${noeud.label}]` : `[^${noeud.label}]`;
	if (vues.has(cle)) return [`« ${nom} » est défini deux fois ; n’en garder qu’un`];
	vues.add(cle);
	return appelees.has(cle) ? [] : [`rien ne renvoie à « ${nom} », qui ne paraîtrait pas ; l’appeler ou le retirer`];
}

const ouvre = (url: string): boolean =>
	CIBLE.test(url) &&
	(/^https:/.test(url) ? URL.canParse(url) : !/^mailto:/.test(url) || /^mailto:[^@\s]+@[^@\s]+$/.test(url));

/** References of a text; empty if it cannot be parsed, which `balisage` reports. */
export function renvoisDe(texte: string): Renvois {
	const renvois: Renvois = { liens: [], phrases: [], ancres: new Set() };
	const corps = sansEntete(texte);
	const racine = demesures(corps, '').length ? undefined : analyser(corps);
	if (!racine || !('type' in racine)) return renvois;
	const slugs = new Slugger();
	visit(racine, (noeud) => {
		const ligne = 'position' in noeud ? noeud.position?.start.line : undefined;
		if (noeud.type === 'link' || noeud.type === 'definition') renvois.liens.push({ url: noeud.url, ligne });
		else if (noeud.type === 'heading') renvois.ancres.add(slugs.slug(motsDuNoeud(noeud)));
		else if ((noeud.type === 'mdxJsxFlowElement' || noeud.type === 'mdxJsxTextElement') && noeud.name === 'Phrase') {
			const valeur = (nom: string) =>
				noeud.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === nom)?.value as string;
			renvois.phrases.push({ version: valeur('version'), regle: valeur('regle'), ligne });
		}
	});
	return renvois;
}

/** Text of a heading, as the slugger of the page reads it. */
function motsDuNoeud(noeud: Heading): string {
	let mots = '';
	visit(noeud, (n) => {
		if (n.type === 'text' || n.type === 'inlineCode') mots += n.value;
	});
	return mots;
}

/** Syntax tree of a text, or the parse error. */
function analyser(corps: string): Root | Pick<Probleme, 'ligne' | 'message'> {
	try {
		return analyse.parse(corps);
	} catch (erreur) {
		const { line, reason } = erreur as { line?: number; reason?: string };
		return {
			ligne: line,
			message: `balise ou accolade mal formée${citer(reason)} ; un signe « < » ou « { » du texte s’écrit \\< ou \\{`,
		};
	}
}

/** The character that stopped the parser, taken from its English message. */
const citer = (raison = ''): string => {
	const signe = /`([^`]+)`/.exec(raison)?.[1];
	return signe ? ` (« ${signe} »)` : '';
};

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

/** Plain words of a Markdown text, without components, link targets and markup. */
export const sansMarques = (corps: string): string =>
	corps
		.replace(/<[^>]+>/g, ' ')
		.replace(/\]\([^)]*\)/g, ' ')
		.replace(/[#*_`|[\]>-]+/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();

import { diffArrays } from 'diff';
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import type { FootnoteDefinition, Root as MdastRoot, Nodes, Parent, PhrasingContent } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { type Options } from 'remark-rehype';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { MARQUE_BLOCS, type Prose, type Section, sectionsDe } from '../domaine/prose.ts';
import { ESPACES } from '../domaine/texte/normaliser.ts';

/** A rendered section of the official prose. Its title has no footnote mark. */
export interface SectionRendue extends Section {
	id: string;
	html: string;
}

/** The prose of a version as its page shows it. */
export type ProseRendue = Prose<SectionRendue>;

/** An abbreviation to explain at its first occurrence in the prose. */
export type Abreviation = { forme: string; developpe: string; href: string };

const CADRE = 'lignee-blocs';

/**
 * Renders a body in GFM. HTML is shown as text: an official document has none, and what looks like a tag must be shown
 * as it is written. So are images, and links to anything but a web page or a mail address.
 * @throws RangeError if the body is nested too deep
 */
export function lireProse(corps: string, abreviations: readonly Abreviation[]): ProseRendue {
	const brut = corps.replace(/\r\n?/g, '\n');
	// Astro's own parser gives the same tree as remark's (a test compares them), about thirty times faster.
	const mdast = markdownToMdast(brut, { features: FORME }) as MdastRoot;
	// Each of these walks the whole tree, so skip those whose characters are not in the text.
	if (brut.includes('~')) tildesEnTexte(mdast);
	if (brut.includes('<')) htmlEnTexte(mdast);
	liensEnTexte(mdast, brut);
	if (brut.includes('[^')) notesSansAppelEnTexte(mdast);
	garderEcrit(mdast, brut);
	const hast = analyse.runSync(mdast) as Root;
	abaisserTitres(hast);
	expliquer(hast, abreviations);
	return decouper(hast);
}

/**
 * `subscript` makes the parser distinguish single tildes from the double ones of GFM; they are then restored as text.
 */
const FORME = { gfm: true, frontmatter: false, subscript: true };

const analyse = unified().use(remarkRehype, {
	clobberPrefix: 'note-',
	footnoteLabel: 'Notes du document',
	footnoteLabelTagName: 'h3',
	footnoteLabelProperties: {},
	// U+FE0E selects the text form: without it, some systems draw an emoji.
	footnoteBackContent: (_, appel) => [
		texte('\u21A9\uFE0E'),
		...(appel > 1 ? [{ type: 'element' as const, tagName: 'sup', properties: {}, children: [texte(`${appel}`)] }] : []),
	],
	footnoteBackLabel: (n, appel) => `Retour à l’appel de note ${n + 1}${appel > 1 ? `, appel ${appel}` : ''}`,
	handlers: { [CADRE]: (): Element => ({ type: 'element', tagName: CADRE, properties: {}, children: [] }) },
} as Options);

const ecriture = unified().use(rehypeStringify);

/** Replaces nodes by those that `par` gives instead, which are visited in turn. */
function remplacer(racine: MdastRoot, par: (noeud: Nodes, parent: Nodes) => Enfant[] | undefined): void {
	visit(racine, (noeud, rang, parent) => {
		const autres = parent && rang !== undefined ? par(noeud, parent) : undefined;
		if (!autres) return;
		(parent as Parent).children.splice(rang as number, 1, ...autres);
		return rang;
	});
}

const ecrit = (value: string) => ({ type: 'text', value }) as const;
const enParagraphe = (...children: PhrasingContent[]): Enfant => ({ type: 'paragraph', children });

/** A single tilde is not a mark of GFM: restore it as text. */
const tildesEnTexte = (racine: MdastRoot): void =>
	remplacer(racine, (noeud) =>
		(noeud.type as string) === 'subscript' ? [ecrit('~'), ...(noeud as Parent).children, ecrit('~')] : undefined,
	);

const htmlEnTexte = (racine: MdastRoot): void =>
	remplacer(racine, (noeud, parent) => {
		if (noeud.type !== 'html') return undefined;
		if (parent.type !== 'root') return [ecrit(noeud.value)];
		const marque = noeud.value.trim() === MARQUE_BLOCS;
		return [marque ? ({ type: CADRE } as unknown as Enfant) : enParagraphe(ecrit(noeud.value))];
	});

/** Allowed link targets in the prose. */
const ADRESSE = /^(?:https?:\/\/|mailto:)/i;

/** Shows as written: links with another target or with a title, images, and references. */
const liensEnTexte = (racine: MdastRoot, brut: string): void =>
	remplacer(racine, (noeud) => {
		const exclu =
			(noeud.type === 'link' && (!ADRESSE.test(noeud.url) || noeud.title)) ||
			/^(?:image|imageReference|linkReference|definition)$/.test(noeud.type);
		if (!exclu) return undefined;
		const texte = ecrit(brut.slice(noeud.position?.start.offset, noeud.position?.end.offset));
		return [noeud.type === 'definition' ? enParagraphe(texte) : texte];
	});

/** Keeps as text the notes that GFM drops: those that nothing refers to, and those whose label is already taken. */
function notesSansAppelEnTexte(racine: MdastRoot): void {
	const premieres = new Map<string, FootnoteDefinition>();
	visit(racine, 'footnoteDefinition', (note) => {
		if (!premieres.has(note.identifier)) premieres.set(note.identifier, note);
	});
	const appelees = new Set<FootnoteDefinition>();
	const appeler = (lieu: MdastRoot | FootnoteDefinition) =>
		visit(lieu, (noeud) => {
			if (noeud.type === 'footnoteDefinition' && noeud !== lieu) return SKIP;
			const note = noeud.type === 'footnoteReference' ? premieres.get(noeud.identifier) : undefined;
			if (!note || appelees.has(note)) return;
			appelees.add(note);
			appeler(note);
		});
	appeler(racine);
	remplacer(racine, (note) => {
		if (note.type !== 'footnoteDefinition' || appelees.has(note)) return undefined;
		const marque = ecrit(`[^${note.label ?? note.identifier}]: `);
		const [premier, ...suite] = note.children;
		return premier?.type === 'paragraph'
			? [{ ...premier, children: [marque, ...premier.children] }, ...suite]
			: [enParagraphe(marque), ...note.children];
	});
}

/** Keeps content that Markdown treats as layout: extra table cells, info strings of code, list numbers, checkboxes. */
function garderEcrit(racine: MdastRoot, brut: string): void {
	visit(racine, (noeud) => {
		if (noeud.type === 'table') {
			const largeur = Math.max(...noeud.children.map(({ children }) => children.length));
			noeud.align = Array.from({ length: largeur }, (_, i) => noeud.align?.[i] ?? null);
			const entete = noeud.children[0];
			while (entete && entete.children.length < largeur) entete.children.push({ type: 'tableCell', children: [] });
		} else if (noeud.type === 'code' && noeud.lang) {
			noeud.value = `${[noeud.lang, noeud.meta].filter(Boolean).join(' ')}\n${noeud.value}`;
			noeud.lang = null;
			noeud.meta = null;
		} else if (noeud.type === 'list')
			noeud.children.forEach((element, i) => {
				const numero = /^\d+/.exec(brut.slice(element.position?.start.offset))?.[0];
				if (noeud.ordered && numero !== undefined && Number(numero) !== (noeud.start ?? 1) + i)
					element.data = { ...element.data, ...({ hProperties: { value: Number(numero) } } as object) };
				if (typeof element.checked !== 'boolean') return;
				const boite = ecrit(element.checked ? '[x] ' : '[ ] ');
				const [premier] = element.children;
				if (premier?.type === 'paragraph') premier.children.unshift(boite);
				else element.children.unshift({ type: 'paragraph', children: [boite] });
				element.checked = null;
			});
	});
}

type Enfant = MdastRoot['children'][number];

/** Headings of the document start at `h3`: the page has its own `h1` and `h2`. */
function abaisserTitres(racine: Root): void {
	visit(racine, 'element', (element) => {
		const niveau = /^h([1-5])$/.exec(element.tagName)?.[1];
		if (niveau && element.properties.id !== 'note-footnote-label') element.tagName = `h${Number(niveau) + 1}`;
	});
}

/** Turns the first occurrence of each abbreviation into a link to the glossary. The text does not change. */
function expliquer(racine: Root, abreviations: readonly Abreviation[]): void {
	const restantes = new Map(abreviations.map((a) => [a.forme, a]));
	if (!restantes.size) return;
	const forme = (f: string) => f.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const motif = new RegExp(
		`(?<![\\p{L}\\p{N}-])(${[...restantes.keys()]
			.sort((a, b) => b.length - a.length)
			.map(forme)
			.join('|')})(?![\\p{L}\\p{N}-])`,
		'u',
	);
	visit(racine, (noeud, rang, parent) => {
		if (noeud.type === 'element' && /^(h\d|a|code)$/.test(noeud.tagName)) return SKIP;
		if (noeud.type !== 'text' || !parent || rang === undefined) return;
		const enfants: ElementContent[] = [];
		let reste = noeud.value;
		for (let trouve = motif.exec(reste); trouve; trouve = motif.exec(reste)) {
			const mot = trouve[0];
			const abreviation = restantes.get(mot);
			const avant = reste.slice(0, trouve.index);
			enfants.push(texte(abreviation ? avant : avant + mot));
			if (abreviation) enfants.push(renvoi(abreviation));
			restantes.delete(mot);
			reste = reste.slice(trouve.index + mot.length);
		}
		if (!enfants.length) return;
		enfants.push(texte(reste));
		(parent as Element).children.splice(rang, 1, ...enfants);
		return [SKIP, rang + enfants.length];
	});
}

const texte = (value: string): Text => ({ type: 'text', value });

const renvoi = ({ forme, developpe, href }: Abreviation): Element => ({
	type: 'element',
	tagName: 'a',
	properties: { className: ['terme'], href, title: developpe },
	children: [texte(forme)],
});

function decouper(racine: Root): ProseRendue {
	const avant: SectionRendue[] = [];
	const apres: SectionRendue[] = [];
	let cible = avant;
	let notes: SectionRendue | undefined;
	let courante: { titre: string; enfants: RootContent[] } = { titre: '', enfants: [] };
	const ids = new Set<string>();
	const clore = () => {
		const section = enSection(courante.titre, courante.enfants, ids);
		if (section) cible.push(section);
	};
	for (const noeud of racine.children) {
		if (noeud.type === 'element' && noeud.tagName === CADRE) {
			clore();
			courante = { titre: '', enfants: [] };
			cible = apres;
		} else if (noeud.type === 'element' && noeud.tagName === 'h3') {
			clore();
			courante = { titre: titreDe(noeud), enfants: [noeud] };
		} else if (noeud.type === 'element' && noeud.tagName === 'section') {
			notes = enSection('Notes du document', [noeud], ids);
		} else courante.enfants.push(noeud);
	}
	clore();
	return { avant, apres, notes };
}

function enSection(titre: string, enfants: RootContent[], ids: Set<string>): SectionRendue | undefined {
	const paragraphes = enfants.flatMap(lignesDe).filter(Boolean);
	if (!paragraphes.length) return undefined;
	let id = `texte-${ancre(titre) || 'debut'}`;
	for (let n = 2; ids.has(id); n++) id = `texte-${ancre(titre) || 'debut'}-${n}`;
	ids.add(id);
	// Text before the first heading has no heading to carry the anchor: its first element does, since search links there.
	const premier = titre ? enfants[0] : enfants.find(({ type }) => type === 'element');
	if (premier?.type === 'element' && (!titre || /^(h3|section)$/.test(premier.tagName))) premier.properties.id = id;
	return { id, titre, html: ecriture.stringify({ type: 'root', children: enfants } as Root), paragraphes };
}

/** Anchor of a heading: lower case without accents, at most 60 characters, cut at a hyphen. */
const ancre = (titre: string): string =>
	titre
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.replace(/^(.{1,60})(-.*)?$/, '$1');

/** Text of a heading without its footnote mark. */
const titreDe = (element: Element): string =>
	texteDe({ ...element, children: element.children.filter((e) => !(e.type === 'element' && e.tagName === 'sup')) });

function lignesDe(noeud: RootContent | ElementContent): string[] {
	if (noeud.type === 'text') return [noeud.value.trim()];
	if (noeud.type !== 'element') return [];
	if (/^(section|ul|ol|blockquote|table|thead|tbody|tr)$/.test(noeud.tagName)) return noeud.children.flatMap(lignesDe);
	if (noeud.tagName === 'li' && noeud.children.some((e) => e.type === 'element' && /^(p|ul|ol)$/.test(e.tagName)))
		return noeud.children.flatMap(lignesDe);
	return [texteDe(noeud).replace(ESPACES, ' ').trim()];
}

function texteDe(noeud: RootContent | ElementContent): string {
	if (noeud.type === 'text') return noeud.value;
	if (noeud.type !== 'element' || noeud.properties.dataFootnoteBackref !== undefined || noeud.tagName === 'sup')
		return '';
	return noeud.children.map(texteDe).join('');
}

/** Markdown marks found inside words, and footnote labels: not words of the document. */
const MARQUES = /[*_~`\\]|\[\^[^\]\n]*\]:?/g;
/** Markup that contains words or digits: list numbers, link targets, the blocs marker, entities. */
const MARQUES_A_MOTS =
	/^(?:[ \t>]|[-*+][ \t])*\d{1,9}[.)](?=[ \t])|\]\((?:<[^>]*>|[^\s)]*)|<!-- blocs -->|&(?:#\w+|\w+);/g;

const motsDe = (ligne: string): string[] => ligne.replace(MARQUES, '').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Takes one occurrence of a text out of some texts, at each call. It answers false if there are none left. */
function reserve(textes: readonly string[]): (texte: string) => boolean {
	const restants = new Map<string, number>();
	for (const texte of textes) restants.set(texte, (restants.get(texte) ?? 0) + 1);
	return (texte) => {
		const n = restants.get(texte) ?? 0;
		if (n) restants.set(texte, n - 1);
		return n > 0;
	};
}

/** Words of a body missing from its prose, by line (from 1). There are none unless rendering drops some Markdown. */
export function motsPerdus(corps: string, prose: Prose): { ligne: number; mots: string[] }[] {
	const paragraphes = sectionsDe(prose).flatMap((s) => s.paragraphes);
	const retirer = reserve(paragraphes);
	// Most lines are rendered as they are written: only the others are compared word by word.
	const ecrits = corps
		.split(/\r\n?|\n/)
		.flatMap((ligne, i) =>
			retirer(ligne) ? [] : motsDe(ligne.replace(MARQUES_A_MOTS, ' ')).map((mot) => ({ mot, ligne: i + 1 })),
		);
	const montres = paragraphes.filter(retirer).flatMap(motsDe);
	const montre = reserve(montres);
	const mots = ecrits.map(({ mot }) => mot);
	const perdus = mots.filter((mot) => !montre(mot));
	if (!perdus.length) return [];
	const perdu = reserve(perdus);
	// Finds which occurrence of a repeated word is lost. A diff alone would not do: notes are rendered after the rest.
	const lignes = new Map<number, string[]>();
	let place = 0;
	for (const { count = 0, added, removed } of diffArrays(mots, montres)) {
		if (added) continue;
		for (const { mot, ligne } of ecrits.slice(place, place + count))
			if (removed && perdu(mot)) lignes.set(ligne, [...(lignes.get(ligne) ?? []), mot]);
		place += count;
	}
	return [...lignes].map(([ligne, mots]) => ({ ligne, mots }));
}

/** Tags that Légifrance's Markdown leaves in: each ends a line of the text, or only dresses it. */
const COUPENT = 'br|p|div|li|ul|ol|tr|td|th|table|tbody|thead|h[1-6]|center|blockquote|hr';
const HABILLENT = 'b|i|u|em|strong|sup|sub|span|font|a|small|big';
// A tag has no white space after its « < »: « a < b et c > d » is a text.
const COUPURE = new RegExp(`</?(?:${COUPENT})(?:\\s[^<>]*)?/?>`, 'giu');
const HABIT = new RegExp(`</?(?:${HABILLENT})(?:\\s[^<>]*)?/?>`, 'giu');

const ENTITES: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	laquo: '«',
	raquo: '»',
	rsquo: '’',
	ndash: '–',
	mdash: '—',
	hellip: '…',
	oelig: 'œ',
	OElig: 'Œ',
	eacute: 'é',
	egrave: 'è',
	ecirc: 'ê',
	agrave: 'à',
	ccedil: 'ç',
	ucirc: 'û',
	ocirc: 'ô',
	icirc: 'î',
	acirc: 'â',
	ugrave: 'ù',
	deg: '°',
};

const COUPENT_TEXTE = new RegExp(`^(?:${COUPENT})$`, 'iu');
const HABILLENT_TEXTE = new RegExp(`^(?:${HABILLENT})$`, 'iu');
/** The text that replaces a tag: four spaces where it ends a line, as in the open data of the RNCP. */
export const coupureDe = (nom: string): string | undefined =>
	nom !== nom.toLowerCase()
		? undefined
		: nom === 'li'
			? '    - '
			: COUPENT_TEXTE.test(nom)
				? '    '
				: HABILLENT_TEXTE.test(nom)
					? ''
					: undefined;

/** A text that carries markup of its own, as its readers see it: its lines are parted by four spaces. */
export const sansBalises = (texte: string): string =>
	/<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>|&(?:#x[\da-f]+|#\d+|[a-z]\w+);/iu.test(texte)
		? lignesVues(texte)
				.map((ligne) => ligne.trim())
				.filter(Boolean)
				.join('    ')
		: texte;

/** Does a text hold such tags? A bare « < 70 kW » is no tag. */
export const contientHtml = (texte: string): boolean => {
	COUPURE.lastIndex = 0;
	return COUPURE.test(texte);
};

/** The lines that a reader sees of one line of the source: an item of a list keeps a mark. */
export const lignesVues = (brute: string): string[] =>
	brute
		.replace(/<!--.*?-->/gu, ' ')
		.replace(/<li(?:\s[^<>]*)?>/giu, '\n- ')
		.replace(COUPURE, '\n')
		.replace(HABIT, '')
		.replace(/&(#x[\da-f]+|#\d+|\w+);/giu, (tout: string, nom: string) => entite(nom) ?? tout)
		.split('\n');

const entite = (nom: string): string | undefined => {
	if (!nom.startsWith('#')) return Object.hasOwn(ENTITES, nom) ? ENTITES[nom] : undefined;
	const code = nom[1] === 'x' || nom[1] === 'X' ? Number.parseInt(nom.slice(2), 16) : Number.parseInt(nom.slice(1), 10);
	return code > 31 && code < 0x11_0000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
};

/** Takes the marks of Markdown off one line; what remains is what a reader of the rendered page would read. */
export const sansMarkdown = (texte: string): string =>
	texte
		.replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/gu, '$1')
		.replace(/\*\*/gu, ' ')
		.replace(/(?<![\p{L}\p{N}_])__(?=\S)(.+?)(?<=\S)__(?![\p{L}\p{N}_])/gu, '$1')
		.replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1')
		.replace(/\\([\\`*_{}[\]()#+\-.!>~|])/gu, '$1');

import type { YAMLError } from 'yaml';
import type { z } from 'zod';
import { distance } from '../domaine/texte/distance.ts';

/** The word of a list closest to a misspelt one, if it is close enough to be what was meant. */
export function motProche(mot: string, mots: readonly string[]): string | undefined {
	const nu = (m: string) =>
		m
			.normalize('NFD')
			.replace(/[\p{M}\s_-]/gu, '')
			.toLowerCase();
	const cherche = nu(mot);
	const [proche] = mots
		.map((m) => ({ m, ecart: distance(cherche, nu(m)) }))
		.filter(({ m, ecart }) => ecart <= Math.ceil((nu(m).length - 2) / 3))
		.sort((a, b) => a.ecart - b.ecart);
	return proche?.m;
}

/** Quotes a value for a message, cut to 60 characters. */
const citer = (valeur: unknown): string => {
	const ecrit = typeof valeur === 'string' ? valeur : (JSON.stringify(valeur) ?? String(valeur));
	return `« ${ecrit.length > 60 ? `${ecrit.slice(0, 59)}…` : ecrit} »`;
};

const parmi = (valeurs: readonly unknown[]): string => valeurs.map(String).join(', ');

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/**
 * Default messages for the issues of the schemas, which tell what to write. Messages set in a schema take precedence.
 */
export const dire: z.core.$ZodErrorMap = (issue) => {
	if (issue.code === 'invalid_type') return direType(issue);
	if (issue.code === 'invalid_value') return direValeur(issue);
	if (issue.code === 'unrecognized_keys') return direCles(issue);
	if (issue.code === 'invalid_union') return direDiscriminant(issue);
	if (issue.code === 'too_small') return direTropPetit(issue);
	if (issue.code === 'too_big') return direTropGrand(issue);
	return issue.code === 'invalid_format' ? direForme(issue) : undefined;
};

function direType(issue: Issue & { code: 'invalid_type' }): string {
	const { input, expected } = issue;
	if (input === undefined) return 'champ absent ; l’ajouter';
	if (input === null) return 'valeur absente ; l’écrire, ou retirer son champ ou son tiret';
	const objet = typeof input === 'object' && !Array.isArray(input);
	switch (expected) {
		case 'string':
			if (typeof input === 'number' || typeof input === 'boolean')
				return `${citer(input)} se lit comme ${typeof input === 'number' ? 'un nombre' : 'vrai ou faux'} ; l’écrire entre guillemets, tel qu’il est imprimé`;
			if (objet)
				return 'un texte est attendu, et des champs sont lus ; un texte qui contient « : » s’écrit entre guillemets';
			return 'un texte est attendu, et non une liste ; retirer le tiret ou les crochets';
		case 'array':
			return 'une liste est attendue ; mettre chaque élément après un tiret, ou tous entre crochets';
		case 'object':
		case 'record':
			return `des champs sont attendus, comme { ${clesDe(issue).slice(0, 3).join(': …, ') || 'clé'}: … }, au lieu ${Array.isArray(input) ? 'd’une liste' : `de ${citer(input)}`}`;
		case 'int':
			return `${citer(input)} n’est pas un nombre entier ; écrire un entier`;
		case 'number':
			return `${citer(input)} n’est pas un nombre ; l’écrire en chiffres, sans guillemets`;
		case 'boolean':
			return `${citer(input)} : « true » ou « false » attendu`;
		default:
			return `${citer(input)} n’a pas la forme attendue (${expected}) ; la corriger`;
	}
}

function direValeur({ values, input }: Issue & { code: 'invalid_value' }): string {
	if (input === undefined) return `champ absent ; l’ajouter : ${parmi(values)}`;
	if (typeof input === 'number' && values.includes(String(input)))
		return `${citer(input)} se lit comme un nombre ; l’écrire entre guillemets, tel qu’il est imprimé`;
	const proche = typeof input === 'string' ? motProche(input, values.map(String)) : undefined;
	return `${citer(input)} n’est pas admis ; écrire ${proche ? `« ${proche} »` : values.length > 1 ? `l’un de : ${parmi(values)}` : parmi(values)}`;
}

/** The discriminant of a union has none of the expected values. */
function direDiscriminant(issue: Issue & { code: 'invalid_union' }): string | undefined {
	const { discriminator, options = [] } = issue as { discriminator?: string; options?: unknown[] };
	if (discriminator === undefined) return undefined;
	const input = (issue.input as Record<string, unknown> | undefined)?.[discriminator];
	return direValeur({ ...issue, code: 'invalid_value', values: options, input } as Issue & { code: 'invalid_value' });
}

/** One line for each unknown key: each becomes a problem with its own line. */
function direCles(issue: Issue & { code: 'unrecognized_keys' }): string {
	const connues = clesDe(issue);
	return issue.keys
		.map((cle) => {
			const proche = motProche(cle, connues);
			return `champ ${citer(cle)} inconnu ; ${proche ? `écrire « ${proche} »` : `le retirer ; champs admis ici : ${parmi(connues)}`}`;
		})
		.join('\n');
}

/** The known field that the message about an unknown one names. Zod keeps nothing of an issue but its message. */
export const champVoulu = (message: string): string | undefined =>
	/^champ .* inconnu ; écrire « (.+) »$/.exec(message)?.[1];

/** Keys of the object that a schema describes. */
function clesDe({ inst }: Issue): string[] {
	const def = (inst as { _zod?: { def?: { shape?: object } } } | undefined)?._zod?.def;
	return Object.keys(def?.shape ?? {});
}

function direTropPetit({ origin, minimum, inclusive, input }: Issue & { code: 'too_small' }): string {
	if (origin === 'array')
		return Number(minimum) === 1
			? 'liste vide ; y mettre au moins un élément'
			: `liste trop courte ; au moins ${minimum} éléments`;
	if (origin === 'string')
		return Number(minimum) === 1
			? 'texte vide ; l’écrire, ou retirer ce champ'
			: `texte de ${String(input).length} signes ; en écrire au moins ${minimum}`;
	return `${citer(input)} est trop petit ; ${inclusive ? `${minimum} au moins` : `plus de ${minimum} attendu`}`;
}

function direTropGrand({ origin, maximum, input }: Issue & { code: 'too_big' }): string {
	if (origin === 'array') return `liste trop longue ; ${maximum} éléments au plus`;
	if (origin === 'string') return `texte de ${String(input).length} signes ; ${maximum} au plus, le resserrer`;
	return `${citer(input)} est trop grand ; ${maximum} au plus`;
}

function direForme({ format, input }: Issue & { code: 'invalid_format' }): string {
	if (format === 'url')
		return /^http:/.test(String(input))
			? `${citer(input)} ; écrire l’adresse en « https: »`
			: `${citer(input)} n’est pas une adresse ; l’écrire en entier, depuis « https:// »`;
	if (format === 'date') return `${citer(input)} ; date attendue sous la forme AAAA-MM-JJ, sans heure`;
	return `${citer(input)} n’a pas la forme attendue ; la corriger`;
}

const OUVERT = 'une accolade ou un crochet est resté ouvert plus haut ; le fermer';

/** Messages for the error codes of the YAML parser, which tell what to write. */
const YAML: Record<string, string> = {
	BLOCK_AS_IMPLICIT_KEY: 'un texte qui contient « : » s’écrit entre guillemets',
	MULTILINE_IMPLICIT_KEY:
		'une clé est suivie de « : » et d’une espace ; compléter cette ligne ou rejoindre la précédente',
	MISSING_CHAR:
		'il manque un signe : un deux-points, un guillemet, une virgule ou un crochet ; fermer ce qui est ouvert',
	TAB_AS_INDENT: 'une tabulation en tête de ligne ; la remplacer par des espaces',
	BAD_INDENT: 'retrait inattendu ; aligner cette ligne sur ses voisines',
	BLOCK_IN_FLOW: 'un tiret ou un retrait entre accolades ou crochets ; séparer par des virgules',
	UNEXPECTED_TOKEN: 'signe inattendu ; le retirer, ou mettre le texte entre guillemets',
	BAD_SCALAR_START: 'ce signe ne commence pas un texte ; mettre le texte entre guillemets',
	BAD_DQ_ESCAPE:
		'une barre oblique inverse dans des guillemets doubles ; la doubler, ou employer des guillemets simples',
	MULTIPLE_DOCS: 'une ligne « --- » ou « ... » de trop ; un fichier n’a qu’un document',
	MULTIPLE_ANCHORS: 'les ancres YAML (« &nom ») ne sont pas admises ; recopier la valeur',
	MULTIPLE_TAGS: 'les étiquettes YAML (« !nom ») ne sont pas admises ; les retirer',
	TAG_RESOLVE_FAILED: 'les étiquettes YAML (« !nom ») ne sont pas admises ; mettre le texte entre guillemets',
	BAD_ALIAS: 'les alias YAML (« *nom ») ne sont pas admis ; mettre le texte entre guillemets',
	ALIAS_PROPS: 'les alias YAML (« *nom ») ne sont pas admis ; mettre le texte entre guillemets',
	BAD_DIRECTIVE: 'une ligne qui commence par « % » ; la mettre entre guillemets',
	BAD_PROP_ORDER: 'un signe « & » ou « ! » mal placé ; mettre le texte entre guillemets',
	BAD_COLLECTION_TYPE: 'une liste et des champs au même endroit ; choisir l’un ou l’autre',
	KEY_OVER_1024_CHARS: 'une clé démesurée ; il manque sans doute un guillemet',
	NON_STRING_KEY: 'une clé doit être un mot ; la mettre entre guillemets',
	RESOURCE_EXHAUSTION: 'trop de crochets ou d’accolades l’un dans l’autre ; écrire des listes simples',
	IMPOSSIBLE: 'texte illisible à partir d’ici ; le mettre entre guillemets',
};

export const direYaml = ({ code, message }: Pick<YAMLError, 'code' | 'message'>): string =>
	`YAML mal formé : ${(code === 'BAD_INDENT' && /^Flow/.test(message) ? OUVERT : YAML[code]) ?? 'corriger la syntaxe de cette ligne'}`;

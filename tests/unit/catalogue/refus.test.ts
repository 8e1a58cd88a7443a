import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { controler } from '../../../src/catalogue/controles/controler.ts';
import { lire } from '../../../src/catalogue/lecture.ts';
import { CatalogueInvalide } from '../../../src/catalogue/probleme.ts';
import { BASE, preparer, themes } from '../../catalogues/fautes.ts';

/** Error lines of reading a catalogue; empty if it is accepted. */
function dire(dossier: string): string[] {
	try {
		lireCatalogue(dossier);
		return [];
	} catch (erreur) {
		expect(erreur).toBeInstanceOf(CatalogueInvalide);
		const [titre, ...lignes] = (erreur as Error).message.split('\n');
		expect(titre).toContain(`« ${dossier} »`);
		return lignes.map((ligne) => ligne.trim());
	}
}

it('le catalogue d’essai est accepté, sans rien à redire', () => {
	expect(dire(BASE)).toEqual([]);
	expect(lireCatalogue(BASE).avertissements).toEqual([]);
});

/** The reading of the base catalogue. */
const LECTURE = 'correspondances/ta-2010--ta-2015.yaml';

/** Changes that the build accepts, and the exact warnings that they bring. */
const AVERTIS: Record<string, { faute: Parameters<typeof preparer>[0]; avertissements: string[] }> = {
	'un libellé dont un mot n’est pas celui de son document': {
		faute: {
			changer: [
				{ dans: 'titres/ta-2010.md', remplacer: 'intitule: Conduire un tour', par: 'intitule: Conduire le tour' },
			],
		},
		avertissements: [
			'titres/ta-2010.md:33 — blocs.1.intitule : « Conduire le tour » ne se lit pas dans le document de cette version ; vérifier ces mots, ou noter la réparation',
		],
	},
	'deux compétences d’un bloc qu’un accent distingue, et deux transversales': {
		faute: {
			changer: [
				{
					dans: 'lignees/atelier.yaml',
					remplacer: 'competences: [Conduire une machine.]',
					par: 'competences: [Conduire un élève formé., Conduire un élève forme.]',
				},
				{
					dans: 'lignees/atelier.yaml',
					remplacer: '    blocs:\n',
					par: '    transversales:\n      - { libelle: Parler sale., source: arrete }\n      - { libelle: Parler salé., source: arrete }\n    blocs:\n',
				},
			],
		},
		avertissements: [],
	},
	'une ligne du document que la version n’a plus': {
		faute: {
			changer: [
				{
					dans: 'titres/ta-2010.md',
					remplacer: 'Le technicien d’atelier prépare le travail.\n',
					par: 'Il travaille.\n',
				},
			],
		},
		avertissements: [
			'titres/ta-2010.md : 1 ligne de ta-2010.txt ne s’y lit pas, d’abord la ligne 2 (« Le technicien d’atelier prépare le travail. ») ; remettre ce texte, ou noter la réparation',
		],
	},
	'la même, entre deux lignes où « < » et « > » sont des signes du texte': {
		faute: {
			changer: [
				{
					dans: 'titres/ta-2010.md',
					remplacer: 'Le technicien d’atelier prépare le travail.\n',
					par: 'Il travaille.\n',
				},
				{ dans: 'sources/ta-2010.txt', remplacer: 'TECHNICIEN D’ATELIER\n', par: 'TECHNICIEN D’ATELIER <\n' },
				{ dans: 'sources/ta-2010.txt', remplacer: 'CCP – Préparer le travail\n', par: 'CCP – > Préparer le travail\n' },
			],
		},
		avertissements: [
			'titres/ta-2010.md : 1 ligne de ta-2010.txt ne s’y lit pas, d’abord la ligne 2 (« Le technicien d’atelier prépare le travail. ») ; remettre ce texte, ou noter la réparation',
		],
	},
	'un document cité pour ses dates n’est pas un texte perdu, et n’est pas nommé': {
		faute: {
			changer: [
				{
					dans: 'titres/ta-2010.md',
					remplacer: '  page: { intitule: Une page qui recopie',
					par: '  arrete: { intitule: Un arrêté, nature: officielle, document: arrete.md }\n  page: { intitule: Une page qui recopie',
				},
			],
			ecrire: { 'sources/arrete.md': 'Le présent arrêté prolonge le titre.\nIl prend effet le premier janvier.\n' },
		},
		avertissements: [],
	},
	'une lecture sans lecteur': {
		faute: { changer: [{ dans: LECTURE, remplacer: 'relecteur: Une lectrice\n', par: '' }] },
		avertissements: [`${LECTURE} ne dit pas qui a lu (« relecteur: ») ; l’écrire`],
	},
	'une lecture sans jour': {
		faute: { changer: [{ dans: LECTURE, remplacer: 'reluLe: 2020-01-01\n', par: '' }] },
		avertissements: [`${LECTURE} ne dit pas quel jour (« reluLe: ») ; l’écrire`],
	},
	'une lecture sans lecteur ni jour': {
		faute: { changer: [{ dans: LECTURE, remplacer: 'reluLe: 2020-01-01\nrelecteur: Une lectrice\n', par: '' }] },
		avertissements: [`${LECTURE} ne dit pas qui a lu (« relecteur: »), ni quel jour (« reluLe: ») ; l’écrire`],
	},
	'un identifiant dont l’année n’est pas celle du début': {
		faute: { changer: [{ dans: 'titres/ta-2015.md', remplacer: 'valeur: 2015-01-01', par: 'valeur: 2019-01-01' }] },
		avertissements: ['« ta-2015 » commence le 1er janvier 2019 ; corriger l’année de l’identifiant, ou ce début'],
	},
	'un document de sources/ que rien ne cite': {
		faute: { ecrire: { 'sources/oublie.txt': 'Texte.' } },
		avertissements: [
			'sources/ : aucun fichier du catalogue ne cite oublie.txt ; les citer (« document : ») ou les retirer',
		],
	},
};

it.each(Object.entries(AVERTIS))('%s : un avertissement le dit, sans arrêter la construction', (_, cas) => {
	const dossier = preparer(cas.faute);
	expect(dire(dossier)).toEqual([]);
	expect(lireCatalogue(dossier).avertissements).toEqual(cas.avertissements);
	rmSync(dossier, { recursive: true });
});

it('une parenté seule est refusée comme telle, et l’on demande aussi qui l’a lue', () => {
	const texte = readFileSync(join(BASE, LECTURE), 'utf8');
	const seule = texte.replace(/^(?:reluLe|relecteur): .*\n|^(?:blocs|competences):\n(?: .*\n)+/gmu, '');
	const dossier = preparer({ ecrire: { [LECTURE]: seule } });
	expect(dire(dossier)).toEqual([
		`${LECTURE}:4 — parentes : des parentés sans lecture des compétences ; écrire aussi « competences » ou les retirer`,
	]);
	expect(controler(lire(dossier).lecture).avertissements).toEqual([
		`${LECTURE} ne dit pas qui a lu (« relecteur: »), ni quel jour (« reluLe: ») ; l’écrire`,
	]);
	rmSync(dossier, { recursive: true });
});

it.each([
	['Le candidat ne présente qu’un dossier de sa pratique.', 'dossier de pratique'],
	['Le candidat ne présente plus que le dossier de sa pratique.', 'dossier de pratique'],
	['Le candidat présente un dossier de sa pratique, et aucune autre pièce n’est demandée.', 'dossier de pratique'],
	['Aucun dossier de la pratique n’est demandé.', 'aucun dossier de pratique'],
	['Le candidat ne présente pas un dossier de sa pratique.', 'pas de dossier de pratique'],
])('« %s » dit bien « %s »', (phrase, valeur) => {
	const dite = 'Le candidat présente un dossier de sa pratique.';
	const dosier = (texte: string) => texte.replace('dossier', 'dosier');
	const dossier = preparer({
		changer: [
			{ dans: 'titres/ta-2010.md', remplacer: `phrase: ${dite}`, par: `phrase: ${phrase}` },
			{ dans: 'titres/ta-2010.md', remplacer: `- ${dite}`, par: `- ${phrase}` },
			{ dans: 'titres/ta-2010.md', remplacer: 'valeur: dossier de pratique', par: `valeur: ${valeur}` },
			{ dans: 'sources/ta-2010.txt', remplacer: dosier(dite), par: dosier(phrase) },
		],
	});
	expect(dire(dossier)).toEqual([]);
	rmSync(dossier, { recursive: true });
});

it.each(['36 mois', 'trente-six mois', 'trois (3) ans', '3 années'])(
	'une durée de trois ans se lit « %s »',
	(duree) => {
		const dossier = preparer({
			changer: ['titres/ta-2010.md', 'titres/ta-2010.md', 'sources/ta-2010.txt'].map((dans) => ({
				dans,
				remplacer: 'professionnelle de trois ans',
				par: `professionnelle de ${duree}`,
			})),
		});
		expect(dire(dossier)).toEqual([]);
		rmSync(dossier, { recursive: true });
	},
);

it('une succession est officielle dès que l’une de ses sources l’est, dans quelque ordre qu’elles soient', () => {
	const dossier = preparer({
		changer: [
			{
				dans: 'lignees/atelier.yaml',
				remplacer: 'nature: officielle, source: arrete',
				par: 'nature: officielle, source: [page, arrete]',
			},
		],
	});
	expect(dire(dossier)).toEqual([]);
	rmSync(dossier, { recursive: true });
});

describe.each(themes)(
	'une faute de $theme est dite, elle et rien d’autre, avec sa place et son remède',
	({ fautes }) => {
		it.each(fautes)('$faute', ({ faute, attendu, ...changements }) => {
			const dossier = preparer(changements);
			expect(dire(dossier), faute).toEqual(attendu);
			rmSync(dossier, { recursive: true });
		});
	},
);

/** Encodings of old documents, with the function that writes a text in each. */
const ENCODAGES: [string, (texte: string) => Buffer][] = [
	[
		'Windows-1252',
		(texte) => Buffer.from(texte.replaceAll('’', '\x92').replaceAll('–', '\x96').replaceAll('•', '\x95'), 'latin1'),
	],
	['UTF-16 petit-boutiste', (texte) => Buffer.from(`\uFEFF${texte}`, 'utf16le')],
	['UTF-16 gros-boutiste', (texte) => Buffer.from(`\uFEFF${texte}`, 'utf16le').swap16()],
	['UTF-8 décomposé (NFD)', (texte) => Buffer.from(texte.normalize('NFD'))],
	['UTF-8 à signature, lignes de Windows', (texte) => Buffer.from(`\uFEFF${texte.replaceAll('\n', '\r\n')}`)],
];
const ACCENTUEE = { dans: 'titres/ta-2010.md', remplacer: 'Le CCP vaut', par: 'Le certificat délivré vaut' };
const PARTOUT = [ACCENTUEE, ACCENTUEE, ACCENTUEE];

describe.each(ENCODAGES)('un document ancien, en %s', (_, encoder) => {
	const document = readFileSync(`${BASE}/sources/ta-2010.txt`, 'utf8').replace(
		'Le CCP vaut',
		'Le certificat délivré vaut',
	);
	const octets = (texte: string) => ({ 'sources/ta-2010.txt': encoder(texte).toString('hex') });
	it('porte les phrases des règles et les réparations', () => {
		const dossier = preparer({ changer: PARTOUT, octets: octets(document) });
		expect(dire(dossier)).toEqual([]);
		rmSync(dossier, { recursive: true });
	});
	it('ne porte pas celles qu’il n’a pas', () => {
		const dossier = preparer({ changer: PARTOUT, octets: octets(document.replace('délivré', 'donné')) });
		expect(dire(dossier)).toEqual([
			'titres/ta-2010.md:44 — regles.validiteCcp.phrase : cette phrase ne se trouve pas dans la source « fiche » ; la recopier mot pour mot',
			'titres/ta-2010.md:54 — attributions.0.texte : ce passage ne se trouve pas dans la source « fiche » ; le recopier mot pour mot',
		]);
		rmSync(dossier, { recursive: true });
	});
});

it.each(['/titres/ta-2010/#ccp-1', '/titres/ta-2010/#transversales', '/titres/ta-2010/#evolution', '/lignees/2/'])(
	'un lien vers %s, que la page a, est accepté',
	(lien) => {
		const dossier = preparer({
			changer: [{ dans: 'guides/un-guide.mdx', remplacer: '(/titres/ta-2010/)', par: `(${lien})` }],
		});
		expect(dire(dossier)).toEqual([]);
		rmSync(dossier, { recursive: true });
	},
);

it('plus de trois cents fautes sont essayées, et chaque message dit où et que faire', () => {
	const toutes = themes.flatMap(({ fautes }) => fautes);
	expect(toutes.length).toBeGreaterThan(300);
	for (const { faute, attendu } of toutes) {
		expect(attendu.length, faute).toBeGreaterThan(0);
		for (const ligne of attendu) {
			expect(ligne, faute).toMatch(/^\S+.* : /u);
			expect(ligne, faute).toMatch(/ ; |attendue?s? |attendus$|: /u);
		}
	}
});

// Root can read everything.
it.skipIf(process.getuid?.() === 0)('un dossier que l’on n’a pas le droit de lire est dit, sans trace', () => {
	const dossier = preparer({});
	chmodSync(`${dossier}/guides`, 0);
	expect(dire(dossier)).toEqual(['guides : ceci ne se lit pas (EACCES) ; vérifier ses droits et sa place']);
	chmodSync(`${dossier}/guides`, 0o755);
	rmSync(dossier, { recursive: true });
});

describe('un dossier qui n’est pas un catalogue', () => {
	it.each([
		[
			'qui n’existe pas',
			'nulle-part',
			'ce dossier n’existe pas ; CATALOGUE doit nommer un dossier qui contient « titres/ »',
		],
		[
			'qui est un fichier',
			'package.json',
			'ce n’est pas un dossier ; CATALOGUE doit nommer un dossier qui contient « titres/ »',
		],
		['qui n’a pas de versions', 'tests', 'dossier absent ; CATALOGUE doit nommer un dossier qui contient « titres/ »'],
		['dont le nom est démesuré', 'x'.repeat(5000), 'CATALOGUE doit nommer un dossier qui contient « titres/ »'],
	])('%s', (_, dossier, message) => {
		expect(() => lireCatalogue(dossier)).toThrow(CatalogueInvalide);
		expect(() => lireCatalogue(dossier)).toThrow(message);
	});
});

import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { annexe } from './annexes.ts';

const RACINE = fileURLToPath(new URL('../../../', import.meta.url));
const base = mkdtempSync(join(tmpdir(), 'abime-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Module preloaded into the command, which prints its peak memory when it exits, on Linux. */
const TEMOIN = `data:text/javascript,import{readFileSync}from'node:fs';process.on('exit',()=>{let k=0;try{k=/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status','utf8'))[1]}catch{}process.stderr.write('\\nKIO '+k)})`;
const MEBIOCTETS = 500;

/** Runs the command on a damaged file. */
const importer = (chemin: string, ...options: string[]): Promise<{ code: number; message: string; kio: number }> =>
	new Promise((resolve) => {
		const enfant = execFile(
			process.execPath,
			['--import', TEMOIN, 'scripts/importer.ts', chemin, ...options],
			{ cwd: RACINE, env: { ...process.env, CATALOGUE: join(base, 'catalogue') }, maxBuffer: 1 << 25 },
			(_, __, erreur) => {
				const [message = '', kio = ''] = erreur.split('\nKIO ');
				resolve({ code: enfant.exitCode ?? -1, message: message.trim(), kio: Number(kio) });
			},
		);
	});

const fichier = (nom: string, contenu: string | Uint8Array): string => {
	const chemin = join(base, nom);
	writeFileSync(chemin, contenu);
	return chemin;
};

/** A PDF made of these objects; the first one is its root. */
const pdfDe = (objets: readonly (string | Buffer)[]): Buffer => {
	const morceaux: Buffer[] = [Buffer.from('%PDF-1.4\n')];
	const places: number[] = [];
	let place = morceaux[0]?.length ?? 0;
	const ajouter = (octets: Buffer) => {
		morceaux.push(octets);
		place += octets.length;
	};
	objets.forEach((objet, i) => {
		places.push(place);
		ajouter(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(objet), Buffer.from('\nendobj\n')]));
	});
	const table = places.map((p) => `${String(p).padStart(10, '0')} 00000 n \n`).join('');
	ajouter(
		Buffer.from(
			`xref\n0 ${objets.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objets.length + 1} /Root 1 0 R >>\nstartxref\n${place}\n%%EOF`,
		),
	);
	return Buffer.concat(morceaux);
};
const flux = (dictionnaire: string, octets: Buffer | string): Buffer =>
	Buffer.concat([
		Buffer.from(`<< ${dictionnaire} /Length ${octets.length} >>\nstream\n`),
		Buffer.from(octets),
		Buffer.from('\nendstream'),
	]);
const PAGE = [
	'<< /Type /Catalog /Pages 2 0 R >>',
	'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
	'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
];
const deplie = (contenu: Buffer) => pdfDe([...PAGE, flux('/Filter /FlateDecode', deflateSync(contenu, { level: 9 }))]);
const forme = (suite: string) => `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${suite}`;

describe('un fichier que rien ne peut lire est refusé d’un message, sans prendre plus de 500 Mio', () => {
	const RIRES = Array.from({ length: 30 }, (_, k) =>
		flux(forme(`/Resources << /XObject << /A ${6 + k} 0 R >> >>`), '/A Do /A Do'),
	);
	it.each<[string, () => string | Promise<string>, RegExp, string[]?]>([
		[
			'un PDF dont les pages renvoient les unes aux autres',
			() => fichier('cycle.pdf', pdfDe([PAGE[0] ?? '', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'])),
			/ses pages renvoient les unes aux autres sans fin/u,
		],
		[
			'un PDF dont trente dessins s’appellent deux fois l’un l’autre',
			() => fichier('rires.pdf', pdfDe([...PAGE, flux('', '/A Do'), ...RIRES, flux(forme(''), '')])),
			/mémoire dépassée|sa lecture ne finit pas/u,
		],
		[
			'un PDF dont trois cents kilooctets déplient mille fois plus',
			() => fichier('bombe.pdf', deplie(Buffer.alloc(300_000_000, ' '))),
			/mémoire dépassée|sa lecture ne finit pas/u,
		],
		[
			'un PDF d’un million et demi de mots',
			() => fichier('mots.pdf', deplie(Buffer.from(`BT /F 9 Tf ${'1 0 0 1 9 9 Tm (abc) Tj '.repeat(1_500_000)}ET`))),
			/mémoire dépassée|sa lecture ne finit pas/u,
		],
		[
			'un PDF coupé',
			() => fichier('coupe.pdf', pdfDe([...PAGE, flux('', 'BT ET')]).subarray(0, 120)),
			/sa structure est abîmée/u,
		],
		[
			'un PDF dont une page a vingt mille mots et quarante mille traits',
			() =>
				fichier(
					'traits.pdf',
					deplie(Buffer.from('BT /F 9 Tf 1 0 0 1 9 9 Tm (abc) Tj ET 9 9 m 99 9 l S 9 9 m 9 99 l S '.repeat(20_000))),
				),
			/page 1 : plus de 10 milliers de morceaux de texte ou de traits|mémoire dépassée/u,
		],
		[
			'une annexe dont un tableau a neuf mille rangées de soixante-cinq mille cases',
			() =>
				fichier(
					'cases.md',
					annexe(`<table>${'<tr><td rowspan="65535" colspan="65535">a</td></tr>\n'.repeat(9000)}</table>`),
				),
			/tableau de plus de 50 milliers de cases/u,
		],
		[
			'une annexe de soixante mille lignes',
			() => fichier('lignes.md', annexe('1. Trier\n\n'.repeat(60_000))),
			/document de 600\d\d lignes : ni une fiche ni une annexe n’en a plus de 10 milliers/u,
		],
		[
			'une annexe de cent cinquante mille listes emboîtées',
			() => fichier('listes.md', annexe(`${'<ul><li>a'.repeat(4000)}\n`.repeat(38))),
			/document de \d+ lignes/u,
		],
		[
			'une annexe d’une lettre à deux millions d’accents',
			() => fichier('accents.md', annexe(`e${'\u0301\u0327'.repeat(20_000)}\n`.repeat(40))),
			/plus de trente signes diacritiques/u,
		],
		[
			'une annexe de soixante mille lignes en deux colonnes',
			() => fichier('colonnes.md', annexe(`CCP   Compétences\n${'Trier   Fendre\n'.repeat(60_000)}`)),
			/document de 600\d\d lignes/u,
		],
		[
			'un texte de trois gigaoctets',
			() => {
				const chemin = fichier('gros.txt', 'x');
				truncateSync(chemin, 3_000_000_000);
				return chemin;
			},
			/3000 Mo ; ni une fiche, ni un arrêté, ni un référentiel n’en a plus de 100/u,
		],
		[
			'un tube',
			() => {
				const chemin = join(base, 'tube');
				execFileSync('mkfifo', [chemin]);
				return chemin;
			},
			/c’est un tube ou un périphérique/u,
		],
		[
			'un lien vers lui-même',
			() => {
				const chemin = join(base, 'boucle.txt');
				symlinkSync(chemin, chemin);
				return chemin;
			},
			/des liens se renvoient l’un à l’autre/u,
		],
		[
			'un dossier',
			() => {
				mkdirSync(join(base, 'dossier'));
				return join(base, 'dossier');
			},
			/c’est un dossier ; donner un fichier/u,
		],
		[
			'un XML dont un commentaire ne finit pas',
			() => fichier('commentaire.xml', `${XML}<!-- ${'<FICHE>'.repeat(2_000_000)}`),
			/une fiche, une balise ou un commentaire de plus de 4 millions de signes/u,
			['--type', 'TP'],
		],
		[
			'un zip qui annonce mille octets et en déplie trois cents millions',
			() => fichier('menteur.zip', zipMenteur()),
			/une fiche, une balise ou un commentaire de plus de 4 millions de signes/u,
			['--type', 'TP'],
		],
		[
			'un fichier CSV des données ouvertes',
			() => fichier('blocs.csv', '\ufeff"Numero_Fiche";"Bloc_Competences_Code"\n"RNCP90002";"RNCP90002BC01"\n'),
			/export du RNCP en CSV, qui n’a pas les compétences ; télécharger celui en XML/u,
		],
		[
			'une page de la toile en XHTML',
			() =>
				fichier(
					'page.html',
					'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>Rien.</body></html>',
				),
			/document d’aucun genre connu/u,
		],
	])('%s', async (_, faire, message, options = []) => {
		const lu = await importer(await faire(), ...options);
		expect(lu.message).toMatch(message);
		expect(lu.message).not.toMatch(/\n\s+at /u);
		expect(lu.code).toBe(1);
		expect(lu.kio / 1024).toBeLessThan(MEBIOCTETS);
	});
});

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n<FICHES>\n<VERSION_FLUX>4.1</VERSION_FLUX>\n';

/** A zip whose directory gives a false size for its content. */
const zipMenteur = (): Buffer => {
	const contenu = Buffer.concat([Buffer.from(`${XML}<FICHE><NUMERO_FICHE>`), Buffer.alloc(300_000_000, '9')]);
	const deflate = deflateRawSync(contenu, { level: 9 });
	const nom = Buffer.from('export.xml');
	const entete = (signature: number, longueur: number, decalage: number) => {
		const octets = Buffer.alloc(longueur);
		octets.writeUInt32LE(signature, 0);
		octets.writeUInt16LE(8, decalage);
		octets.writeUInt32LE(crc32(contenu), decalage + 6);
		octets.writeUInt32LE(deflate.length, decalage + 10);
		octets.writeUInt32LE(1000, decalage + 14);
		octets.writeUInt16LE(nom.length, decalage + 18);
		return octets;
	};
	const local = Buffer.concat([entete(0x04034b50, 30, 8), nom, deflate]);
	const central = Buffer.concat([entete(0x02014b50, 46, 10), nom]);
	const fin = Buffer.alloc(22);
	fin.writeUInt32LE(0x06054b50, 0);
	fin.writeUInt16LE(1, 8);
	fin.writeUInt16LE(1, 10);
	fin.writeUInt32LE(central.length, 12);
	fin.writeUInt32LE(local.length, 16);
	return Buffer.concat([local, central, fin]);
};

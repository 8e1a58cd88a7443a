import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { espaces } from '../../../src/importation/caractere.ts';
import { textesDe } from '../../../src/importation/compte.ts';
import { decoder } from '../../../src/importation/decoder.ts';
import type { Lecture } from '../../../src/importation/lecture.ts';
import { lireDocument } from '../../../src/importation/lire.ts';
import { rendreCorps } from '../../../src/importation/markdown.ts';
import { Refus } from '../../../src/importation/refus.ts';
import { elementsDuCorps } from '../../../src/importation/relire.ts';
import { mots } from '../../../src/importation/signe.ts';
import { annexe } from './annexes.ts';
import { GRAINES, graine } from './pdfs.ts';

const DOCUMENTS = [
	...Object.values(GRAINES).map(graine),
	annexe(
		"1. Fabriquer les tables\n\net les fonds (1)\n\nChoisir les bois :\n\n- l'épicéa ;\n\n- l'érable.\n\nPoser les filets.\n\nCCS : Restaurer\n\nDater un instrument.\n",
	),
	annexe(
		'**Régler un instrument**\n\n1. Tailler l’âme.\n\n2. Poser le chevalet.\n\nOption guitare\n\n**Fretter**\n\nPoser les frettes.\n',
	),
];

const PUCES = ['•', '-', '–', '*', 'o', '■', '➢', '\uf0b7', ''];

/** A fault of transcription, at a random place. */
const faute = fc.oneof(
	...(
		[
			'couper',
			'supprimer',
			'joindre',
			'doubler',
			'puce',
			'casse',
			'espace',
			'saut',
			'insecable',
			'blanc',
			'retrait',
			'etoiles',
		] as const
	).map((sorte) =>
		fc.record({
			sorte: fc.constant(sorte),
			place: fc.double({ min: 0, max: 0.9999, noNaN: true }),
			ou: fc.double({ min: 0, max: 0.9999, noNaN: true }),
		}),
	),
);
type Faute = typeof faute extends fc.Arbitrary<infer T> ? T : never;

const appliquer = (lignes: readonly string[], { sorte, place, ou }: Faute): string[] => {
	const i = Math.floor(place * lignes.length);
	const ligne = lignes[i] ?? '';
	const avec = (...remplacement: string[]) => [...lignes.slice(0, i), ...remplacement, ...lignes.slice(i + 1)];
	const milieu = Math.floor(ou * ligne.length);
	switch (sorte) {
		case 'couper':
			return avec(ligne.slice(0, milieu), ligne.slice(milieu));
		case 'supprimer':
			return avec();
		case 'joindre':
			return [...lignes.slice(0, i), `${ligne} ${lignes[i + 1] ?? ''}`, ...lignes.slice(i + 2)];
		case 'doubler':
			return avec(ligne, ligne);
		case 'puce':
			return avec(`${PUCES[Math.floor(ou * PUCES.length)]} ${ligne.replace(/^\s*[•o*■–-]\s/u, '')}`);
		case 'casse':
			return avec(ou < 0.5 ? ligne.toUpperCase() : ligne.toLowerCase());
		case 'espace':
			return avec(`${ligne.slice(0, milieu)} ${ligne.slice(milieu)}`);
		case 'saut':
			return avec(`\f${ligne}`);
		case 'insecable':
			return avec(ligne.replaceAll(' ', '\u00a0'));
		case 'blanc':
			return avec('', ligne, '');
		case 'retrait':
			return avec(`${' '.repeat(Math.floor(ou * 6))}${ligne}`);
		default:
			return avec(ou < 0.5 ? `**${ligne}` : `**${ligne}**`);
	}
};

const FORMES: Record<string, (texte: string) => string> = {
	telle: (t) => t,
	crlf: (t) => t.replaceAll('\n', '\r\n'),
	cr: (t) => t.replaceAll('\n', '\r'),
	bom: (t) => `\ufeff${t}`,
	nfd: (t) => t.normalize('NFD'),
	latin1: (t) =>
		decoder(Uint8Array.from(Buffer.from([...t].map((c) => (c.charCodeAt(0) > 255 ? "'" : c)).join(''), 'latin1')))
			.texte,
};

const compter = (textes: readonly string[]): Map<string, number> => {
	const compte = new Map<string, number>();
	// « o » may be a bullet, which is not a word.
	for (const mot of textes.flatMap(mots)) if (mot !== 'o') compte.set(mot, (compte.get(mot) ?? 0) + 1);
	return compte;
};

/** Expected count of each word: those of the input, without what repairs removed, with what they added. */
const attendus = (texte: string, lecture: Lecture): Map<string, number> => {
	const compte = compter([texte.normalize('NFC').replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')]);
	for (const r of lecture.reparations) {
		if (r.motif.startsWith('appel de la note')) continue;
		for (const [mot, n] of compter([r.avant])) compte.set(mot, (compte.get(mot) ?? 0) - n);
		for (const [mot, n] of compter([r.apres])) compte.set(mot, (compte.get(mot) ?? 0) + n);
	}
	return compte;
};

describe('rien ne se perd', () => {
	it('les mots de la sortie et ceux qui restent sont ceux de l’entrée, en nombre, quelles que soient les fautes', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...DOCUMENTS),
				fc.array(faute, { maxLength: 12 }),
				fc.constantFrom(...Object.keys(FORMES)),
				(document, fautes, forme) => {
					const texte = (FORMES[forme] as (t: string) => string)(
						fautes.reduce(appliquer, document.split('\n')).join('\n'),
					);
					let lecture: Lecture;
					try {
						lecture = lireDocument(texte);
					} catch (erreur) {
						// A document that is too damaged is refused in one line; « défaut » would be a bug of the importer.
						expect(erreur).toBeInstanceOf(Refus);
						expect((erreur as Refus).message).not.toMatch(/défaut|\n/u);
						return;
					}
					const sortis = compter(textesDe({ ...lecture, remarques: [] }));
					// A heading between blocs is quoted in a remark.
					for (const remarque of lecture.remarques)
						for (const [mot, n] of compter([/« (.*) » :/u.exec(remarque)?.[1] ?? '']))
							sortis.set(mot, (sortis.get(mot) ?? 0) + n);
					const entres = attendus(texte, lecture);
					const ecarts = [...new Set([...sortis.keys(), ...entres.keys()])].filter(
						(m) => (sortis.get(m) ?? 0) !== (entres.get(m) ?? 0),
					);
					expect(ecarts).toEqual([]);
				},
			),
			{ numRuns: 250 },
		);
	});

	it('la forme du fichier ne change rien à ce qui est lu', () => {
		for (const document of DOCUMENTS)
			for (const [nom, forme] of Object.entries(FORMES))
				if (nom !== 'latin1') expect(lireDocument(forme(document)), nom).toEqual(lireDocument(document));
	});

	it('un texte en Latin-1 ou en Windows-1252 se lit comme le même en UTF-8', () => {
		const texte = annexe('1. Régler un instrument\n\nPréparer l’âme, « cœur » de l’instrument.\n');
		const octets = [...texte].map((c) => ({ '’': 0x92, œ: 0x9c })[c] ?? c.charCodeAt(0));
		expect(decoder(Uint8Array.from(octets))).toEqual({ texte, encodage: 'Windows-1252' });
	});
});

describe('le Markdown écrit montre le texte tel quel', () => {
	const signes = fc.constantFrom(
		...'*_[]<>#+-=.()!&;|~`\\^:/@"’1aé X«»'.split(''),
		'  ',
		'<b>',
		'&amp;',
		'<!-- blocs -->',
		'[^1]',
		'http://a.fr',
		'www.a.fr',
		'a@b.fr',
		'1. ',
		'- ',
		'> ',
		'---',
		'](x)',
	);
	const texte = fc
		.array(signes, { minLength: 1, maxLength: 24 })
		.map((s) => espaces(s.join('')))
		.filter((t) => /[\p{L}\p{N}]/u.test(t));

	it('aucun signe du texte n’est pris pour du balisage', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({ sorte: fc.constantFrom('paragraphe' as const, 'item' as const, 'titre' as const), texte }),
					{ minLength: 1, maxLength: 6 },
				),
				(textes) => {
					const elements = textes.map((t) =>
						t.sorte === 'titre'
							? { ...t, sorte: 'titre' as const, rang: 2 as const, lignes: [] }
							: { ...t, lignes: [] },
					);
					const relus = elementsDuCorps(rendreCorps(elements as never).corps);
					expect(relus.map((e) => ('texte' in e ? [e.sorte, e.texte] : [e.sorte]))).toEqual(
						elements.map((e) => [e.sorte, e.texte]),
					);
				},
			),
			{ numRuns: 300 },
		);
	});
});

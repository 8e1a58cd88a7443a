import { describe, expect, it } from 'vitest';
import { lireDocument } from '../../../src/importation/lire.ts';
import { couperListe } from '../../../src/importation/rncp-liste.ts';
import { annexe, blocsDe, CAPACITES } from './annexes.ts';

/** Annexes that look regular but are not: each must be read correctly, doubted or refused, never silently misread. */

const motifs = (activites: string): string[] => lireDocument(annexe(activites)).doutes.map((d) => d.motif);
const lus = (activites: string) => blocsDe(annexe(activites)).map((b) => [b.intitule, b.competences]);
const alineas = (...lignes: string[]): string => `${lignes.join('\n\n')}\n`;
const refus = (texte: string): string => {
	try {
		lireDocument(texte);
	} catch (erreur) {
		return (erreur as Error).message;
	}
	return 'lu';
};

describe('une numérotation qui ne se suit pas', () => {
	it('peut commencer à zéro', () => {
		expect(lus(alineas('0. Choisir', 'Trier le bois.', '1. Régler', 'Poser les cordes.'))).toEqual([
			['Choisir', ['Trier le bois.']],
			['Régler', ['Poser les cordes.']],
		]);
		expect(motifs(alineas('0. Choisir', 'Trier le bois.', '1. Régler', 'Poser les cordes.'))).toEqual([]);
	});

	it.each([
		[['1. Choisir', 'Trier.', '3. Régler', 'Poser.'], 'bloc numéroté « 3. » après « 1. »'],
		[['2. Choisir', 'Trier.', '3. Régler', 'Poser.'], 'bloc numéroté « 2. » en tête de liste'],
		[['1. Choisir', 'Trier.', '1. Ranger', 'Poser.', '2. Vernir', 'Polir.'], 'bloc numéroté « 1. » après « 1. »'],
		[['CCP 1 – Choisir', 'Trier.', 'CCP 4 – Régler', 'Poser.'], 'bloc numéroté « CCP 4 – » après « CCP 1 – »'],
		[['CCP A – Choisir', 'Trier.', 'CCP C – Régler', 'Poser.'], 'bloc numéroté « CCP C – » après « CCP A – »'],
		[['1. Choisir', '1.1 Trier.', '1.3 Fendre.'], 'compétence numérotée « 1.3 » après « 1.1 »'],
		[['1. Choisir', '1.1 Trier.', '2. Régler', '2.2 Poser.'], 'compétence numérotée « 2.2 » en tête de liste'],
	])('%j : un numéro manque ou revient, et c’est un doute', (lignes, motif) => {
		expect(motifs(alineas(...lignes))).toEqual([expect.stringContaining(motif)]);
	});

	it('recommence à un sous un autre type de bloc ou sous un intertitre, et continue d’un bloc à l’autre', () => {
		const ccs = ['1. Choisir', 'Trier.', 'Certificats complémentaires de spécialisation', '1. Dorer', 'Polir.'];
		expect(motifs(alineas(...ccs))).toEqual([]);
		const options = [
			'1. Choisir',
			'Trier.',
			'Option harpe',
			'2. Régler',
			'Poser.',
			'Option luth',
			'2. Régler',
			'Tendre.',
		];
		expect(motifs(alineas(...options))).toEqual([]);
		expect(motifs(alineas('1. Choisir', '1) Trier.', '2) Fendre.', '2. Régler', '3) Poser.', '4) Tendre.'))).toEqual(
			[],
		);
	});
});

describe('un bloc dont l’intitulé a une forme inconnue', () => {
	it.each(['CCP n° 1 et 2', 'CCP 1 et CCP 2 – Choisir et régler', 'Activité type 1 et 2'])(
		'« %s » avant le premier bloc connu est refusé : ses compétences seraient de la prose',
		(intitule) => {
			const texte = annexe(alineas(intitule, 'Trier.', 'Poser.', 'CCP 3 – Vernir', 'Polir.'));
			expect(refus(texte)).toMatch(/^ligne \d+ : « .* a l’air d’un intitulé de bloc/u);
		},
	);

	it.each(['①', 'AP1 :', 'AT-1', 'ＣＣＰ １ –', '§ 1'])(
		'« %s » de chaque bloc est refusé, au lieu d’en faire des compétences',
		(marque) => {
			const texte = alineas(`${marque} Choisir`, 'Trier.', `${marque.replace(/[1１]/u, '2')} Régler`, 'Poser.');
			expect(refus(annexe(texte))).toMatch(/^ligne \d+ : « .* Choisir » a l’air d’un intitulé de bloc/u);
		},
	);

	it('les items d’une liste qui en ont une sous eux sont des blocs, et c’est un doute', () => {
		const texte = '- Choisir\n    - Trier.\n    - Fendre.\n- Régler\n    - Poser.\n';
		expect(lus(texte)).toEqual([
			['Choisir', ['Trier.', 'Fendre.']],
			['Régler', ['Poser.']],
		]);
		expect(motifs(texte)).toHaveLength(2);
	});

	it('des compétences avant le premier intitulé sont un doute', () => {
		expect(motifs(alineas('Trier le bois.', 'Fendre le bois.', 'CCP 1 – Vernir', 'Polir le fond.'))).toEqual([
			expect.stringContaining('ligne d’avant le premier bloc'),
			expect.stringContaining('ligne d’avant le premier bloc'),
		]);
	});

	it.each([
		['Certificat complémentaire de spécialité n° 2 : Dorer'],
		['Certificat complémentaire : Dorer'],
		['Certificats complémentaires communs à plusieurs titres\n\n1. Dorer'],
		['Blocs facultatifs du titre\n\n1. Dorer'],
		['Certificat complémentaire de spécialisation « Dorer »'],
	])('« %s » ouvre un CCS', (intitule) => {
		const { blocs } = lireDocument(annexe(alineas('1. Choisir', 'Trier.', intitule, 'Poser la feuille.')));
		expect(blocs.map((b) => [b.type, b.intitule])).toEqual([
			['ccp', 'Choisir'],
			['ccs', 'Dorer'],
		]);
	});
});

describe('deux titres dans un document', () => {
	it('un intertitre qui nomme un autre titre est refusé', () => {
		const texte = annexe(alineas('1. Choisir', 'Trier.', 'Titre professionnel de potier', '1. Tourner', 'Centrer.'));
		expect(refus(texte)).toMatch(/« Titre professionnel de potier » au milieu des activités : deux titres/u);
	});

	it('une seconde liste d’activités est refusée, même sans ses champs', () => {
		const suite = `\nANNEXE II\n\nTITRE PROFESSIONNEL DE POTIER\n\n${CAPACITES}\n1. Tourner\n\nCentrer.\n`;
		expect(refus(annexe(alineas('1. Choisir', 'Trier.')) + suite)).toMatch(
			/^deux annexes dans ce document, ligne \d+/u,
		);
	});
});

describe('un libellé qui trompe', () => {
	it('commence par un nombre, même juste sous l’intitulé', () => {
		const lignes = ['1. Choisir', '2D et 3D : dessiner une forme.', '5S : ranger.', '2. Régler', '3 cordes : tendre.'];
		expect(lus(alineas(...lignes))).toEqual([
			['Choisir', ['2D et 3D : dessiner une forme.', '5S : ranger.']],
			['Régler', ['3 cordes : tendre.']],
		]);
	});

	it.each([
		'~~Fendre le bois.~~',
		'<p><s>Fendre le bois.</s></p>',
		'<del>Fendre</del><ins>Scier</ins> le bois.',
		'<span style="color:red; text-decoration: line-through">Fendre le bois.</span>',
	])('« %s » : un texte barré est refusé, avec sa ligne', (barre) => {
		expect(refus(annexe(alineas('1. Choisir', 'Trier.', barre)))).toMatch(/^ligne \d+ : texte barré/u);
	});

	it('un tilde, un soulignement, une insertion ne barrent rien', () => {
		expect(lus(alineas('1. Choisir', 'Trier ~ 30 lots.', '<u>Fendre</u> le bois <ins>sec</ins>.'))).toEqual([
			['Choisir', ['Trier ~ 30 lots.', 'Fendre le bois sec.']],
		]);
	});

	it.each(['Fendre (abrogé).', 'Fendre [supprimée par l’arrêté du 3 mai 2012].'])('« %s » est un doute', (libelle) => {
		expect(motifs(alineas('1. Choisir', 'Trier.', libelle))).toEqual([
			'le texte dit que ceci n’est plus en vigueur : à ôter ?',
		]);
	});

	it('des références de caractères dans un texte sans balise sont leurs caractères', () => {
		expect(lus(alineas('1. Choisir &amp; trier', 'Trier l&rsquo;&eacute;rable &#8211; sec.'))).toEqual([
			['Choisir & trier', ['Trier l’érable – sec.']],
		]);
	});
});

describe('un tableau d’activités', () => {
	const gfm = (...rangees: string[][]) =>
		rangees.map((r, i) => `| ${r.join(' | ')} |${i === 0 ? `\n|${r.map(() => '---|').join('')}` : ''}`).join('\n');
	const BLOCS = [
		['Choisir', ['Trier.', 'Fendre.']],
		['Régler', ['Poser.']],
	];

	it('se lit dans tout ordre de ses colonnes', () => {
		expect(lus(gfm(['Compétences', 'CCP'], ['Trier.<br>Fendre.', 'Choisir'], ['Poser.', 'Régler']))).toEqual(BLOCS);
		const html = `<table><tr><th>Compétences</th><th>Activités types</th></tr><tr><td>Trier.</td><td rowspan="2">Choisir</td></tr><tr><td>Fendre.</td></tr><tr><td>Poser.</td><td>Régler</td></tr></table>`;
		expect(lus(html)).toEqual(BLOCS);
	});

	it('peut avoir une colonne vide', () => {
		expect(
			lus(
				gfm(['N°', '', 'CCP', 'Compétences'], ['1', '', 'Choisir', 'Trier.<br>Fendre.'], ['2', '', 'Régler', 'Poser.']),
			),
		).toEqual(BLOCS);
	});

	it('d’une colonne qui n’est ni des blocs ni des compétences est refusé, et la colonne nommée', () => {
		expect(refus(annexe(gfm(['CCP', 'Compétences', 'Critères'], ['Choisir', 'Trier.', 'Le tri est bon.'])))).toMatch(
			/^ligne \d+ : tableau d’activités dont la colonne « Critères »/u,
		);
	});
});

describe('ce qu’une transcription porte sans le montrer', () => {
	it.each([
		'<p style="display: none">Vernir.</p>',
		'<!--\nVernir.\n-->',
		'<li hidden>Vernir.</li>',
		'<script>var bois = "Vernir.";</script>',
	])('%s est refusé, avec sa ligne', (cache) => {
		expect(refus(annexe(alineas('1. Régler', 'Poser les cordes.', cache)))).toMatch(
			/^ligne \d+ : ce que la page ne montre pas/u,
		);
	});

	it('une compétence en capitales n’est pas la suite d’un intitulé en capitales', () => {
		const activites = alineas('1. REGLER UN INSTRUMENT', 'POSER LES CORDES.', 'CONTROLER LA JUSTESSE.');
		expect(lus(activites)).toEqual([['REGLER UN INSTRUMENT', ['POSER LES CORDES.', 'CONTROLER LA JUSTESSE.']]]);
		expect(motifs(activites)).toEqual(['ligne en capitales sous un intitulé en capitales, lue comme une compétence']);
	});

	it('un code de bloc d’une autre fiche est un doute', () => {
		const activites = alineas('1. Choisir (RNCP90001BC01)', 'Trier.', '2. Régler (RNCP90007BC02)', 'Poser.');
		expect(motifs(activites)).toEqual(['code RNCP90007BC02 d’une autre fiche que RNCP90001BC01']);
	});
});

describe('une liste numérotée sous une compétence qui n’a pas de numéro', () => {
	const autour = (...liste: string[]) => [
		'1. Choisir',
		'Trier le bois.',
		...liste,
		'Ranger le bois.',
		'2. Régler',
		'Poser les cordes.',
	];

	it.each([
		[['Préparer l’établi :', '1) Nettoyer la table.', '2) Affûter les lames.'], 0],
		[['Préparer l’établi :', 'a. nettoyer la table ;', 'b. affûter les lames.'], 0],
		[['Préparer l’établi', '1) nettoyer la table ;', '2) affûter les lames.'], 2],
		[['Préparer l’établi', 'i) nettoyer la table ;', 'ii) affûter les lames.'], 2],
	])('en est le détail : %j, avec %i doutes', (liste, doutes) => {
		expect(lus(alineas(...autour(...liste)))[0]).toEqual([
			'Choisir',
			['Trier le bois.', liste.join(' '), 'Ranger le bois.'],
		]);
		expect(motifs(alineas(...autour(...liste)))).toEqual(
			Array.from({ length: doutes }, () => 'numéro sous une compétence qui n’en a pas, lu comme un détail de celle-ci'),
		);
	});

	it('une compétence sans numéro parmi d’autres qui en ont reste une compétence', () => {
		const texte = alineas('CCP 1 – Choisir', 'Trier le bois.', '2) Fendre le bois.', '3) Scier le bois.', '4) Ranger.');
		expect(lus(texte)[0]?.[1]).toHaveLength(4);
	});
});

describe('des marques de compétences', () => {
	it.each(['a. |b. ', 'i) |ii) ', 'a) |b) ', '_ |_ ', '§ |§ ', 'Ø |Ø ', 'ü |ü ', 'v |v ', '√ |√ ', '. |. '])(
		'« %s » n’entrent pas dans les libellés, même sans point à la fin',
		(marques) => {
			const [a = '', b = ''] = marques.split('|');
			const texte = alineas('CCP 1 – Choisir', `${a}Trier le bois`, `${b}Fendre le bois`);
			expect(lus(texte)).toEqual([['Choisir', ['Trier le bois', 'Fendre le bois']]]);
		},
	);

	it('un signe d’avant une minuscule ou un chiffre est du texte', () => {
		const texte = alineas('CCP 1 – Choisir', '- Percer un trou', 'Ø 12 dans le bois.', '- Trier le bois.');
		expect(lus(texte)[0]?.[1]).toEqual(['Percer un trou Ø 12 dans le bois.', 'Trier le bois.']);
	});
});

describe('le numéro d’un bloc', () => {
	it.each([
		'CCP nº 1 – |CCP nº 2 – ',
		'CCP no 1 : |CCP no 2 : ',
		'CCP numéro 1 – |CCP numéro 2 – ',
		'Activité type no 1. |Activité type no 2. ',
		'Nº 1 – |Nº 2 – ',
	])('« %s » se lit comme « n° 1 »', (marques) => {
		const [a = '', b = ''] = marques.split('|');
		const texte = alineas(`${a}Choisir`, 'Trier le bois.', `${b}Régler`, 'Poser les cordes.');
		expect(lus(texte)).toEqual([
			['Choisir', ['Trier le bois.']],
			['Régler', ['Poser les cordes.']],
		]);
	});
});

describe('des signes mal encodés', () => {
	it.each(['R&amp;eacute;gler', 'R&amp;#233;gler', 'R&amp;amp;eacute;gler', 'R&#38;eacute;gler'])(
		'« %s », encodé deux fois ou plus, se lit, et c’est dit',
		(titre) => {
			const { blocs, reparations } = lireDocument(annexe(alineas(`1. ${titre}`, 'Poser les cordes.')));
			expect(blocs[0]?.intitule).toBe('Régler');
			expect(reparations.map((r) => r.motif)).toEqual(['référence de caractère encodée deux fois']);
		},
	);

	it('une esperluette encodée une fois n’est pas une réparation', () => {
		const { blocs, reparations } = lireDocument(annexe(alineas('1. Choisir &amp; trier', 'Poser les cordes.')));
		expect([blocs[0]?.intitule, reparations]).toEqual(['Choisir & trier', []]);
	});

	it('un signe qui en montre les lettres dans un autre ordre est refusé, avec sa ligne', () => {
		expect(refus(annexe(alineas('1. Choisir', '\u202e.reirT\u202c')))).toMatch(/^ligne \d+ : un signe invisible/u);
		expect(lus(alineas('1. Choisir', '\u200fTrier.'))).toEqual([['Choisir', ['Trier.']]]);
	});

	it('des lettres et des chiffres numérotent les compétences d’un bloc', () => {
		for (const [a, b, c] of [
			['1.a', '1.b', '2.a'],
			['C1', 'C2', 'C3'],
		]) {
			const texte = alineas('CCP 1 – Choisir', `${a} Trier.`, `${b} Fendre.`, 'CCP 2 – Régler', `${c} Poser.`);
			expect(lus(texte)).toEqual([
				['Choisir', ['Trier.', 'Fendre.']],
				['Régler', ['Poser.']],
			]);
			expect(motifs(texte)).toEqual([]);
		}
	});

	it.each(['RÃ©gler', 'Régler lâ€™instrument', 'Ã€ régler', 'Régler Â« à vide Â»'])(
		'« %s », de l’UTF-8 lu comme du Windows-1252, est refusé',
		(titre) => {
			expect(refus(annexe(alineas(`1. ${titre}`, 'Poser les cordes.')))).toMatch(/^ligne \d+ : accents mal décodés/u);
		},
	);
});

describe('un bloc que le document reprend', () => {
	it.each([
		['1. Choisir', '1. Choisir (suite)'],
		['CCP 1 – Choisir', 'CCP 1 (suite) – Choisir'],
		['**Choisir**', '**Choisir (fin)**'],
		['CCP 1 – Choisir', 'CCP 1 – Choisir – suite'],
		['1. Choisir', '1. Choisir (suite et fin)'],
	])('« %s » puis « %s » n’en font qu’un', (premier, suite) => {
		const fin = premier.startsWith('**') ? '**Régler**' : premier.replace('1', '2').replace('Choisir', 'Régler');
		const texte = alineas(premier, 'Trier le bois.', suite, 'Fendre le bois.', fin, 'Poser les cordes.');
		expect(lus(texte)).toEqual([
			['Choisir', ['Trier le bois.', 'Fendre le bois.']],
			['Régler', ['Poser les cordes.']],
		]);
		expect(motifs(texte)).toEqual([]);
	});

	it.each(['CCP – Choisir', 'CCP 1 – Choisir'])(
		'« %s » deux fois sans « suite » est un doute, avec sa ligne',
		(titre) => {
			const texte = annexe(alineas(titre, 'Trier le bois.', titre, 'Fendre le bois.'));
			const { blocs, doutes } = lireDocument(texte);
			expect(blocs).toHaveLength(1);
			expect(doutes.map((d) => [d.motif, texte.split('\n')[d.ligne - 1]])).toEqual([
				['intitulé imprimé deux fois : un seul bloc, lu ainsi, ou deux ?', titre],
			]);
		},
	);

	it('deux blocs de même titre, sous deux intertitres, restent deux', () => {
		const texte = alineas('Option violon', '1. Choisir', 'Trier.', 'Option alto', '1. Choisir', 'Fendre.');
		expect(lus(texte)).toHaveLength(2);
		expect(motifs(texte)).toEqual([]);
	});

	it('deux blocs de même titre et de deux numéros restent deux', () => {
		expect(lus(alineas('CCP 1 – Choisir', 'Trier.', 'CCP 2 – Choisir', 'Fendre.'))).toHaveLength(2);
	});
});

describe('un CCS', () => {
	it.each([['Dorer (certificat complémentaire de spécialisation)'], ['Dorer (CCS)'], ['Dorer (facultatif)']])(
		'se reconnaît à la fin de son intitulé : « %s »',
		(intitule) => {
			const { blocs } = lireDocument(annexe(alineas('1. Choisir', 'Trier.', `2. ${intitule}`, 'Poser la feuille.')));
			expect(blocs.map((b) => [b.type, b.intitule])).toEqual([
				['ccp', 'Choisir'],
				['ccs', intitule],
			]);
		},
	);

	it('s’annonce par une phrase sur le titre, qui n’est pas un second titre', () => {
		const phrase = 'Le titre professionnel peut être complété par le certificat complémentaire suivant :';
		const { blocs } = lireDocument(annexe(alineas('1. Choisir', 'Trier.', phrase, '1. Dorer', 'Poser la feuille.')));
		expect(blocs.map((b) => [b.type, b.intitule])).toEqual([
			['ccp', 'Choisir'],
			['ccs', 'Dorer'],
		]);
	});
});

describe('une note sous la liste des compétences', () => {
	it.each([
		['Trier le bois*.', '* Selon la saison.'],
		['Trier le bois1.', '1 Selon la saison.'],
		['Trier le bois¹.', '1 Selon la saison.'],
		['Trier le bois (1).', '(1) Selon la saison.'],
	])('appelée par « %s » n’est pas une compétence', (libelle, note) => {
		const lecture = lireDocument(annexe(alineas('1. Choisir', libelle, 'Fendre le bois.', note)));
		expect(lecture.blocs[0]?.competences.map((c) => c.libelle)).toEqual(['Trier le bois.', 'Fendre le bois.']);
		expect(lecture.elements).toContainEqual(expect.objectContaining({ sorte: 'note', texte: 'Selon la saison.' }));
		expect(lecture.doutes).toEqual([]);
	});

	it('une liste à étoiles reste une liste, même si un mot est suivi d’une étoile', () => {
		const texte = alineas('CCP 1 – Choisir', '* Trier le bois*', '* Fendre le bois', '* Scier le bois');
		expect(lus(texte)[0]?.[1]).toHaveLength(3);
	});
});

describe('un mot coupé à la fin d’une page', () => {
	it('est recollé quand le document l’a entier', () => {
		const texte = alineas('1. Choisir', 'Trier les instru-\n\n\fments de musique.', 'Ranger les instruments.');
		expect(lus(texte)[0]?.[1]).toEqual(['Trier les instruments de musique.', 'Ranger les instruments.']);
	});
});

describe('les colonnes de numéros d’un tableau d’activités', () => {
	const HTML = `<table><tr><th>N° AT</th><th>Activités types</th><th>N° CP</th><th>Compétences</th></tr>
<tr><td rowspan="2">1</td><td rowspan="2">Choisir</td><td>1</td><td>Trier le bois</td></tr>
<tr><td>2</td><td>Fendre le bois</td></tr>
<tr><td>2</td><td>Régler</td><td>3</td><td>Poser les cordes</td></tr></table>`;
	it('ne sont ni des blocs ni des compétences', () => {
		expect(lus(HTML)).toEqual([
			['Choisir', ['Trier le bois', 'Fendre le bois']],
			['Régler', ['Poser les cordes']],
		]);
		expect(motifs(HTML)).toEqual([]);
	});

	it('le nom d’un bloc répété à chaque rangée n’en fait qu’un', () => {
		const md = '| CCP | Compétences |\n| --- | --- |\n| Choisir | Trier |\n| Choisir | Fendre |\n| Régler | Poser |\n';
		expect(lus(md)).toEqual([
			['Choisir', ['Trier', 'Fendre']],
			['Régler', ['Poser']],
		]);
	});
});

describe('ce que seules les capitales, les blancs ou les tabulations distinguent', () => {
	it('des titres en capitales, numérotés sans signe', () => {
		expect(lus(alineas('1 CHOISIR LE BOIS', 'Trier.', '2 REGLER LES CORDES', 'Poser.'))).toEqual([
			['CHOISIR LE BOIS', ['Trier.']],
			['REGLER LES CORDES', ['Poser.']],
		]);
		expect(lus(alineas('2 CORDES', 'Trier.', 'REGLER LES CORDES', 'Poser.'))[0]?.[0]).toBe('2 CORDES');
	});

	it('des compétences qui sont des noms, sans point : aucune n’est perdue, et c’est un doute', () => {
		const noms = ['1. Choix du bois', 'Tri du bois', 'Sciage du bois', '2. Réglage', 'Pose des cordes', 'Accord'];
		expect(lus(alineas(...noms))).toEqual([
			['Choix du bois', ['Tri du bois', 'Sciage du bois']],
			['Réglage', ['Pose des cordes', 'Accord']],
		]);
		expect(motifs(alineas(...noms))).toHaveLength(2);
		expect(motifs(`${noms.join('\n')}\n`)).toEqual([
			'capitale en début de ligne, lue comme une suite',
			'capitale en début de ligne, lue comme une suite',
		]);
	});

	it('un titre et une compétence que sépare une tabulation', () => {
		expect(lus('CCP 1 – Choisir le bois\tTrier le bois.\n\tFendre le bois.\n')).toEqual([
			['Choisir le bois', ['Trier le bois.', 'Fendre le bois.']],
		]);
		expect(lus('CCP 1 – Choisir le bois    Trier le bois.\n                Fendre le bois.\n')).toEqual([
			['Choisir le bois', ['Trier le bois.', 'Fendre le bois.']],
		]);
		expect(lus('CCP 1\tChoisir le bois\n1.1\tTrier le bois.\n1.2\tFendre le bois.\n')).toEqual([
			['Choisir le bois', ['Trier le bois.', 'Fendre le bois.']],
		]);
	});

	it('deux textes que sépare un grand blanc sont deux lignes, et c’est un doute si rien d’autre ne les distingue', () => {
		const motif = 'après un grand blanc, lu comme une autre ligne';
		expect(motifs('CCP 1 – Choisir le bois\tTrier le bois.\n')).toEqual([]);
		expect(motifs('CCP 1 – Choisir\nTrier le bois sec.   Fendre le bois.\n')).toEqual([]);
		expect(motifs('CCP 1 – Choisir\nTrier le bois sec   Fendre le bois.\nScier.\n')).toContain(motif);
		const phrase = 'CCP 1 – Choisir\nTrier le bois de\tNorvège.\nScier le bois (sec   Ou vert).\n';
		expect(lus(phrase)).toEqual([['Choisir', ['Trier le bois de Norvège.', 'Scier le bois (sec Ou vert).']]]);
		expect(motifs(phrase)).toEqual([]);
	});

	it('une ligne sans puce, à part sous une liste à puces, est un doute', () => {
		const texte = alineas('CCP 1 – Choisir', '• Trier le bois', 'Compétences annexes', '• Fendre le bois');
		expect(motifs(texte)).toEqual(['ligne sans puce, lue comme la suite de la compétence']);
	});

	it.each([
		['un mot mêle deux alphabets : lettre mal copiée ?', 'Тrier le bois.'],
		['« ou » entre deux libellés : une compétence, ou deux ?', 'Tresser le fond ; ou Tresser le bord.'],
		['renvoi à un autre document, au lieu d’un libellé ?', 'Voir le référentiel'],
		['« ? » au milieu d’un mot : lettre perdue ?', 'R?gler le bois.'],
		['plus de mille signes : plusieurs libellés, ou autre chose ?', `Trier ${'le bois '.repeat(150)}.`],
	])('d’un libellé, un doute : %s', (motif, libelle) => {
		expect(motifs(alineas('1. Choisir', libelle))).toContain(motif);
		expect(couperListe(`- ${libelle}    - Fendre le bois.`).doutes).toEqual([{ texte: libelle, motif }]);
	});

	it('la ligne d’un sommaire est un doute', () => {
		expect(motifs(alineas('1. Choisir ......... 3', 'Trier le bois.'))).toEqual([
			'points de conduite : ligne d’un sommaire ?',
		]);
	});
});

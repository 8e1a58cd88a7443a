import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Difference, difference, passages } from '../../../src/domaine/texte/difference.ts';
import { memeLibelle } from '../../../src/domaine/texte/normaliser.ts';

const avantDe = ({ segments }: Difference) =>
	segments.map((s) => (s.type === 'egal' ? s.avant : s.type === 'supprime' ? s.texte : '')).join('');
const apresDe = ({ segments }: Difference) =>
	segments.map((s) => (s.type === 'egal' ? s.apres : s.type === 'ajoute' ? s.texte : '')).join('');
/** Both sentences on one line, with what only one of them has between brackets. */
const montre = ({ segments }: Difference) =>
	segments
		.map((s) => (s.type === 'egal' ? s.apres : s.type === 'supprime' ? `[-${s.texte}-]` : `[+${s.texte}+]`))
		.join('');

describe('la différence de deux phrases, mot à mot', () => {
	it.each([
		[
			'Exploiter les réseaux informatiques de l’entreprise',
			'Exploiter et sécuriser les réseaux locaux de l’entreprise.',
			'Exploiter [+et sécuriser +]les réseaux [-informatiques -][+locaux +]de l’entreprise.',
		],
		['Gérer les comptes utilisateurs', 'Gérer les comptes', 'Gérer les comptes[- utilisateurs-]'],
		['Gérer l’accès', "Gérer l'accès", "Gérer l'accès"],
		['Evaluer les ressources', 'Évaluer les ressources', 'Évaluer les ressources'],
		['de la base', 'de l’entrée de la base', 'de [+l’entrée de +]la base'],
		['Configurer l’accès local', 'Configurer l’accès, local', 'Configurer l’accès[- -][+, +]local'],
		['Configurer l’accès, local', 'Configurer l’accès local', 'Configurer l’accès[-, -][+ +]local'],
		['Gérer les comptes', 'Gérer les comptes utilisateurs', 'Gérer les comptes[+ utilisateurs+]'],
		['Utiliser des formes communes', 'Utiliser des formés communes', 'Utiliser des [-formes -][+formés +]communes'],
		['Relever le cote du parc', 'Relever le côté du parc', 'Relever le [-cote -][+côté +]du parc'],
		['METTRE EN ŒUVRE un réseau local', 'Mettre en oeuvre un réseau', 'Mettre en oeuvre un réseau[- local-]'],
		[
			'Le plan d’éva\u00adlua\u00adtion du parc',
			'Le plan d’évaluation des postes',
			'Le plan d’évaluation [-du parc-][+des postes+]',
		],
		['Un bureau sous\u2011traité, local', 'Un bureau sous-traité', 'Un bureau sous-traité[-, local-]'],
		['Gérer le parc et / ou le réseau', 'Gérer le parc et/ou le poste', 'Gérer le parc et/ou le [-réseau-][+poste+]'],
		['Gérer TCP/IP sur un réseau', 'Gérer TCP / IP sur un poste', 'Gérer TCP / IP sur un [-réseau-][+poste+]'],
		['Suivre le « socle » local', 'Suivre le “socle” distant', 'Suivre le “socle” [-local-][+distant+]'],
		['Suivre le parc – le réseau', 'Suivre le parc - le poste', 'Suivre le parc - le [-réseau-][+poste+]'],
		[
			'Gérer un outil back-end sûr',
			'Gérer un outil back-office sûr',
			'Gérer un outil [-back-end -][+back-office +]sûr',
		],
		['Suivre un parc... ou un poste', 'Suivre un parc… ou un pays', 'Suivre un parc… ou un [-poste-][+pays+]'],
		['Suivre un réseau ;', 'Suivre un poste.', 'Suivre un [-réseau-][+poste+].'],
		['Suivre un réseau ;', 'Suivre un poste ;', 'Suivre un [-réseau -][+poste +];'],
	])('%s → %s', (avant, apres, attendu) => expect(montre(difference(avant, apres))).toBe(attendu));

	it('absorbe un mot-outil isolé entre deux changements, chaque côté avec sa graphie', () => {
		const d = difference(
			'Suivre les performances des réseaux De la mairie du village',
			'Suivre les performances des postes de La ville du village',
		);
		expect(d.segments).toContainEqual({ type: 'supprime', texte: 'réseaux De la mairie ' });
		expect(d.segments).toContainEqual({ type: 'ajoute', texte: 'postes de La ville ' });
	});

	it('donne une suppression puis un ajout par passage', () => {
		const { segments } = difference('a b c d e f g h', 'a b x y e f g h');
		expect(segments.map((s) => s.type)).toEqual(['egal', 'supprime', 'ajoute', 'egal']);
	});

	it('montre les deux phrases entières, sans marque, sous deux cinquièmes de mots communs', () => {
		const avant = 'Préparer les contrats de services';
		const apres = 'Superviser une infrastructure distribuée';
		expect(difference(avant, apres)).toEqual({
			marquee: false,
			segments: [
				{ type: 'supprime', texte: avant },
				{ type: 'ajoute', texte: apres },
			],
		});
	});

	it.each([
		['deux mots sur cinq, c’est assez', 'gérer serveur alpha bêta gamma', 'gérer serveur delta epsilon zêta', true],
		['un mot sur cinq, non', 'gérer alpha bêta gamma delta', 'gérer epsilon zêta êta thêta', false],
		[
			'les mêmes mots dans un autre ordre, non',
			'annuaire serveur réseau poste',
			'poste réseau serveur annuaire',
			false,
		],
		[
			'un mot répété ne compte qu’autant qu’en face',
			'réseau réseau réseau réseau',
			'réseau alpha bêta gamma delta',
			false,
		],
		['la ponctuation ne compte pas', 'alpha, bêta, gamma,', 'delta, epsilon, zêta,', false],
		[
			'ni celle qui est à sa place entre des mots déplacés',
			'alpha, bêta, gamma, delta',
			'delta, gamma, bêta, alpha',
			false,
		],
		['ni une suite de signes', 'alpha « ( / bêta', 'bêta « ( / alpha', false],
		['un point final non plus', 'gérer serveur alpha bêta gamma.', 'gérer serveur delta epsilon zêta', true],
	])('marque ou non : %s', (_, avant, apres, marquee) => expect(difference(avant, apres).marquee).toBe(marquee));

	it('rend les phrases entières, point final compris, quand elle ne marque rien', () => {
		for (const [avant, apres] of [
			['Préparer les contrats.', 'Superviser un parc distribué'],
			['annuaire serveur réseau poste.', 'poste réseau serveur annuaire'],
		] as const)
			expect(difference(avant, apres)).toEqual({
				marquee: false,
				segments: [
					{ type: 'supprime', texte: avant },
					{ type: 'ajoute', texte: apres },
				],
			});
	});

	it('met à part le point final d’un seul côté, que la phrase finisse pareil ou non', () => {
		expect(difference('Gérer les accès', 'Gérer les accès.').segments).toEqual([
			{ type: 'egal', avant: 'Gérer les accès', apres: 'Gérer les accès.' },
		]);
		expect(difference('Gérer les accès.', 'Gérer les accès').segments).toEqual([
			{ type: 'egal', avant: 'Gérer les accès.', apres: 'Gérer les accès' },
		]);
		expect(difference('.', '').segments).toEqual([{ type: 'egal', avant: '.', apres: '' }]);
		expect(difference('Gérer les comptes clients', 'Gérer les comptes utilisateurs.').segments.at(-1)).toEqual({
			type: 'egal',
			avant: '',
			apres: '.',
		});
	});

	it.each([
		['Gérer les comptes utilisateurs', 'Gérer les comptes'],
		['Installer un serveur', 'Installer et configurer un serveur'],
		['Gérer les droits d’accès.', 'Gérer les droits.'],
	])('ne marque que des mots : « %s », « %s »', (avant, apres) => {
		const trouvee = difference(avant, apres);
		expect(trouvee.marquee).toBe(true);
		for (const [cote, phrase] of [
			['avant', avant],
			['apres', apres],
		] as const) {
			const coupee = passages(trouvee, cote);
			expect(coupee.map(({ texte }) => texte).join('')).toBe(phrase);
			for (const { texte, change } of coupee) if (change) expect(texte).toBe(texte.trim());
		}
		expect([...passages(trouvee, 'avant'), ...passages(trouvee, 'apres')].some(({ change }) => change)).toBe(true);
	});
	it('coupe chaque phrase où une marque commence ou finit, sans passage vide', () => {
		const trouvee = difference('Gérer les comptes utilisateurs locaux', 'Gérer les comptes distants locaux');
		expect(passages(trouvee, 'avant')).toEqual([
			{ texte: 'Gérer les comptes ', change: false },
			{ texte: 'utilisateurs', change: true },
			{ texte: ' ', change: false },
			{ texte: 'locaux', change: false },
		]);
		expect(passages(trouvee, 'apres').filter(({ change }) => change)).toEqual([{ texte: 'distants', change: true }]);
	});
	it('n’absorbe ni trois mots-outils ni un mot plein', () => {
		const garde = (avant: string, apres: string) =>
			difference(avant, apres).segments.flatMap((s) => (s.type === 'egal' ? [s.apres.trim()] : []));
		expect(garde('Suivre un réseau et de la mairie fixe', 'Suivre un poste et de la ville fixe')).toContain('et de la');
		expect(garde('Suivre un réseau local mairie fixe', 'Suivre un poste local ville fixe')).toContain('local');
		expect(garde('Suivre un réseau et mairie fixe', 'Suivre un poste et ville fixe')).not.toContain('et');
	});

	it('garde les espaces insécables du français', () => {
		const d = difference('Gérer\u00a0: les postes\u202f; les droits', 'Gérer\u00a0: les serveurs\u202f; les droits');
		expect(montre(d)).toBe('Gérer\u00a0: les [-postes\u202f-][+serveurs\u202f+]; les droits');
	});

	it('admet des phrases vides', () => {
		expect(difference('', '')).toEqual({ marquee: true, segments: [] });
		expect(difference('', 'a').segments).toEqual([{ type: 'ajoute', texte: 'a' }]);
		expect(difference(' a', '').segments).toEqual([{ type: 'supprime', texte: ' a' }]);
	});

	it.each([
		[' ', ''],
		[' ', ' \u00a0'],
		['', '\n'],
		[' ', '.'],
		[' ', ','],
		[';', ' '],
		[' a', 'a'],
		['  Gérer les accès', ' Gérer les comptes'],
		['Gérer les accès ', 'Gérer les accès'],
	])('rend les espaces du bord : %j, %j', (avant, apres) => {
		const d = difference(avant, apres);
		expect([avantDe(d), apresDe(d)]).toEqual([avant, apres]);
	});

	const mot = fc.constantFrom(
		...['Gérer', 'gérer', 'les', 'LES', 'l’', "l'", 'accès', 'Accès', 'acces', 'de', 'la', 'et', 'n-tiers', ',', '.'],
		...['(', ')', '«', '»', 'serveurs', 'réseaux', 'entreprise', '3,5', '/'],
	);
	const espace = fc.constantFrom(' ', ' ', ' ', '', '\u00a0', '  ');
	const phrase = fc
		.array(fc.tuple(mot, espace), { maxLength: 12 })
		.map((paires) => paires.map(([m, e]) => m + e).join(''));

	it('rend chaque phrase au caractère près', () => {
		const exacte = (avant: string, apres: string) => {
			const d = difference(avant, apres);
			expect(avantDe(d)).toBe(avant);
			expect(apresDe(d)).toBe(apres);
		};
		fc.assert(fc.property(phrase, phrase, exacte), { numRuns: 1000 });
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), exacte));
	});

	it('n’aligne jamais deux suppressions ni deux ajouts, et met l’ajout après', () => {
		fc.assert(
			fc.property(phrase, phrase, (avant, apres) => {
				const types = difference(avant, apres).segments.map((s) => s.type);
				const suites = types.join(' ');
				expect(suites).not.toMatch(/supprime supprime|ajoute ajoute|ajoute supprime|egal egal/);
			}),
		);
	});

	/** Removes spaces, to compare words only. */
	const serre = (texte: string) => texte.replace(/\s+/g, '');

	it('tient pour égal ce que seule la typographie distingue, et rien d’autre', () => {
		fc.assert(
			fc.property(phrase, phrase, (avant, apres) => {
				for (const s of difference(avant, apres).segments)
					if (s.type === 'egal')
						expect(memeLibelle(serre(s.avant), serre(s.apres)), `${s.avant}|${s.apres}`).toBe(true);
			}),
		);
	});
});

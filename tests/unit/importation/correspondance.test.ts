import { describe, expect, it } from 'vitest';
import { type BlocConnu, lireCorrespondance, rapporter } from '../../../src/importation/correspondance.ts';
import { lireTexteOfficiel } from '../../../src/importation/lire.ts';
import { extraireTableaux } from '../../../src/importation/tableau.ts';

const PHRASE = 'Les titulaires des anciens certificats sont réputés avoir obtenu les nouveaux selon le tableau :';
const table = (...rangees: string[]) =>
	`<table><tr><td>VANNIER (ancien titre)</td><td>VANNIER (présent arrêté)</td></tr>${rangees.map((r) => `<tr>${r}</tr>`).join('')}</table>`;
const lire = (html: string) => {
	const [tableau] = extraireTableaux([html]).tableaux.get(1) ?? [];
	const lue = tableau && lireCorrespondance(tableau, ['Article 3 bis', PHRASE]);
	if (!lue) throw new Error('correspondance attendue');
	return lue;
};
const liens = (html: string) =>
	lire(html).liens.map((l) => [l.de.map((b) => b.intitule), l.vers.map((b) => b.intitule)]);

describe('le tableau officiel des CCP', () => {
	it('se lit par rangées ; une cellule qui en couvre plusieurs les réunit', () => {
		expect(
			liens(
				table(
					'<td>CCP - Fendre l’osier</td><td rowspan="2">CCP - Préparer l’osier</td>',
					'<td>CCP - Trier l’osier</td>',
					'<td>CCP - Tresser</td><td>CCS - Tresser une corbeille</td>',
				),
			),
		).toEqual([
			[['Fendre l’osier', 'Trier l’osier'], ['Préparer l’osier']],
			[['Tresser'], ['Tresser une corbeille']],
		]);
		expect(
			liens(table('<td rowspan="2">CCP 1 - Tresser</td><td>CCP 1 - Monter</td>', '<td>CCP 2 - Border</td>')),
		).toEqual([[['Tresser'], ['Monter', 'Border']]]);
	});

	it('« Néant » et « Aucune correspondance » sont sans suite ; une cellule vide ne l’est jamais, elle est demandée', () => {
		const lue = lire(
			table(
				'<td>Tresser</td><td>Néant</td>',
				'<td>Border</td><td>Aucune correspondance.</td>',
				'<td>Monter</td><td></td>',
			),
		);
		expect(lue.liens.map((l) => [l.de[0]?.intitule, l.vers])).toEqual([
			['Tresser', []],
			['Border', []],
		]);
		expect(lue.doutes.map((d) => d.texte)).toEqual(['Monter']);
		expect(lue.doutes[0]?.motif).toMatch(/cellule vide/u);
	});

	it.each(['Pas d’équivalence', "Pas d'équivalence.", 'Sans objet', 'Sans équivalence'])('« %s » aussi', (cellule) => {
		expect(lire(table(`<td>Tresser</td><td>${cellule}</td>`)).liens.map((l) => l.vers)).toEqual([[]]);
	});

	it('un tiret seul ne dit rien : la cellule est demandée', () => {
		const lue = lire(table('<td>Tresser</td><td>–</td>', '<td>Border</td><td>Monter</td>'));
		expect([lue.liens.length, lue.doutes.map((d) => d.texte)]).toEqual([1, ['Tresser']]);
	});

	it.each([
		'« Tresser »',
		'Activité type 1 : Tresser',
		'Bloc de compétences 2 – Tresser',
		'RNCP90002BC01 - « Tresser »',
	])('« %s » nomme « Tresser »', (cellule) => {
		expect(liens(table(`<td>${cellule}</td><td>CCP 1 – Monter</td>`))).toEqual([[['Tresser'], ['Monter']]]);
	});

	it('les jours de ses titres, en lettres ou en chiffres, disent lequel est l’ancien', () => {
		const [neuf, vieux] = ['arrêté du 04/03/2020', 'arrêté du 03/02/2015'];
		const html = `<table><tr><td>VANNIER (${neuf})</td><td>VANNIER (${vieux})</td></tr><tr><td>Monter</td><td>Tresser</td></tr></table>`;
		expect(liens(html)).toEqual([[['Tresser'], ['Monter']]]);
		expect(lire(html).doutes).toEqual([]);
	});

	it('plusieurs CCP dans une cellule sont plusieurs blocs, un intitulé sur deux lignes en est un', () => {
		expect(
			liens(table('<td>CCP - Tresser une<br/>corbeille<br/>CCP - Border</td><td><p>CCP - Monter</p></td>')),
		).toEqual([[['Tresser une corbeille', 'Border'], ['Monter']]]);
	});

	it('peut avoir un titre en travers, une colonne de flèches, une colonne vide ou une colonne de rangs', () => {
		const attendus = [
			[['Tresser'], ['Monter']],
			[['Border'], ['Finir']],
		];
		const tetes = (etendue: string, milieu = '') =>
			`<tr><td${etendue}>VANNIER (ancien titre)</td>${milieu}<td${etendue}>VANNIER (présent arrêté)</td></tr>`;
		const rangee = (...cases: string[]) => `<tr>${cases.map((c) => `<td>${c}</td>`).join('')}</tr>`;
		for (const signe of ['', '→', '=&gt;'])
			expect(
				liens(
					`<table>${tetes('', '<td></td>')}${rangee('Tresser', signe, 'Monter')}${rangee('Border', signe, 'Finir')}</table>`,
				),
			).toEqual(attendus);
		expect(
			liens(
				`<table>${tetes(' colspan="2"')}${rangee('CCP 1', 'Tresser', 'CCP 1', 'Monter')}${rangee('2', 'Border', 'n° 2', 'Finir')}</table>`,
			),
		).toEqual(attendus);
		expect(
			liens(
				`<table><tr><td colspan="2">TABLEAU DE CORRESPONDANCE</td></tr>${tetes('')}${rangee('Tresser', 'Monter')}${rangee('Border', 'Finir')}</table>`,
			),
		).toEqual(attendus);
	});

	it('une ligne qui couvre les deux colonnes n’est pas un lien, « Néant » face à un nouveau bloc non plus', () => {
		const lue = lire(
			table(
				'<td colspan="2">Certificats complémentaires de spécialisation</td>',
				'<td>Tresser</td><td>Monter</td>',
				'<td>Néant</td><td>Dorer</td>',
				'<td colspan="2">(1) Sous réserve d’un an d’expérience.</td>',
			),
		);
		expect(lue.liens).toHaveLength(1);
		expect(lue.doutes.map((d) => d.texte)).toEqual([
			'Certificats complémentaires de spécialisation',
			'(1) Sous réserve d’un an d’expérience.',
		]);
	});

	it.each(['CCP n° 1 et 2', 'CCP 1 ou 3', 'CCP 2 du titre'])(
		'« %s » ne nomme aucun bloc : c’est un doute',
		(cellule) => {
			const lue = lire(table(`<td>${cellule}</td><td>Monter</td>`));
			expect(lue.liens[0]?.de[0]?.intitule).toBe(cellule);
			const blocs: BlocConnu[] = [{ id: 'ccp-1', type: 'ccp', intitule: 'Monter' }];
			expect(rapporter(lue, blocs, blocs)).toMatchObject({ liens: [], doutes: [{ texte: `CCP – ${cellule}` }] });
		},
	);

	it('un bloc seul et en groupe est à démêler', () => {
		const lue = lire(table('<td>A</td><td rowspan="2">X</td>', '<td rowspan="2">B</td>', '<td>Y</td>'));
		expect(lue.doutes.map((d) => d.motif)).toEqual([expect.stringMatching(/seul et en groupe/u)]);
	});

	it('la colonne de l’ancien titre se reconnaît à ses mots, où qu’elle soit', () => {
		const inverse = table('<td>Neuf</td><td>Vieux</td>')
			.replace(/ancien titre/u, 'X')
			.replace(/présent arrêté/u, 'ancien titre')
			.replace('X', 'nouveau titre');
		expect(liens(inverse)).toEqual([[['Vieux'], ['Neuf']]]);
	});

	it('un tableau d’autre chose n’en est pas un', () => {
		const [tableau] =
			extraireTableaux([
				'<table><tr><td>Durée</td><td>Lieu</td></tr><tr><td>2 h</td><td>Atelier</td></tr></table>',
			]).tableaux.get(1) ?? [];
		expect(tableau && lireCorrespondance(tableau, ['Article 2', 'Les épreuves durent :'])).toBeUndefined();
	});
});

describe('la carte des blocs', () => {
	const bloc = (id: string, intitule: string): BlocConnu => ({
		id,
		type: id.startsWith('ccs') ? 'ccs' : 'ccp',
		intitule,
	});
	const lue = lire(table("<td>CCP - TRESSER L'OSIER.</td><td>CCS : Border</td>"));

	it('rapporte les intitulés à la typographie près', () => {
		expect(
			rapporter(lue, [bloc('ccp-1', 'Tresser l’osier')], [bloc('ccp-1', 'Border'), bloc('ccs-1', 'Border')]),
		).toEqual({
			liens: [{ de: ['ccp-1'], vers: ['ccs-1'] }],
			doutes: [],
		});
	});

	it('un intitulé qui diffère est un doute, jamais un lien', () => {
		const { liens: sûrs, doutes } = rapporter(lue, [bloc('ccp-1', 'Tresser les osiers')], [bloc('ccs-1', 'Border')]);
		expect(sûrs).toEqual([]);
		expect(doutes.map((d) => d.texte)).toEqual(["CCP – TRESSER L'OSIER."]);
	});

	it('un CCP n’est pas le CCS du même intitulé', () => {
		expect(rapporter(lue, [bloc('ccp-1', 'Tresser l’osier')], [bloc('ccp-1', 'Border')]).liens).toEqual([]);
	});
});

describe('un article seul', () => {
	it('est reconnu, et un tableau que le texte ne reproduit pas est un fait', () => {
		const lu = lireTexteOfficiel(`# Article 4\n\n${PHRASE}\n\n${table('<td>Tresser</td><td>Monter</td>')}\n`);
		expect('articles' in lu && lu.articles.correspondances[0]).toMatchObject({ article: 'Article 4', liens: [{}] });
		const sans = lireTexteOfficiel(`# Article 4\n\n${PHRASE}\n\n(Tableau non reproduit, voir le Journal officiel.)\n`);
		expect('articles' in sans && sans.articles.nonReproduits).toEqual([
			'(Tableau non reproduit, voir le Journal officiel.)',
		]);
	});
});

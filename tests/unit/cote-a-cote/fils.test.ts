import { describe, expect, it } from 'vitest';
import { lignesDesFils, partieDesFils } from '../../../src/domaine/cote-a-cote/fils.ts';
import { differe } from '../../../src/domaine/cote-a-cote/tableau.ts';
import { rangees } from '../../../src/domaine/lignee/rangees.ts';
import { comparee, entree, parente } from '../comparaison/entrees.ts';
import { dossier } from '../outils/dossiers.ts';

const ancien = dossier('a-2003', [['Un', 'Former', 'Sauvegarder', 'Graver']]);
const milieu = dossier('a-2008', [['Un', 'Former.', 'Sauvegarder un parc']]);
const recent = dossier('b-2018', [
	['Un', 'Former'],
	['Deux', 'Restaurer'],
]);
const inconnue = dossier('a-2013', []);

const faites = rangees(
	[ancien, milieu, recent],
	[
		comparee(ancien.id, milieu.id, [
			entree('identique', ['a-2003/ccp-1/c1'], ['a-2008/ccp-1/c1']),
			entree('reformulee', ['a-2003/ccp-1/c2'], ['a-2008/ccp-1/c2']),
			entree('sans-suite', ['a-2003/ccp-1/c3'], []),
		]),
		comparee(
			ancien.id,
			recent.id,
			[
				entree('identique', ['a-2003/ccp-1/c1'], ['b-2018/ccp-1/c1'], { statut: 'proposee' }),
				entree('sans-suite', ['a-2003/ccp-1/c2'], []),
				entree(null, ['a-2003/ccp-1/c3'], ['b-2018/ccp-2/c1']),
				entree(null, [], ['b-2018/ccp-2/c1']),
			],
			[parente('a-2003/ccp-1/c2', 'b-2018/ccp-2/c1')],
		),
		comparee(milieu.id, recent.id, []),
	],
);
const lignes = lignesDesFils([ancien, milieu, recent], faites, (_, vers) => vers === 'b-2018');
const ligne = (nom: string) => {
	const trouvee = lignes.find((l) => l.nom === nom);
	if (!trouvee) throw new Error(nom);
	return trouvee;
};
const dit = (nom: string) =>
	ligne(nom).cellules.map(
		(c, i) => c.map((v) => [v.texte, v.precision].filter(Boolean).join(' | ')).join() || ligne(nom).absences[i]?.texte,
	);

describe('les fils de plusieurs versions', () => {
	it('disent de chaque version la place de la même compétence, sa nature et ce qu’elle vaut', () => {
		expect(dit('Former')).toEqual([
			'CCP 1, compétence 1',
			'CCP 1, compétence 1 | inchangée, relue',
			'CCP 1, compétence 1 | même libellé, proposée',
		]);
		expect(ligne('Former').pareille).toBe(true);
	});
	it('donnent les mots d’une autre, et tiennent une parenté pour ce qu’elle est', () => {
		expect(dit('Sauvegarder')).toEqual([
			'CCP 1, compétence 2',
			'Sauvegarder un parc | CCP 1, compétence 2, reformulée, relue',
			'Restaurer | CCP 2, compétence 1, apparentée, relue',
		]);
		expect(ligne('Sauvegarder').pareille).toBe(false);
	});
	it('n’affirment ni une correspondance ni une absence que personne n’a lue', () => {
		expect(dit('Graver')).toEqual(['CCP 1, compétence 3', 'rien de proche (relue)', 'rien n’est affirmé, à vérifier']);
		expect(differe(ligne('Graver'))).toBe(false);
	});
	it('ne disent rien d’une version dont les compétences sont inconnues', () => {
		const avec = lignesDesFils([ancien, inconnue], faites, () => false);
		expect(avec[0]?.absences[1]?.texte).toBe('compétences inconnues de nos sources');
		expect(avec[0]?.cellules[1]).toEqual([]);
		expect(avec[0]?.pareille).toBe(false);
	});
	it('ne disent pas absent ce qui est peut-être d’un bloc dont seul l’intitulé est connu', () => {
		const muette = dossier('a-2008', [['Un', 'Former.', 'Sauvegarder un parc'], ['Deux']], { profondeur: 'libelles' });
		const avec = lignesDesFils([ancien, muette], faites, () => false);
		const graver = avec.find(({ nom }) => nom === 'Graver');
		expect(graver?.absences[1]?.texte).toBe('compétences inconnues de nos sources');
		expect(differe(graver as (typeof avec)[number])).toBe(false);
		expect(partieDesFils([ancien, muette], faites, [], () => false)?.reserve).toContain(
			'Les compétences du CCP 2 de l’A 2008 sont inconnues de nos sources.',
		);
	});
	it('ont une ligne pour ce que seule une version récente demande', () => {
		expect(lignes.map((l) => l.nom)).toEqual(['Former', 'Sauvegarder', 'Graver', 'Restaurer']);
	});
	it('disent pourquoi une colonne est vide, et ce que personne n’a relu', () => {
		const partie = partieDesFils([ancien, inconnue, { ...inconnue, annee: '2014' }], faites, ['A et B'], () => false);
		const reserve = partie?.reserve?.replace(/[\u00a0\u202f]/g, ' ');
		expect(reserve).toContain('que personne n’a relu : A et B.');
		expect(reserve).toMatch(/Les compétences de l’\S+ \d{4} et de l’\S+ 2014 sont inconnues de nos sources\.$/);
		expect(partieDesFils([inconnue], [], [], () => false)).toBeUndefined();
	});
});

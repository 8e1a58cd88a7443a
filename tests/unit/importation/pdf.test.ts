import { describe, expect, it } from 'vitest';
import { texteDePdf } from '../../../scripts/importer/pdf.ts';
import { lireDocument } from '../../../src/importation/lire.ts';
import { mots } from '../../../src/importation/signe.ts';
import { entre, GRAINES, graine, pdf, poser } from './pdfs.ts';

const lirePdf = async (octets: Uint8Array) => lireDocument((await texteDePdf(octets, () => {})).texte);
const blocsDe = (lecture: ReturnType<typeof lireDocument>) =>
	lecture.blocs.map((b) => ({ type: b.type, intitule: b.intitule, competences: b.competences.map((c) => c.libelle) }));
/** All words of the prose, in reading order. */
const suite = (lecture: ReturnType<typeof lireDocument>) =>
	lecture.elements.flatMap((e) => ('texte' in e ? mots(e.texte) : ['¶']));

const tssr = graine(GRAINES.tssr);
const tete = entre(tssr, /Emploi métier/u, /^Le technicien supérieur systèmes et réseaux participe/u);
const metier = entre(tssr, /^Le technicien supérieur systèmes et réseaux participe/u, /CCP –/u);
const blocs = entre(tssr, /CCP –/u, /^MODALITES/u);
const modalites = entre(tssr, /^MODALITES/u);
const attendu = lireDocument(tssr);

/** Draws the header of the fiche as on its first page: the names of the ministry and of the title are apart. */
const poserTete = (doc: Parameters<typeof poser>[0]): number => {
	let y = poser(doc, tete.slice(0, 2), { x: 40, y: 40 }) + 14;
	for (const ligne of tete.slice(2, 4)) y = poser(doc, [ligne], { x: 150, y, corps: 12, pas: 26 });
	return poser(doc, tete.slice(4), { x: 40, y });
};

const poserBlocs = (doc: Parameters<typeof poser>[0], lignes: readonly string[], x: number, y: number): number => {
	let ici = y;
	for (const ligne of lignes) {
		const titre = /CC[PS] –/u.test(ligne);
		ici = poser(doc, [titre ? ligne.trim() : ligne], { x, y: ici + (titre ? 9 : 0), corps: 7, pas: 9 });
	}
	return ici;
};

const poserModalites = (doc: Parameters<typeof poser>[0]) => {
	doc.addPage();
	let y = 40;
	for (const ligne of modalites) {
		const section = /^(?:MODALITES|PARCHEMIN|\d [–L])/u.test(ligne);
		y = poser(doc, [ligne], { x: 40, y: y + (section ? 12 : 0), corps: 7, pas: 9.5 });
	}
};

describe('un PDF de fiche, ses colonnes remises en ordre', () => {
	it('le métier en deux colonnes, les blocs dessous sur toute la largeur, un pied de page', async () => {
		const octets = await pdf((doc) => {
			doc.addPage();
			const y = poserTete(doc) + 14;
			const milieu = Math.ceil(metier.length / 2);
			const bas = poser(doc, metier.slice(0, milieu), { x: 40, y });
			poser(doc, metier.slice(milieu), { x: 320, y });
			poserBlocs(doc, blocs, 40, bas + 30);
			doc.fontSize(7).text('page 1/2', 280, 790, { lineBreak: false });
			poserModalites(doc);
		});
		const lue = await lirePdf(octets);
		expect(blocsDe(lue)).toEqual(blocsDe(attendu));
		expect(suite(lue)).toEqual(suite(attendu));
		expect(lue.entetes.map((e) => e.texte)).toEqual(['page 1/2']);
	});

	it('le métier puis les blocs en deux colonnes chacun', async () => {
		const coupe = blocs.findIndex((l) => /Maintenir et exploiter une infrastructure distribuée/u.test(l));
		const octets = await pdf((doc) => {
			doc.addPage();
			const y = poserTete(doc) + 14;
			const milieu = Math.ceil(metier.length / 2);
			const bas = poser(doc, metier.slice(0, milieu), { x: 40, y });
			poser(doc, metier.slice(milieu), { x: 320, y });
			doc
				.moveTo(40, bas + 12)
				.lineTo(555, bas + 12)
				.stroke();
			poserBlocs(doc, blocs.slice(0, coupe), 40, bas + 30);
			poserBlocs(doc, blocs.slice(coupe), 320, bas + 30);
			poserModalites(doc);
		});
		const lue = await lirePdf(octets);
		expect(blocsDe(lue)).toEqual(blocsDe(attendu));
		expect(suite(lue)).toEqual(suite(attendu));
	});

	it('le métier dans la colonne de gauche, les blocs dans celle de droite', async () => {
		const octets = await pdf((doc) => {
			doc.addPage();
			const y = poserTete(doc) + 14;
			poser(doc, metier, { x: 40, y });
			poserBlocs(doc, blocs, 330, y);
			poserModalites(doc);
		});
		const lue = await lirePdf(octets);
		expect(blocsDe(lue)).toEqual(blocsDe(attendu));
		expect(suite(lue)).toEqual(suite(attendu));
	});

	it('deux colonnes dont les lignes ne sont pas à la même hauteur', async () => {
		const octets = await pdf((doc) => {
			doc.addPage();
			const y = poserTete(doc) + 14;
			const milieu = Math.ceil(metier.length / 2);
			const bas = poser(doc, metier.slice(0, milieu), { x: 40, y });
			poser(doc, metier.slice(milieu), { x: 320, y: y + 5 });
			poserBlocs(doc, blocs, 40, bas + 30);
			poserModalites(doc);
		});
		const lue = await lirePdf(octets);
		expect(blocsDe(lue)).toEqual(blocsDe(attendu));
		expect(suite(lue)).toEqual(suite(attendu));
	});

	it.each(['tsgri', 'tssi'] as const)('d’une seule colonne, la fiche %s', async (nom) => {
		const texte = graine(GRAINES[nom]);
		const lignes = texte.split('\n').map((l) => l.replace(/\s+$/u, ''));
		const octets = await pdf((doc) => {
			doc.addPage();
			let y = 40;
			for (const ligne of lignes) {
				if (y > 780) {
					doc.addPage();
					y = 40;
				}
				y = /^[\s_]*$/u.test(ligne) ? y + 5 : poser(doc, [ligne], { x: 40, y, corps: 7, pas: 9 });
			}
		});
		const lue = await lirePdf(octets);
		expect(blocsDe(lue)).toEqual(blocsDe(lireDocument(texte)));
		expect(suite(lue)).toEqual(suite(lireDocument(texte)));
	});
});

describe('un PDF d’annexe', () => {
	it('en deux colonnes étroites de haut en bas des pages, comme au Journal officiel', async () => {
		const texte = graine(GRAINES.tsgeri);
		const alineas = texte
			.split('\n')
			.map((l) => l.replace(/^#\s*|\*\*/gu, '').trim())
			.filter(Boolean);
		const octets = await pdf((doc) => {
			doc.addPage();
			doc.fontSize(8);
			let [colonne, y] = [0, 50];
			for (const alinea of alineas) {
				const hauteur = doc.heightOfString(alinea, { width: 230 });
				if (y + hauteur > 760) {
					if (colonne === 1) doc.addPage();
					colonne = 1 - colonne;
					y = 50;
				}
				doc.text(alinea, colonne === 0 ? 45 : 310, y, { width: 230 });
				y += hauteur + 6;
			}
		});
		const lue = await lirePdf(octets);
		expect(blocsDe(lue)).toEqual(blocsDe(lireDocument(texte)));
		expect(suite(lue)).toEqual(suite(lireDocument(texte)));
	});
});

describe('un PDF qui ne se lit pas', () => {
	it('sans couche de texte', async () => {
		const octets = await pdf((doc) => {
			doc.addPage();
			doc.rect(50, 50, 200, 200).fill('#888');
		});
		await expect(lirePdf(octets)).rejects.toThrow(/pas de couche de texte/u);
	});

	it('chiffré', async () => {
		const octets = await pdf((doc) => doc.addPage().text('secret'), { userPassword: 'x', pdfVersion: '1.7' });
		await expect(lirePdf(octets)).rejects.toThrow(/chiffré/u);
	});

	it('abîmé', async () => {
		await expect(lirePdf(new TextEncoder().encode('%PDF-1.7\nrien\n'))).rejects.toThrow(/PDF illisible/u);
	});
});

describe('une page écrite dans un autre sens', () => {
	const lignes = ['La pièce est posée sur le marbre.', 'Elle est tracée, puis percée.', 'Le copeau est ôté.'];
	it.each([90, 180, 270])('se lit tournée de %s degrés, sauf ce qui est dans sa marge', async (angle) => {
		const octets = await pdf((doc) => {
			doc.addPage();
			doc.save().rotate(angle, { origin: [300, 300] });
			poser(doc, lignes, { x: 200, y: 250 });
			doc.restore().text('Épreuve', 300, 20, { lineBreak: false });
		});
		const lu = await texteDePdf(octets, () => {});
		expect(lu.texte.split('\n').filter((l) => l.trim() !== '')).toEqual(lignes);
		expect(lu.courants).toEqual([{ page: 1, texte: 'Épreuve' }]);
	});
	it('ou que le fichier fait tourner, de même', async () => {
		const octets = await pdf((doc) => {
			doc.addPage();
			Object.assign(doc.page.dictionary.data, { Rotate: 90 });
			poser(doc, lignes, { x: 200, y: 250 });
		});
		expect((await texteDePdf(octets, () => {})).texte.trim().split('\n')).toEqual(lignes);
	});
});

import { describe, expect, it } from 'vitest';
import { exportRncp, FICHE_LUTHIER, lireFiches } from './rncps.ts';

const lire = (fiche: string) => {
	const [lue] = lireFiches(exportRncp(fiche));
	if (!lue) throw new Error('fiche attendue');
	return lue;
};
const sans = (nom: string, fiche = FICHE_LUTHIER): string =>
	fiche.replace(new RegExp(`\\s*<${nom}>[\\s\\S]*?</${nom}>`, 'u'), '');
/** The texts under one heading of the prose. */
const sous = (fiche: string, titre: string): string[] => {
	const textes: string[] = [];
	let dedans = false;
	for (const e of lire(fiche).elements) {
		if (e.sorte === 'titre' && e.rang === 2) dedans = e.texte === titre;
		else if (dedans && 'texte' in e) textes.push(e.texte);
	}
	return textes;
};

describe('une fiche sans ce qu’il faut est refusée, en disant quoi', () => {
	it.each([
		[
			'sans numéro',
			FICHE_LUTHIER.replace('>RNCP90002<', '>90002<'),
			/^ligne \d+ : fiche sans numéro RNCP ou sans intitulé$/u,
		],
		['sans intitulé', sans('INTITULE'), /sans intitulé$/u],
		['sans blocs', sans('BLOCS_COMPETENCES'), /^RNCP90002 : aucun bloc de compétences$/u],
		[
			'à bloc sans libellé',
			FICHE_LUTHIER.replace('<LIBELLE>Fabriquer un instrument</LIBELLE>', ''),
			/^RNCP90002, ligne \d+ : le bloc « RNCP90002BC01 » n’a pas de compétences$/u,
		],
		[
			'à bloc dont la liste est vide',
			FICHE_LUTHIER.replace('Dater un instrument.', ' '),
			/le bloc « CCS : Restaurer un instrument ancien » n’a pas de compétences$/u,
		],
	])('%s', (_, fiche, motif) => {
		expect(() => lire(fiche)).toThrow(motif);
	});
});

describe('le premier jour d’une fiche', () => {
	it('est sa date d’effet, sinon celle de la décision, sinon celle de sa publication, en le disant', () => {
		const avec = (nom: string) => lire(FICHE_LUTHIER.replaceAll('DATE_EFFET', nom)).debut;
		expect(avec('DATE_EFFET')).toEqual({ date: '2023-09-01', note: 'date d’effet de l’enregistrement au RNCP' });
		expect(avec('DATE_DECISION')?.note).toBe('date de la décision d’enregistrement au RNCP');
		expect(avec('DATE_DE_PUBLICATION')?.note).toBe('date de publication de la fiche RNCP');
	});

	it('manque où aucune date ne se lit', () => {
		expect(lire(FICHE_LUTHIER.replace('01/09/2023', '31/02/2023'))).not.toHaveProperty('debut');
	});
});

describe('ce que la fiche ne dit pas n’est pas inventé', () => {
	it('un code sans libellé, un texte sans date, un jury sans état', () => {
		const rome = FICHE_LUTHIER.replace("<LIBELLE>Fabrication d'instruments</LIBELLE>", '');
		expect(lire(rome).rome).toEqual([{ valeur: 'B1501' }]);
		expect(sous(sans('DATE_PUBLICATION_JO'), 'Textes')).toEqual(['Arrêté du 26 avril 2023']);
		expect(sous(sans('SIRET_CERTIFICATEUR', sans('ETAT_CERTIFICATEUR')), 'Certificateurs')).toEqual([
			'MINISTERE DU TRAVAIL',
		]);
	});

	it('ni section vide, ni type', () => {
		const fiche = sans('ABREGE', sans('FORMACODES', FICHE_LUTHIER.replace('>Luthier<', '>  <')));
		const titres = lire(fiche).elements.flatMap((e) => (e.sorte === 'titre' ? [e.texte] : []));
		expect(titres).not.toContain('Formacodes');
		expect(titres).not.toContain('Types d’emplois accessibles');
		expect(sous(fiche, 'Enregistrement')[0]).toBe('Code du bloc 1 : RNCP90002BC01');
	});

	it('une correspondance peut viser la certification entière', () => {
		const entiere = FICHE_LUTHIER.replace(
			/<CORRESPONDANCE>[\s\S]*<\/CORRESPONDANCE>/u,
			'<CORRESPONDANCE><SOURCE></SOURCE><DESTINATION><NUMERO_FICHE>RNCP90001</NUMERO_FICHE></DESTINATION></CORRESPONDANCE>',
		);
		expect(sous(entiere, 'Liens avec d’autres certifications').at(-1)).toBe(
			'Correspondance : RNCP90001 → la certification',
		);
	});
});

describe('les états datés', () => {
	it('d’un certificateur et d’un jury', () => {
		const datee = FICHE_LUTHIER.replace(
			'<ETAT_CERTIFICATEUR>',
			'<DATE_DERNIERE_MODIFICATION_ETAT>05/05/2023</DATE_DERNIERE_MODIFICATION_ETAT><ETAT_CERTIFICATEUR>',
		).replace('<ACTIF>', '<DATE_DERNIERE_MODIFICATION>06/05/2023</DATE_DERNIERE_MODIFICATION><ACTIF>');
		expect(sous(datee, 'Certificateurs')).toEqual([
			'MINISTERE DU TRAVAIL (SIRET 11000007200014, actif, état du 05/05/2023)',
		]);
		expect(sous(datee, 'Voies d’accès et composition du jury')).toEqual([
			'Par expérience : oui, état du 06/05/2023. Deux professionnels.',
		]);
	});
});

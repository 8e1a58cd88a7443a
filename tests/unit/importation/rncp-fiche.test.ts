import { describe, expect, it } from 'vitest';
import { exportRncp, FICHE_LUTHIER, lireFiches } from './rncps.ts';

const lire = (fiche: string) => {
	const [lue] = lireFiches(exportRncp(fiche));
	if (!lue) throw new Error('fiche attendue');
	return lue;
};
const sans = (nom: string, fiche = FICHE_LUTHIER): string =>
	fiche.replace(new RegExp(`\\s*<${nom}>[\\s\\S]*?</${nom}>`, 'u'), '');
/** Texts under a heading of the prose. */
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

describe('un intitulé que son genre précède', () => {
	it.each(['TP - ', 'TP – ', 'Titre professionnel ', 'Titre professionnel : '])(
		'« %s » s’en va, et c’est dit',
		(genre) => {
			const lue = lire(FICHE_LUTHIER.replace('<INTITULE>', `<INTITULE>${genre}`));
			const { intitule } = lire(FICHE_LUTHIER);
			expect(lue).toMatchObject({
				intitule,
				restes: [],
				reparations: [{ avant: `${genre}${intitule}`, apres: intitule }],
			});
		},
	);
});

describe('un bloc douteux ou refusé', () => {
	const bloc = (code: string, liste: string) =>
		lire(
			FICHE_LUTHIER.replace('RNCP90002BC01</CODE>', `${code}</CODE>`).replace(
				/(<LISTE_COMPETENCES>)Choisir[^<]*/u,
				`$1${liste}`,
			),
		);
	it('une liste sans un mot est refusée', () => {
		expect(() => bloc('RNCP90002BC01', '-')).toThrow(/n’a pas de compétences/u);
	});

	it('ce qui annonce la liste n’en est pas, mais n’est pas perdu', () => {
		const { blocs, doutes, restes } = bloc('RNCP90002BC01', 'Il est capable de :    - Choisir    - Poser');
		expect(blocs[0]?.competences.map((c) => c.libelle)).toEqual(['Choisir', 'Poser']);
		expect([blocs[0]?.retires, doutes, restes]).toEqual([['Il est capable de :'], [], []]);
	});

	it('le code d’une autre fiche, un code NSF illisible sont des doutes', () => {
		expect(bloc('RNCP90001BC01', '- Choisir').doutes.map((d) => d.motif)).toEqual([
			'code RNCP90001BC01 d’une autre fiche que RNCP90002',
		]);
		const { nsf, doutes } = lire(FICHE_LUTHIER.replace('234v', '23'));
		expect([nsf, doutes.map((d) => d.motif)]).toEqual([['133'], ['code NSF illisible : non écrit']]);
	});

	it('un numéro qui manque, d’un bloc ou d’une compétence, est un doute', () => {
		expect(bloc('RNCP90002BC01', 'C1. Choisir    C3. Poser').doutes.map((d) => d.motif)).toEqual([
			expect.stringContaining('compétence numérotée « C3. » après « C1. »'),
		]);
		const trou = FICHE_LUTHIER.replaceAll('RNCP90002BC03', 'RNCP90002BC05');
		expect(lire(trou).doutes.map((d) => d.motif)).toEqual([expect.stringContaining('après « RNCP90002BC02 »')]);
	});

	it('un signe qui montre les lettres dans un autre ordre est refusé', () => {
		expect(() => bloc('RNCP90002BC01', '- \u202e.risiohC')).toThrow(/LISTE_COMPETENCES : un signe invisible/u);
	});
});

describe('une liste de compétences douteuse', () => {
	const doutes = (liste: string) =>
		lire(FICHE_LUTHIER.replace(/(?<=<LISTE_COMPETENCES>)Choisir.*?(?=<)/u, () => liste)).doutes.map((d) => d.motif);
	const liste = (contenu: string) => contenu.replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

	it('est celle qui en contient une autre, quelle que soit sa balise', () => {
		const motif = 'liste dans une liste : compétences, ou détails d’une compétence ?';
		expect(doutes(liste('<ul><li>Choisir les bois<ul><li>Trier</li></ul></li><li>Coller</li></ul>'))).toEqual([motif]);
		expect(doutes(liste('<ol class="a"><li>Choisir<UL>\n<li>Trier</li></UL></li></ol>'))).toEqual([motif]);
		expect(doutes(liste('<ul><li>Choisir</li></ul><ul><li>Coller</li></ul>'))).toEqual([]);
	});
	it('est celle qui répète une compétence, aux capitales près', () => {
		expect(doutes('Choisir    Coller    CHOISIR').at(-1)).toMatch(/imprimée deux fois dans ce bloc/u);
		expect(doutes('Choisir    Coller    Choisir la colle')).toEqual([]);
	});
});

describe('le premier jour d’une fiche', () => {
	it.each(['2023-09-01', '2023-09-01T00:00:00', '2023-09-01T00:00:00.000+02:00'])('se lit aussi de « %s »', (effet) => {
		expect(lire(FICHE_LUTHIER.replace('01/09/2023', effet)).debut?.date).toBe('2023-09-01');
	});
	it('est sa date d’effet, sinon celle de la décision, sinon celle de sa publication, en le disant', () => {
		const avec = (nom: string) => lire(FICHE_LUTHIER.replaceAll('DATE_EFFET', nom)).debut;
		expect(avec('DATE_EFFET')).toEqual({ date: '2023-09-01', note: 'date d’effet de l’enregistrement au RNCP' });
		expect(avec('DATE_DECISION')?.note).toBe('date de la décision d’enregistrement au RNCP');
		expect(avec('DATE_DE_PUBLICATION')?.note).toBe('date de publication de la fiche RNCP');
	});

	it('manque où aucune date ne se lit', () => {
		const lue = lire(FICHE_LUTHIER.replace('01/09/2023', '31/02/2023'));
		expect(lue).not.toHaveProperty('debut');
		expect(lue.doutes.map((d) => d.motif)).toContain('DATE_EFFET illisible : non écrite');
	});

	it.each(['Non', 'Inactive', 'Fiche inactive', 'false', '0'])('« %s » dit qu’elle n’est plus active', (actif) => {
		expect(lire(FICHE_LUTHIER.replace('</ID_FICHE>', `</ID_FICHE><ACTIF>${actif}</ACTIF>`)).active).toBe(false);
	});

	it.each(['RNCP90002', '90003', 'sans objet'])(
		'« %s » n’est pas une fiche qui lui succède : c’est un doute',
		(lie) => {
			const { nouvelles, doutes } = lire(FICHE_LUTHIER.replace('>RNCP90003<', `>${lie}<`));
			expect(nouvelles).toEqual([]);
			expect(doutes).toContainEqual(
				expect.objectContaining({ texte: lie, motif: expect.stringMatching(/^fiche liée/u) }),
			);
		},
	);
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

	it('un jury sans état ni composition n’est pas nommé ; un code, un type, un jury à qui il manque un mot le sont sans', () => {
		const voie = (jury: string) =>
			sous(
				FICHE_LUTHIER.replace(/<SI_JURY_VAE>[\s\S]*<\/SI_JURY_VAE>/u, `<SI_JURY_VAE>${jury}</SI_JURY_VAE>`),
				'Voies d’accès et composition du jury',
			);
		expect(voie('')).toEqual([]);
		expect(voie('<ACTIF>Non</ACTIF>')).toEqual(['Par expérience : non.']);
		expect(voie('<COMPOSITION>Deux maîtres.</COMPOSITION>')).toEqual(['Par expérience : Deux maîtres.']);
		expect(voie('<DATE_DERNIERE_MODIFICATION>06/05/2023</DATE_DERNIERE_MODIFICATION>')).toEqual([
			'Par expérience : état du 06/05/2023.',
		]);
		const nus = FICHE_LUTHIER.replace('<LIBELLE>Lutherie</LIBELLE>', '').replace('<LIBELLE>Musique</LIBELLE>', '');
		expect(sous(nus, 'Formacodes')).toEqual(['45000']);
		expect(sous(nus, 'Codes NSF')).toEqual(['234v : Travail du bois', '133']);
		const type = (abrege: string) =>
			sous(FICHE_LUTHIER.replace(/<ABREGE>.*<\/ABREGE>/u, `<ABREGE>${abrege}</ABREGE>`), 'Enregistrement')[0];
		expect(type('<LIBELLE>Titre professionnel</LIBELLE>')).toBe('Type : Titre professionnel');
		expect(type('<CODE>TP</CODE>')).toBe('Type : (TP)');
		expect(() => type('')).toThrow(/type « non dit » ; seules celles des titres professionnels/u);
		expect(() => type('<CODE>BTS</CODE>')).toThrow(/type « BTS »/u);
	});

	it('ni section vide, ni type', () => {
		expect(
			sous(FICHE_LUTHIER.replace('>Publiée<', '>  <'), 'Enregistrement').filter((t) => t.startsWith('État')),
		).toEqual([]);
		const fiche = sans('FORMACODES', FICHE_LUTHIER.replace('>Luthier<', '>  <'));
		const titres = lire(fiche).elements.flatMap((e) => (e.sorte === 'titre' ? [e.texte] : []));
		expect(titres).not.toContain('Formacodes');
		expect(titres).not.toContain('Types d’emplois accessibles');
	});

	it('une correspondance peut viser la certification entière', () => {
		const entiere = FICHE_LUTHIER.replace(
			/<CORRESPONDANCE>[\s\S]*<\/CORRESPONDANCE>/u,
			'<CORRESPONDANCE><SOURCE></SOURCE><DESTINATION><NUMERO_FICHE>RNCP90001</NUMERO_FICHE></DESTINATION></CORRESPONDANCE>',
		);
		expect(sous(entiere, 'Liens avec d’autres certifications').at(-1)).toBe(
			'Correspondance : RNCP90001 → la certification',
		);
		const double = FICHE_LUTHIER.replace(
			'</BLOC_COMPETENCES></SOURCE>',
			'</BLOC_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP90002BC02</CODE></BLOC_COMPETENCES></SOURCE>',
		);
		expect(sous(double, 'Liens avec d’autres certifications').at(-1)).toMatch(/→ RNCP90002BC01, RNCP90002BC02$/u);
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

describe('la page d’une fiche', () => {
	const page = (fiche: string) =>
		lire(fiche).elements.map((e) =>
			e.sorte === 'titre' ? `${'#'.repeat(e.rang)} ${e.texte}` : 'texte' in e ? `${e.sorte} ${e.texte}` : '*',
		);

	it('a les sections du site public, dans leur ordre, les blocs après les capacités', () => {
		expect(page(FICHE_LUTHIER)).toEqual([
			'## Activités visées',
			'paragraphe Il fabrique des instruments.',
			'paragraphe Il les règle.',
			'## Capacités attestées',
			'paragraphe 1. Fabriquer',
			'item Choisir les bois',
			'item Poser les filets',
			'*',
			'## Modalités d’évaluation',
			'### RNCP90002BC01',
			'paragraphe Mise en situation : 05 h 00 min',
			'## Secteurs d’activités',
			'item Ateliers',
			'item Orchestres',
			'## Types d’emplois accessibles',
			'paragraphe Luthier',
			'## Voies d’accès et composition du jury',
			'item Par expérience : oui. Deux professionnels.',
			'## Textes',
			'item Arrêté du 26 avril 2023 (Journal officiel du 13/05/2023)',
			'## Certificateurs',
			'item MINISTERE DU TRAVAIL (SIRET 11000007200014, actif)',
			'## Codes NSF',
			'item 234v : Travail du bois',
			'item 133 : Musique',
			'## Formacodes',
			'item 45000 : Lutherie',
			'## Liens avec d’autres certifications',
			'item Ancienne certification : RNCP90001',
			'item Nouvelle certification : RNCP90003',
			'item Correspondance : RNCP90001 (RNCP90001BC02, RNCP90001BC01) → RNCP90002BC01',
			'## Enregistrement',
			'item Type : Titre professionnel (TP)',
			'item Code du bloc 1 : RNCP90002BC01',
			'item Code du bloc 2 : RNCP90002BC02',
			'item Code du bloc 3 : RNCP90002BC03',
			'item État de la fiche : Publiée',
			'item Type d’enregistrement : Enregistrement de droit',
			'item Date d’effet : 01/09/2023',
			'item Date de fin d’enregistrement : 31/08/2028',
			'item Existence de partenaires : Oui',
		]);
	});

	it.each([
		['Poser les filets', '<CAPACITES_ATTESTEES>'],
		['RNCP90002BC01', '<BLOC_COMPETENCES>'],
		['Mise en situation : 05 h 00 min', '<MODALITES_EVALUATION>'],
		['Luthier', '<TYPE_EMPLOI_ACCESSIBLES>'],
		['Par expérience : oui. Deux professionnels.', '<SI_JURY_VAE>'],
		['Arrêté du 26 avril 2023 (Journal officiel du 13/05/2023)', '<PUBLICATION_JO>'],
		['MINISTERE DU TRAVAIL (SIRET 11000007200014, actif)', '<CERTIFICATEUR>'],
		['Ancienne certification : RNCP90001', '<ANCIENNE_CERTIFICATION>'],
		['Type : Titre professionnel (TP)', '<ABREGE>'],
		['Date d’effet : 01/09/2023', '<DATE_EFFET>'],
	])('dit la ligne d’où vient « %s »', (texte, balise) => {
		const e = lire(FICHE_LUTHIER).elements.find((x) => 'texte' in x && x.texte === texte);
		// The fiche starts after the third line of the export.
		expect(FICHE_LUTHIER.split('\n')[(e && 'lignes' in e ? (e.lignes[0] ?? 0) : 0) - 4]).toContain(balise);
	});

	it('dit la ligne d’où vient un bloc, et celle de ses compétences', () => {
		const [premier] = lire(FICHE_LUTHIER).blocs;
		const lignes = FICHE_LUTHIER.split('\n');
		expect(lignes[(premier?.lignes[0] ?? 0) - 4]).toContain('<BLOC_COMPETENCES>');
		expect(lignes[(premier?.competences[0]?.lignes[0] ?? 0) - 4]).toContain('<LISTE_COMPETENCES>');
	});

	it('coupe un texte aplati à ses blancs devant une capitale, un nombre ou une puce, et là seulement', () => {
		const texte = (brut: string) =>
			page(FICHE_LUTHIER.replace('>Luthier</TYPE', `>${brut}</TYPE`)).filter((_, i, tous) => {
				const debut = tous.indexOf('## Types d’emplois accessibles');
				return i > debut && i < tous.indexOf('## Voies d’accès et composition du jury');
			});
		expect(texte('Un  Deux  3 trois  « Quatre »  cinq   six')).toEqual([
			...['paragraphe Un', 'paragraphe Deux', 'paragraphe 3 trois', 'paragraphe « Quatre » cinq six'],
		]);
		expect(texte('Un\ndeux\n\nTrois\r\n- quatre')).toEqual(['paragraphe Un deux', 'paragraphe Trois', 'item quatre']);
		expect(texte('Bois - fer  Bois* et fer')).toEqual(['paragraphe Bois - fer', 'paragraphe Bois* et fer']);
		expect(texte('* un  • deux  - trois  -quatre')).toEqual([
			'item un',
			'item deux',
			'item trois',
			'paragraphe -quatre',
		]);
	});

	it('dit les voies d’accès dans leur ordre, et chacune par son nom', () => {
		const jurys = ['VAE', 'CL', 'CQ', 'FC', 'CA', 'FI'].map(
			(voie) => `<SI_JURY_${voie}><ACTIF>Non</ACTIF><COMPOSITION>${voie}</COMPOSITION></SI_JURY_${voie}>`,
		);
		expect(
			sous(
				FICHE_LUTHIER.replace(/<SI_JURY_VAE>[\s\S]*<\/SI_JURY_VAE>/u, jurys.join('')),
				'Voies d’accès et composition du jury',
			),
		).toEqual([
			'Après un parcours de formation sous statut d’élève ou d’étudiant : non. FI',
			'En contrat d’apprentissage : non. CA',
			'Après un parcours de formation continue : non. FC',
			'En contrat de professionnalisation : non. CQ',
			'Par candidature individuelle : non. CL',
			'Par expérience : non. VAE',
		]);
	});
});

describe('les faits d’une fiche', () => {
	it('le type de ses blocs : un certificat complémentaire, un CCS, un bloc optionnel en sont', () => {
		const type = (libelle: string) => lire(FICHE_LUTHIER.replace('Fabriquer un instrument', libelle)).blocs[0]?.type;
		for (const ccs of [
			'Certificat complémentaire de bois',
			'Le CCS du bois',
			'Bloc optionnel : bois',
			'Bloc de compétences optionnel : bois',
			'Optionnel : dorer le bois',
			'Dorer le bois - facultatif',
			'CCS 2 : Bois',
			'CCS2 : Bois',
		])
			expect(type(ccs), ccs).toBe('ccs');
		for (const ccp of ['Fabriquer', 'CCP 1 - Fabriquer', 'Les CCSX du bois', 'Régler un accessoire optionnel'])
			expect(type(ccp), ccp).toBe('ccp');
	});

	it('l’intitulé d’un bloc est sans sa marque, sauf s’il n’est qu’elle', () => {
		const bloc = (libelle: string) => lire(FICHE_LUTHIER.replace('Fabriquer un instrument', libelle)).blocs[0];
		expect(bloc('CCP 1 - Fabriquer')).toMatchObject({ marque: 'CCP 1 -', intitule: 'Fabriquer' });
		expect(bloc('CCP 1')).toMatchObject({ marque: '', intitule: 'CCP 1' });
		expect(bloc('Fabriquer  un\u00a0bois')).toMatchObject({ marque: '', intitule: 'Fabriquer un bois' });
	});

	it('ses codes : NSF de trois chiffres et d’une lettre, ROME des deux nomenclatures', () => {
		const lue = lire(
			FICHE_LUTHIER.replace('>234v<', '>23v<').replace('<ROME><CODE>B1501</CODE>', '<ROME><CODE>44132</CODE>'),
		);
		expect(lue).toMatchObject({ nsf: ['133'], rome: [{ valeur: '44132', libelle: "Fabrication d'instruments" }] });
		expect(lire(FICHE_LUTHIER.replace('>234v<', '>2345<')).nsf).toEqual(['133']);
		for (const autre of ['XB1501', 'B15012', '441320'])
			expect(lire(FICHE_LUTHIER.replace('>B1501<', `>${autre}<`)).rome, autre).toEqual([]);
	});

	it('le numéro d’une compétence est sa marque, et n’est pas dit à placer', () => {
		const lue = lire(FICHE_LUTHIER.replace('Dater un instrument.', 'C1. Dater un bois.    C2. Peser un bois.'));
		expect(lue.blocs.at(-1)?.competences.map((c) => [c.marque, c.libelle])).toEqual([
			['C1.', 'Dater un bois.'],
			['C2.', 'Peser un bois.'],
		]);
		expect(lue.restes).toEqual([]);
		for (const c of lue.blocs[0]?.competences ?? []) expect(c).not.toHaveProperty('marque');
	});

	it('le niveau et la fin, là où ils se lisent', () => {
		expect(lire(FICHE_LUTHIER.replace('>NIV4<', '>NIV 4<'))).not.toHaveProperty('niveau');
		expect(lire(FICHE_LUTHIER)).toMatchObject({
			fin: { date: '2028-09-01', note: 'enregistrée au RNCP jusqu’au 31 août 2028' },
		});
		// The end has the day and month of the start: the registration has then lasted whole years.
		expect(lire(FICHE_LUTHIER.replace('31/08/2028', '01/09/2028'))).toMatchObject({
			fin: { date: '2028-09-01', note: 'échéance de l’enregistrement au RNCP : 1er septembre 2028' },
		});
		expect(lire(sans('DATE_FIN_ENREGISTREMENT'))).not.toHaveProperty('fin');
	});

	it('ce qui la lie à d’autres, en remarques ; ce qui en est laissé, compté', () => {
		expect(lire(FICHE_LUTHIER)).toMatchObject({
			remarques: ['Au RNCP, cette fiche remplace RNCP90001.', 'Au RNCP, cette fiche est remplacée par RNCP90003.'],
			blocs: [{ code: 'RNCP90002BC01' }, { code: 'RNCP90002BC02' }, { code: 'RNCP90002BC03' }],
			declarees: [{ de: ['RNCP90001BC02', 'RNCP90001BC01'], numero: 'RNCP90001', vers: ['RNCP90002BC01'] }],
			laisses: ['PARTENAIRES (1)', 'STATISTIQUES_PROMOTIONS (1)'],
			entetes: [],
			reparations: [],
			genre: 'rncp',
		});
		expect(lire(FICHE_LUTHIER).elements).toContainEqual({ sorte: 'blocs' });
		for (const bloc of lire(FICHE_LUTHIER).blocs) expect(bloc.retires).toEqual([]);
		expect(lire(FICHE_LUTHIER.replace(/<PARTENAIRES>[\s\S]*<\/PARTENAIRES>/u, '<PARTENAIRES/>')).laisses).toEqual([
			'STATISTIQUES_PROMOTIONS (1)',
		]);
	});

	it('ses doutes, avec la ligne de leur liste', () => {
		expect(lire(FICHE_LUTHIER.replace('Dater un instrument.', 'Sens du détail')).doutes).toEqual([
			{
				ligne: 66,
				texte: 'Sens du détail',
				motif: 'ce morceau ne commence pas par un infinitif : coupure douteuse',
			},
		]);
	});

	it('ce qui se dit hors vigueur est un doute, ce qui est barré est refusé', () => {
		const motif = 'le texte dit que ceci n’est plus en vigueur : à ôter ?';
		const abroge = FICHE_LUTHIER.replace('>Fabriquer un instrument<', '>Fabriquer un instrument (abrogé)<').replace(
			'Dater un instrument.',
			'Dater un instrument (supprimé).',
		);
		expect(lire(abroge).doutes.map((d) => d.motif)).toEqual([motif, motif]);
		const barre = FICHE_LUTHIER.replace('Dater un instrument.', '&lt;p&gt;&lt;s&gt;Dater&lt;/s&gt; Classer.&lt;/p&gt;');
		expect(() => lire(barre)).toThrow(/texte barré/u);
		const mal = FICHE_LUTHIER.replace('Dater un instrument', 'Dater un modÃ¨le');
		expect(() => lire(mal)).toThrow(/LISTE_COMPETENCES : accents mal décodés \(« modÃ¨le »\)/u);
	});

	it('une certification ancienne sans numéro n’est pas nommée', () => {
		const { anciennes, remarques } = lire(
			FICHE_LUTHIER.replace(/<ID_FICHE_ANCIENNE_CERTIFICATION>[^<]*</u, '<ID_FICHE_ANCIENNE_CERTIFICATION> <'),
		);
		expect(anciennes).toEqual([]);
		expect(remarques).not.toContainEqual(expect.stringContaining('remplace .'));
	});

	it('un numéro mal formé est refusé', () => {
		for (const numero of ['RNCP', 'RNCP1234567', 'XRNCP90002', 'RNCP90002B'])
			expect(() => lire(FICHE_LUTHIER.replace('>RNCP90002<', `>${numero}<`)), numero).toThrow(/sans numéro RNCP/u);
	});
});

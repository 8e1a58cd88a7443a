import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, inject, it } from 'vitest';
import { navigateur } from '../navigateur.ts';
import { annonce, choisir, deplier, deplierTitres, ECRANS, tabulerJusqua, texte, visiter } from './outils-gestes.ts';

const ARTICLE = 'Arrêté du 22 juillet 2003 (NOR SOCF0311064A), version consolidée sur Légifrance, art. 3 bis';

describe.each(ECRANS)('quelqu’un qui détient les trois CCP du TSSI 2003 ($ecran)', ({ ecran: _, ...options }) => {
	it('apprend ce qu’ils valent pour le TSSI 2013, au clavier, et retrouve tout par l’adresse', async () => {
		const { page, erreurs, demandes, fermer } = await visiter(navigateur, '/mes-ccp/', options);
		await choisir(page, 'titre', 'TSSI 2003', 'TSSI 2003');
		await page.locator('.titre-coche').waitFor();
		for (const rang of [1, 2, 3]) {
			await tabulerJusqua(page, `#tssi-2003-ccp-${rang}`);
			await page.keyboard.press('Space');
		}
		await choisir(page, 'cible', 'tssi 2013', 'TSSI 2013');
		await annonce(page, /^Vous êtes réputé avoir 3 CCP sur 3 du TSSI 2013, qui n’est plus en vigueur.*3 blocs cochés/);

		await page.locator('.preuve > summary').click();
		// Article 3 bis, read by hand: 1 gives 1, 2 gives 2 and 3, 3 gives « Néant »; then one to one.
		const visee = page.locator('article');
		expect(await visee.count()).toBe(1);
		const acquis = visee.locator('.acquis > li');
		expect(await acquis.locator('> a').allTextContents()).toEqual([
			'CCP 1, Intervenir et assister en centre de services sur l’environnement de travail utilisateur',
			'CCP 2, Intervenir et assurer le support sur les systèmes et les réseaux informatiques',
			'CCP 3, Intervenir et assurer le support sur les serveurs d’applications',
		]);
		const chaines = await Promise.all([0, 1, 2].map((i) => acquis.nth(i).locator('.chaine li').allInnerTexts()));
		expect(chaines.map((c) => c.map((etape) => etape.replace(/\s+/g, ' ')))).toEqual([
			[
				`CCP 1 du TSSI 2003 : réputé avoir obtenu le CCP 1 du TSSI 2008. ${ARTICLE}`,
				`CCP 1 du TSSI 2008 : réputé avoir obtenu le CCP 1 du TSSI 2013. ${ARTICLE}`,
			],
			[
				`CCP 2 du TSSI 2003 : réputé avoir obtenu le CCP 2 et le CCP 3 du TSSI 2008. ${ARTICLE}`,
				`CCP 2 du TSSI 2008 : réputé avoir obtenu le CCP 2 du TSSI 2013. ${ARTICLE}`,
			],
			[
				`CCP 2 du TSSI 2003 : réputé avoir obtenu le CCP 2 et le CCP 3 du TSSI 2008. ${ARTICLE}`,
				`CCP 3 du TSSI 2008 : réputé avoir obtenu le CCP 3 du TSSI 2013. ${ARTICLE}`,
			],
		]);
		const dit = await texte(page);
		expect(dit).toContain('Seule l’administration décide.');
		expect(dit).toContain('Acquis (3)');
		expect(dit).toContain(
			'Reste à obtenir (0) Aucun CCP. Détenir tous les CCP n’est pas encore détenir le titre : un jury l’attribue.',
		);
		expect(dit).toContain(`CCP 3 du TSSI 2003 : le texte dit « Néant » pour le TSSI 2008 (${ARTICLE}).`);
		expect(dit).toContain('Ce titre n’est plus en vigueur.');
		expect(dit).not.toContain('Sans réponse dans nos sources');
		// The rule of the fiche of 2013 is known, that of 2003 is not, and no date was given.
		expect(dit).toContain('Combien de temps un CCP du TSSI 2003 compte : nos sources n’ont pas sa règle.');
		expect(dit).toContain(
			'règle du TSSI 2013 : elle compte à partir de la date de votre premier CCP, que vous n’avez pas donnée.',
		);
		expect(dit).toContain(
			'Le candidat dispose ensuite de cinq ans, à partir de la date d’obtention du premier CCP, pour capitaliser tous les CCP.',
		);

		await page.locator('#tssi-2003-ccp-1-date').fill('2009-05-04');
		await page.locator('#au').fill('2014-05-04');
		await annonce(page, /3 CCP sur 3/);
		// CCP 3 gives nothing: its missing date does not matter, that of CCP 2 does.
		await expect
			.poll(() => texte(page))
			.toContain(
				'premier CCP daté : CCP 1 du TSSI 2003, obtenu le 4 mai 2009. 5 ans plus tard : le 4 mai 2014. D’après cette règle, ce délai court encore au 4 mai 2014. CCP 2 du TSSI 2003 n’a pas de date',
			);
		await page.locator('#au').fill('2014-05-05');
		await expect.poll(() => texte(page)).toContain('Délai dépassé.');
		const [adresse, resultat] = [page.url(), await texte(page)];
		expect(adresse).toContain(
			'#ccp=tssi-2003/ccp-1@2009-05-04,tssi-2003/ccp-2,tssi-2003/ccp-3&cible=tssi-2013&au=2014-05-05',
		);
		expect(erreurs).toEqual([]);
		for (const url of demandes) expect(url).not.toMatch(/ccp-\d|2009-05-04/);
		await fermer();

		const ailleurs = await visiter(navigateur, adresse.slice(inject('adresse').length), options);
		await annonce(ailleurs.page, /3 CCP sur 3/);
		await ailleurs.page.locator('.preuve > summary').click();
		expect(await texte(ailleurs.page)).toBe(resultat);
		expect(ailleurs.page.url()).toBe(adresse);
		expect(ailleurs.erreurs).toEqual([]);
		await ailleurs.fermer();
	});
});

describe.each(ECRANS)('un conseiller qui compare le TSGERI et le TSSI ($ecran)', ({ ecran: _, ...options }) => {
	it('lit les deux côte à côte, ne garde que les différences, et imprime', async () => {
		const { page, erreurs, fermer } = await visiter(navigateur, '/comparer/', options);
		await choisir(page, 'version', 'tssi 2013', 'TSSI 2013');
		await annonce(page, /Choisissez une deuxième version/);
		await choisir(page, 'version', 'exploitant 2008', 'TSGERI 2008');
		await annonce(page, /2 versions côte à côte/);
		expect(page.url()).toMatch(/\/comparer\/\?titres=tsgeri-2008,tssi-2013$/);

		// Read by hand in the annexe of the arrêté (S2) and in the fiche (S3).
		const ligne = async (partie: string, nom: string) =>
			(
				await page
					.locator(`#partie-${partie}-table tbody tr`)
					.filter({
						has: page.locator('th', { hasText: new RegExp(`^${nom.replace(/[()]/g, '\\$&')}(?=$|Deux états)`) }),
					})
					.locator('td')
					.evaluateAll((tds) => tds.map((td) => td.textContent?.replace(/La phrase du texte.*/s, '').trim()))
			).map((t) => t?.replace(/\s+/g, ' '));
		expect(await ligne('identite', 'Spécialité (NSF)')).toEqual(['326 u', '326 r']);
		expect((await ligne('identite', 'Métiers (ROME)'))[0]).toContain('32311');
		expect((await ligne('identite', 'Métiers (ROME)'))[1]).toMatch(/I1401.*M1801/);
		expect(await page.locator('#partie-identite-table th', { hasText: 'Métiers (ROME)' }).textContent()).toContain(
			'les codes ne se comparent pas',
		);
		expect(await ligne('identite', 'Arrêté (NOR)')).toEqual(['SOCF0311961A', 'SOCF0311064A']);
		expect(await ligne('identite', 'Contenu')).toEqual(['3 blocs, 20 compétences', '3 blocs, 17 compétences']);
		expect(await ligne('regles', 'Durée pendant laquelle un CCP compte')).toEqual([
			'le texte n’en dit rien',
			'cinq ans à partir de la date d’obtention du premier CCP',
		]);
		expect(await ligne('regles', 'Expérience demandée pour la VAE')).toEqual(['le texte n’en dit rien', 'trois ans']);
		expect(await ligne('blocs', 'CCP 2')).toEqual([
			'Exploiter et mettre en exploitation les ressources d’un système informatique (8 compétences)',
			'Intervenir et assurer le support sur les systèmes et les réseaux informatiques (6 compétences)',
		]);
		const dit = await texte(page);
		expect(dit).toContain(
			'Aucun texte officiel trouvé dans nos sources ne met en correspondance les blocs de ces deux versions.',
		);
		expect(dit).toContain(
			'Des 20 compétences du TSGERI 2008, 4 ont une correspondance dans le TSSI 2013, 7 y sont seulement apparentées, 9 n’y ont rien de proche.',
		);
		// The level, III on both sides, is the only identical fact: its row is folded until it is asked for.
		const niveau = page.locator('#partie-identite-table tr', { hasText: 'Niveau' });
		expect(await niveau.isVisible()).toBe(false);
		await page.emulateMedia({ media: 'print' });
		expect(await niveau.isVisible()).toBe(true);
		await page.emulateMedia({ media: null });
		await page.getByRole('button', { name: /^Montrer 1 ligne identique/ }).click();
		expect(await niveau.isVisible()).toBe(true);

		// The entries are the same as on the page of this comparison.
		const entrees = (p: typeof page) =>
			p.locator('.entree').evaluateAll((lis) => lis.map((li) => li.textContent?.replace(/\s+/g, '')));
		const ici = await entrees(page);
		const statique = await visiter(navigateur, '/comparer/tsgeri-2008/tssi-2013/', options);
		expect(ici).toEqual(await entrees(statique.page));
		await statique.fermer();
		await page.getByText('Filtrer', { exact: true }).click();
		await page.locator('input[name=nature][value="sans-suite"]').uncheck();
		expect(page.url()).toContain('titres=tsgeri-2008,tssi-2013&nature=');
		await page.locator('input[name=nature][value="sans-suite"]').check();
		await page.keyboard.press('Escape');

		await page.locator('input[name=differences]').check();
		await annonce(page, /lignes diffèrent/);
		expect(await page.locator('.repli').count()).toBe(0);
		await page.getByRole('button', { name: 'La plus récente d’abord' }).click();
		await expect.poll(() => ligne('identite', 'Spécialité (NSF)')).toEqual(['326 r', '326 u']);
		const adresse = page.url();
		expect(adresse).toContain('titres=tsgeri-2008,tssi-2013&ordre=recente&lignes=differences');
		const resultat = await texte(page);

		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('[data-comparer] form').first().isVisible()).toBe(false);
		expect(await page.locator('header nav').isVisible()).toBe(false);
		await page.emulateMedia({ media: null });
		const { text } = await extractText(await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' }))), {
			mergePages: true,
		});
		const papier = text.replace(/\s+/g, ' ');
		for (const passage of [
			'TSSI 2013 et TSGERI 2008, côte à côte',
			'326 u',
			'titres=tsgeri-2008,tssi-2013&ordre=recente',
			'TP-00495',
			'Site non officiel',
			'Assister et conseiller',
		])
			expect(papier).toContain(passage);
		// In print, the sentences of the rules are shown; on screen they are folded.
		expect(papier).toContain('Le candidat dispose ensuite de cinq ans');
		expect(erreurs).toEqual([]);
		await fermer();

		const ailleurs = await visiter(navigateur, adresse.slice(inject('adresse').length), options);
		await annonce(ailleurs.page, /côte à côte/);
		expect(await texte(ailleurs.page)).toBe(resultat);
		await ailleurs.fermer();
	});
});

describe.each(ECRANS)('une technicienne qui pratique neuf compétences du TSSI ($ecran)', ({ ecran: _, ...options }) => {
	it('apprend à quelle distance est le TSSR, et emporte le résultat', async () => {
		const { page, erreurs, demandes, fermer } = await visiter(navigateur, '/me-situer/', options);
		await choisir(page, 'titre', 'TSSI 2013', 'TSSI 2013');
		await page.locator('.titre-coche').waitFor();
		await deplier(page);
		for (const libelle of [
			'Gérer les incidents et les problèmes.',
			'Configurer et mettre à jour un poste de travail informatique.',
			'Assister les utilisateurs.',
			'Intervenir sur une infrastructure de réseau TCP/IP.',
			'Administrer et dépanner un serveur.',
			'Automatiser des tâches à l’aide de scripts.',
			'Déployer des postes de travail sur un réseau d’entreprise.',
			'Utiliser un outil de gestion d’environnements virtuels.',
		])
			await page.getByRole('checkbox', { name: libelle, exact: true }).check();
		// Find the ninth competence by its words.
		await page.locator('#mots').fill('veille technologique en informatique');
		const trouvee = page.locator('[data-trouvees] li', { hasText: 'TSSI 2013' }).getByRole('checkbox');
		await trouvee.first().check();
		await annonce(page, /9 compétences cochées/);
		expect(page.url()).toContain('#c=tssi-2013/ccp-1/c1.c2.c4,tssi-2013/ccp-2/c1.c3.c5.c6,tssi-2013/ccp-3/c1.c6');

		const titres = page.locator('.proche h3');
		const dits = (await titres.allTextContents()).map((t) => t.replace(/\s+/g, ' '));
		expect(dits).toEqual(
			expect.arrayContaining(['TSSI 2013 : 9 compétences sur 17', 'TSSR 2018 : 5 compétences sur 15']),
		);
		const tssr = page.locator('.proche', { has: page.locator('h3', { hasText: 'TSSR 2018' }) });
		await deplierTitres(page);
		expect((await tssr.innerText()).replace(/\s+/g, ' ')).toContain(
			'5 par rapprochement relu, 3 en partie seulement, 3 apparentées, 4 manquent.',
		);
		expect(
			(await tssr.locator('tbody tr').allInnerTexts()).map((t) =>
				t.replace(/\s+/g, ' ').replace(/.*?(\d+ compétences? sur)/, '$1'),
			),
		).toEqual([
			expect.stringMatching(/^2 compétences sur 4 .*2 par rapprochement relu, 2 apparentées$/),
			expect.stringMatching(
				/^1 compétence sur 5 .*1 par rapprochement relu, 2 en partie seulement, 1 apparentée, 1 manque$/,
			),
			expect.stringMatching(/^2 compétences sur 6 .*2 par rapprochement relu, 1 en partie seulement, 3 manquent$/),
			expect.stringMatching(/^0 compétence sur 5 .*2 apparentées, 3 manquent$/),
		]);
		const ouvrir = async (liste: string) => {
			const details = tssr.locator('details', { has: page.locator('summary', { hasText: liste }) });
			await details.locator('summary').click();
			expect(await details.locator('li').count()).toBe(
				Number((await details.locator('summary').innerText()).match(/\d+/)?.[0]),
			);
			return details.innerText();
		};
		const manque = await ouvrir('Ce qui manque');
		for (const libelle of [
			'Sécuriser les accès à internet.',
			'Superviser l’infrastructure.',
			'Intervenir dans un environnement de Cloud Computing.',
			'Maintenir et sécuriser les accès réseaux distants.',
		])
			expect(manque).toContain(libelle);
		expect(manque).not.toContain('CCS');
		const discute = await ouvrir('Ce qui est à discuter');
		for (const libelle of [
			// A parenté never counts as covered.
			'Assister à l’utilisation des ressources collaboratives.',
			// Only partly covered: their correspondence also needs competences that are not ticked.
			'Configurer les services de déploiement et de terminaux clients légers.',
			'Maintenir et exploiter un domaine ActiveDirectory et les serveurs Windows.',
			'Maintenir et exploiter un serveur Linux.',
		])
			expect(discute).toContain(libelle);
		expect(discute).toContain('Intervenir sur un serveur de clients légers.');
		// Titles in force come first; the others are sorted by how much of them is covered.
		expect(dits[0]).toMatch(/^TSSR 2026 : /);
		const parts = dits.slice(1).map((t) => {
			const [couvertes = 0, total = 1] =
				t
					.match(/\d+ compétences? sur \d+/)?.[0]
					.match(/\d+/g)
					?.map(Number) ?? [];
			return couvertes / total;
		});
		expect(parts).toEqual(parts.toSorted((a, b) => b - a));
		expect(await texte(page)).toContain('une compétence couverte ici n’est pas une compétence reconnue');

		const recevoir = async (nom: string) => {
			const [fichier] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('button', { name: nom }).click(),
			]);
			const flux = await fichier.createReadStream();
			const morceaux: Buffer[] = [];
			for await (const m of flux) morceaux.push(m as Buffer);
			return { nom: fichier.suggestedFilename(), contenu: Buffer.concat(morceaux).toString('utf8') };
		};
		const csv = await recevoir('Télécharger en CSV');
		expect(csv.nom).toBe('lignee-me-situer.csv');
		expect(csv.contenu.split('\r\n').filter((l) => l.startsWith('"TSSR 2018";"CCP'))).toHaveLength(15);
		const reponses = await recevoir('Enregistrer mes réponses');
		const [adresse, resultat] = [page.url(), await texte(page)];
		expect(erreurs).toEqual([]);
		for (const url of demandes) expect(url).not.toMatch(/[?&#]c=|c1\.c2/);
		await fermer();

		const parAdresse = await visiter(navigateur, adresse.slice(inject('adresse').length), options);
		await annonce(parAdresse.page, /9 compétences cochées/);
		await deplierTitres(parAdresse.page);
		for (const liste of ['Ce qui manque', 'Ce qui est à discuter'])
			await parAdresse.page
				.locator('.proche', { has: parAdresse.page.locator('h3', { hasText: 'TSSR 2018' }) })
				.locator('summary', { hasText: liste })
				.click();
		expect(await texte(parAdresse.page)).toBe(resultat);
		await parAdresse.fermer();

		const parFichier = await visiter(navigateur, '/me-situer/', options);
		await parFichier.page.locator('fieldset:not([disabled]) input[type=file]').setInputFiles({
			name: reponses.nom,
			mimeType: 'application/json',
			buffer: Buffer.from(reponses.contenu),
		});
		await annonce(parFichier.page, /9 compétences cochées/);
		expect(parFichier.page.url()).toBe(adresse);
		await parFichier.fermer();
	});
});

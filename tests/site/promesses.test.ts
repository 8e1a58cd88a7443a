import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import type { Element, Nodes } from 'hast';
import Papa from 'papaparse';
import { describe, expect, inject, it } from 'vitest';
import { ouvrirNavigateur } from '../../scripts/navigateur.ts';
import { lireCatalogue } from '../../src/catalogue/catalogue.ts';
import { adresse } from '../../src/domaine/adresse.ts';
import { ancreEntree, type Comparaison } from '../../src/domaine/comparaison/comparaison.ts';
import { nomBloc, nomVersion, type Version } from '../../src/domaine/version.ts';
import { REGLES } from '../../src/domaine/vocabulaire.ts';
import type { CleSource } from '../../src/schemas/fait.ts';
import type { Sources } from '../../src/schemas/source.ts';
import { attribut, dire, dit, lireArbre, serrer, tous, un } from './arbre.ts';

/**
 * What readers rely on. Built pages are compared with the facts of the catalogue, and what is expected is never
 * computed with the code that renders the pages.
 */
const DOSSIER = 'dist';
const catalogue = lireCatalogue('content');
const { versions, parId, correspondances, competences } = catalogue;

const lus = new Map<string, Nodes>();
const page = (chemin: string): Nodes => {
	const arbre = lus.get(chemin) ?? lireArbre(DOSSIER, chemin);
	lus.set(chemin, arbre);
	return arbre;
};
const comparaisons = globSync(`${DOSSIER}/donnees/comparaisons/*.json`).map(
	(fichier) => JSON.parse(readFileSync(fichier, 'utf8')) as Comparaison,
);
/** Comparisons whose two versions have labels: the others have no entries. */
const lisibles = comparaisons.filter((c) =>
	[c.de, c.vers].every((id) => parId.get(id)?.blocs.some((b) => b.competences.length > 0)),
);
const libelle = (id: string): string => competences.get(id)?.competence.libelle ?? `inconnue : ${id}`;
const entreeDe = (de: string, vers: string, entree: Pick<Comparaison['competences'][number], 'de' | 'vers'>): Element =>
	un(page(adresse.comparaison(de, vers)), `#${ancreEntree(entree)}`);
const liens = (noeud: Nodes): string[] => tous(noeud, 'a').map((a) => attribut(a, 'href'));

/** True for a fact that only secondary sources give. */
const douteux = (fait: { source: CleSource } | undefined, sources: Sources): boolean =>
	fait !== undefined && [fait.source].flat().every((cle) => sources[cle]?.nature === 'secondaire');
const laVeille = (jour: string): string => new Date(Date.parse(jour) - 86_400_000).toISOString().slice(0, 10);
const jours = (noeud: Nodes): string[] => tous(noeud, 'time').map((t) => attribut(t, 'dateTime'));

/** The value of a fact, by its name, in a list of facts. */
const fait = (liste: Element, nom: RegExp): Element => {
	const ligne = tous(liste, 'div').find((div) => nom.test(dire(un(div, 'dt'))));
	if (!ligne) throw new Error(`${nom} n’est pas dans la liste`);
	return un(ligne, 'dd');
};

describe('les faits d’une version', () => {
	it('son début est au début, sa fin à la fin, et ce qui manque est dit manquer', () => {
		for (const { id, debut, fin } of versions) {
			const liste = un(page(adresse.titre(id)), 'dl.faits');
			for (const [nom, valeur, manque] of [
				[/^Début$/, debut, 'date de début'],
				[/^Fin$/, fin, 'date de fin'],
			] as const) {
				if (valeur) expect(jours(fait(liste, nom)), `${id}, ${nom}`).toEqual([valeur.valeur]);
				else expect(dire(fait(liste, /^Non trouvé dans nos sources$/)), `${id}, ${nom}`).toContain(manque);
			}
		}
	});

	it('chaque numéro de source est celui de la liste, et mène à elle', () => {
		for (const { id, sources } of versions) {
			const arbre = page(adresse.titre(id));
			const cles = Object.keys(sources);
			expect(tous(un(arbre, 'ol.sources'), 'li').map((li) => attribut(li, 'id'))).toEqual(
				cles.map((cle) => `source-${cle}`),
			);
			for (const a of tous(arbre, '.sourcage').flatMap((marque) => tous(marque, 'a'))) {
				const cle = attribut(a, 'href').replace('#source-', '');
				const numero = cles.indexOf(cle) + 1;
				expect(numero, `${id} : ${cle}`).toBeGreaterThan(0);
				expect(dire(a), `${id} : ${cle}`).toBe(`[${numero}]`);
				expect(serrer(attribut(a, 'ariaLabel'))).toBe(serrer(`source ${numero} : ${sources[cle]?.intitule}`));
			}
		}
	});

	it('chaque date et chaque code a ses sources, et « à vérifier » si toutes sont secondaires', () => {
		for (const { id, sources, debut, fin, codes } of versions) {
			const liste = un(page(adresse.titre(id)), 'dl.faits');
			const cellules = tous(liste, 'dd');
			for (const f of [debut, fin, ...codes].filter((f) => f !== undefined)) {
				const cellule = cellules.find(
					(dd) => jours(dd).includes(f.valeur) || dire(dd).split(/[ [(]/)[0] === f.valeur,
				) as Element;
				expect(
					tous(un(cellule, '.sourcage'), 'a').map((a) => attribut(a, 'href')),
					`${id} : ${f.valeur}`,
				).toEqual([f.source].flat().map((cle) => `#source-${cle}`));
				expect(dit(cellule, 'à vérifier'), `${id} : ${f.valeur}`).toBe(douteux(f, sources));
			}
		}
	});
});

describe('le statut d’une version', () => {
	/** True if the state of a version depends on uncertain dates. */
	const repose = ({ etat, debut, fin, sources }: Version): boolean =>
		(etat.cle === 'en-vigueur' && (douteux(debut, sources) || douteux(fin, sources))) ||
		(etat.cle === 'terminee' && douteux(fin, sources));

	it('est à vérifier, partout où il est dit, quand une source secondaire seule le dit', () => {
		const douteuses = versions.filter(repose);
		expect(douteuses.length).toBeGreaterThan(0);
		for (const version of versions) {
			const pages = [version.id, ...version.blocs.flatMap((b) => [b.id, ...b.competences.map((c) => c.id)])];
			for (const id of pages) {
				const [premiere] = tous(un(page(adresse.titre(id)), 'aside.etat'), 'p');
				const reserve = dit(premiere as Element, 'à vérifier');
				if (repose(version)) expect(reserve, id).toBe(true);
				else if (version.etat.cle !== 'remplacee') expect(reserve, id).toBe(false);
			}
		}
	});

	it('remplacée, porte la réserve du jour que seule une source secondaire donne', () => {
		for (const { id, etat } of versions.filter((v) => v.etat.cle === 'remplacee')) {
			const [remplacante] = etat.suites
				.filter(({ nature }) => nature === 'officielle')
				.map(({ version }) => parId.get(version) as Version)
				.filter(({ debut }) => debut?.valeur === etat.depuis);
			const [premiere] = tous(un(page(adresse.titre(id)), 'aside.etat'), 'p');
			expect(dit(premiere as Element, 'à vérifier'), id).toBe(douteux(remplacante?.debut, remplacante?.sources ?? {}));
		}
	});
});

describe('les règles', () => {
	it('sont sur la page de la version, chacune avec sa phrase et sa source', () => {
		const enoncees = versions.flatMap((v) => Object.entries(v.regles).map(([cle, regle]) => ({ v, cle, regle })));
		expect(enoncees.length).toBeGreaterThan(10);
		for (const { v, cle, regle } of enoncees) {
			const ligne = un(page(adresse.titre(v.id)), `#regle-${cle}`);
			expect(serrer(dire(un(ligne, 'blockquote'))), `${v.id}, ${cle}`).toBe(serrer(regle.phrase));
			expect(tous(un(ligne, '.sourcage'), 'a').map((a) => attribut(a, 'href'))).toEqual(
				[regle.source].flat().map((s) => `#source-${s}`),
			);
		}
	});

	it('que le texte n’a pas sont dites cherchées en vain, les autres pas encore relevées', () => {
		const cles = Object.keys(REGLES) as (keyof typeof REGLES)[];
		const nommees = (paragraphe: string | undefined) =>
			cles.filter((cle) =>
				serrer(paragraphe ?? '')
					.toLowerCase()
					.includes(serrer(REGLES[cle]).toLowerCase()),
			);
		let muettes = 0;
		for (const v of versions.filter(({ profondeur }) => profondeur === 'texte')) {
			const paragraphes = tous(page(adresse.titre(v.id)), 'p').map((p) => dire(p));
			const [cherchees, attendues] = ['Cherché dans tout le texte', 'Pas encore relevé'].map((debut) =>
				nommees(paragraphes.find((p) => p.startsWith(debut))),
			);
			expect(new Set(cherchees), v.id).toEqual(new Set(v.aucune));
			expect(attendues, v.id).toEqual(cles.filter((cle) => !v.regles[cle] && !v.aucune.includes(cle)));
			muettes += v.aucune.length;
		}
		expect(muettes).toBeGreaterThan(0);
	});

	it('comparées, ne sont dites changer ou ne pas changer que si les deux côtés sont connus', () => {
		let unSeul = 0;
		let deux = 0;
		for (const { de, vers } of comparaisons) {
			const [a, b] = [parId.get(de), parId.get(vers)] as [Version, Version];
			const lignes = tous(page(adresse.comparaison(de, vers)), 'table.regles-comparees').flatMap((tableau) =>
				tous(tableau, 'tr').slice(1),
			);
			const repliees = tous(page(adresse.comparaison(de, vers)), 'details').flatMap((pli) => tous(pli, 'tr'));
			const verdict = (ligne: Element) => tous(ligne, '.verdict').map((v) => dire(v))[0];
			for (const cle of new Set([...Object.keys(a.regles), ...Object.keys(b.regles)]) as Set<keyof Version['regles']>) {
				const [x, y] = [a.regles[cle], b.regles[cle]];
				const phrases = [x, y].flatMap((r) => r?.phrase ?? []);
				const ligne = lignes.find((l) => {
					const dites = tous(l, 'blockquote').map((q) => serrer(dire(q)));
					return dites.length === phrases.length && phrases.every((p, i) => dites[i] === serrer(p));
				});
				const ou = `${de} et ${vers}, ${cle}`;
				expect(ligne, `${ou} : ${phrases.join(' | ')}`).toBeDefined();
				const nu = (r: object | undefined) => JSON.stringify({ ...r, phrase: null, source: null, note: null });
				if (x && y) {
					deux += 1;
					expect(repliees, ou).not.toContain(ligne);
					expect(verdict(ligne as Element), ou).toBe(nu(x) === nu(y) ? 'Ne change pas' : 'Change');
				} else {
					unSeul += 1;
					const muette = ((x ? b : a).aucune as string[]).includes(cle);
					expect(repliees.includes(ligne as Element), ou).toBe(!muette);
					expect(verdict(ligne as Element), ou).toBe(muette ? 'Dit d’un seul côté' : 'Un seul côté connu');
				}
			}
			for (const [nom, x, y] of [
				[/^Niveau/, a.niveau, b.niveau],
				[/^Début/, a.debut, b.debut],
				[/^Fin/, a.fin, b.fin],
			] as const) {
				const ligne = lignes.find((l) => nom.test(dire(un(l, 'th'))));
				if (ligne && !(x && y))
					expect(verdict(ligne), `${de} et ${vers}, ${nom}`).toBe(
						x || y ? 'Un seul côté connu' : 'Inconnu des deux côtés',
					);
			}
		}
		expect(unSeul).toBeGreaterThan(0);
		expect(deux).toBeGreaterThan(0);
	});
});

describe('l’épreuve d’un titre', () => {
	it('que nul n’a relevée n’est inconnue que si son texte l’est aussi ; sinon la page renvoie au texte', () => {
		for (const { id, epreuves, profondeur, blocs } of versions) {
			if (epreuves?.length) continue;
			for (const chemin of [id, ...blocs.map((bloc) => bloc.id)].map(adresse.titre)) {
				const section = tous(page(chemin), 'section').find((s) => /^epreuves?$/u.test(attribut(s, 'ariaLabelledBy')));
				if (!section) throw new Error(`${chemin} ne dit rien de l’épreuve`);
				const tenu = profondeur === 'texte';
				expect(dire(section), chemin).toMatch(tenu ? /pas encore relevée : voyez si/u : /est inconnue : aucune/u);
				expect(liens(section), chemin).toEqual(tenu ? [`${adresse.titre(id)}#texte`] : []);
			}
		}
	});
});

describe('le texte officiel', () => {
	it('dit chacune de ses réparations, avant, après et pourquoi', () => {
		const reparees = versions.flatMap((v) => v.reparations.map((r) => ({ id: v.id, ...r })));
		expect(reparees.length).toBeGreaterThan(0);
		for (const { id, avant, apres, motif } of reparees) {
			const lignes = tous(page(adresse.titre(id)), 'tr');
			expect(
				lignes.some((tr) => [avant, apres, motif].every((t) => dit(tr, t))),
				`${id} : ${avant} → ${apres}`,
			).toBe(true);
		}
	});

	it('est sur sa page mot pour mot : aucun de plus, aucun de moins', () => {
		const mots = (texte: string): string[] => texte.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
		const compter = (liste: string[]) => Map.groupBy(liste, (m) => m);
		for (const [id, corps] of catalogue.corps) {
			const officiel = un(page(adresse.titre(id)), 'section.officiel');
			const sections = tous(officiel, 'section.prose');
			// Only the heading of the notes is not in the source.
			const lus = sections.flatMap((s) => mots(dire(s, ['sup']).replace(/^Notes du document/, '')));
			const ecrits = mots(corps.replace(/\[\^\w+\]:?|<!-- blocs -->|^\s*\d+\.\s/gmu, ' '));
			const [a, b] = [compter(ecrits), compter(lus)];
			const ecarts = [...new Set([...a.keys(), ...b.keys()])].filter((m) => a.get(m)?.length !== b.get(m)?.length);
			expect(ecarts, id).toEqual([]);
			expect(ecrits.length, id).toBeGreaterThan(500);
		}
	});
});

describe('une correspondance officielle', () => {
	const etablies = correspondances.flatMap(({ de, vers, blocs }) =>
		blocs ? blocs.liens.map((l) => ({ de, vers, article: blocs.article, l })) : [],
	);

	it('dit « Néant » de chaque bloc auquel rien ne correspond, sur la comparaison et sur sa page', () => {
		const neants = etablies.filter(({ l }) => l.vers.length === 0);
		expect(neants.length).toBeGreaterThan(0);
		for (const { de, vers, l } of neants) {
			const rangees = tous(page(adresse.comparaison(de, vers)), 'tr');
			for (const bloc of l.de) {
				const sienne = rangees.find((tr) => liens(tr).includes(adresse.titre(`${de}/${bloc}`)));
				expect(sienne && dire(sienne), `${de}/${bloc}`).toMatch(/« Néant »/u);
				const dites = tous(page(adresse.titre(`${de}/${bloc}`)), 'li').map((li) => dire(li));
				expect(dites.join('\n'), `${de}/${bloc}`).toMatch(/« Néant »/u);
			}
		}
	});

	it('joint les blocs que l’article joint, et nomme l’article', () => {
		for (const { de, vers, article, l } of etablies) {
			const rangees = tous(page(adresse.comparaison(de, vers)), 'tr').map(liens);
			const cherchee = [...l.de.map((b) => `${de}/${b}`), ...l.vers.map((b) => `${vers}/${b}`)].map(adresse.titre);
			expect(rangees, `${de} et ${vers}`).toContainEqual(cherchee);
			expect(dit(page(adresse.comparaison(de, vers)), article), `${de} et ${vers}`).toBe(true);
		}
	});
});

describe('une comparaison', () => {
	const paragraphes = (de: string, vers: string) => tous(page(adresse.comparaison(de, vers)), 'p').map((p) => dire(p));

	it('nomme chaque bloc récent auquel l’article ne mène d’aucun ancien', () => {
		for (const { de, vers, blocs } of correspondances) {
			const atteints = new Set(blocs?.liens.flatMap((l) => l.vers.map((b) => `${vers}/${b}`)));
			const seuls = blocs ? (parId.get(vers)?.blocs ?? []).filter(({ id }) => !atteints.has(id)) : [];
			const phrase = paragraphes(de, vers).find((p) => p.startsWith('Ce texte ne nomme aucun ancien bloc'));
			expect(phrase !== undefined, `${de} et ${vers}`).toBe(seuls.length > 0);
			for (const { usuel } of seuls) expect(serrer(phrase ?? ''), `${de} et ${vers}`).toContain(serrer(usuel));
		}
	});

	it('prévient des libellés que seule une source secondaire donne, et d’eux seuls', () => {
		for (const { de, vers } of lisibles) {
			const cotes = [de, vers].map((id) => parId.get(id) as Version);
			const avis = paragraphes(de, vers).find((p) => /Les libellés .* source secondaire/u.test(p));
			for (const version of cotes) {
				const incertains = version.blocs.some(({ source }) => source && douteux({ source }, version.sources));
				expect(avis?.includes(nomVersion(version)) ?? false, `${version.id}, de ${de} et ${vers}`).toBe(incertains);
			}
		}
	});

	it('compte ses lignes par ce qu’elles valent', () => {
		const DITS = { relue: 'relues?', proposee: 'proposées?', 'a-verifier': 'à vérifier' };
		for (const { de, vers, competences } of lisibles) {
			const phrase = paragraphes(de, vers).find((p) => /lignes? qui sui/u.test(p)) ?? '';
			for (const [statut, dit] of Object.entries(DITS)) {
				// If all entries have the same statut, their number is said once: « Les 33 lignes qui suivent sont relues ».
				const lu = new RegExp(`(\\d+) (?:lignes? qui sui\\w+ )?(?:est|sont|restent?) ${dit}`, 'u').exec(phrase)?.[1];
				expect(Number(lu ?? 0), `${de} et ${vers}, ${statut} : ${phrase}`).toBe(
					competences.filter((entree) => entree.statut === statut).length,
				);
			}
		}
	});
});

describe('une lecture', () => {
	it('donne son motif, sur la comparaison et sur la page de chaque compétence qu’elle joint', () => {
		const lues = correspondances.flatMap(({ de, vers, competences = [] }) =>
			competences.map((c) => ({
				de,
				vers,
				motif: c.motif,
				entree: { de: c.de.map((i) => `${de}/${i}`), vers: c.vers.map((i) => `${vers}/${i}`) },
			})),
		);
		expect(lues.length).toBeGreaterThan(50);
		for (const { de, vers, motif, entree } of lues) {
			expect(dit(entreeDe(de, vers, entree), motif), `${de} et ${vers} : ${motif}`).toBe(true);
			const suivantes = parId.get(de)?.etat.suites.some(({ version }) => version === vers);
			if (suivantes)
				for (const id of [...entree.de, ...entree.vers])
					expect(dit(page(adresse.titre(id)), motif), `${id} : ${motif}`).toBe(true);
		}
	});
});

describe('un rapprochement', () => {
	/** Parentés « à vérifier », which are shown as candidates. */
	const observees = (c: Comparaison) => c.parentes.filter(({ statut }) => statut === 'a-verifier');

	it('incertain montre tous ses candidats, sauf à dire mieux, et n’affirme rien', () => {
		let vus = 0;
		for (const c of lisibles)
			for (const entree of c.competences.filter(({ statut }) => statut === 'a-verifier')) {
				const ligne = entreeDe(c.de, c.vers, entree);
				expect(tous(ligne, '.nature').filter((n) => !attribut(n, 'className').includes('apparentee'))).toEqual([]);
				if (tous(ligne, '.parentes').length) continue;
				const cote = entree.de.length ? 'vers' : 'de';
				const siennes = observees(c).filter((p) => entree.de.includes(p.de) || entree.vers.includes(p.vers));
				const montres = tous(ligne, '.candidats').flatMap(liens);
				expect(new Set(montres), `${c.de} et ${c.vers} : ${entree.de} ${entree.vers}`).toEqual(
					new Set(
						[
							...entree[cote],
							...(entree.observation?.proche ? [entree.observation.proche] : []),
							...[...entree.candidats, ...siennes].map((p) => p[cote]),
						].map(adresse.titre),
					),
				);
				expect(dit(ligne, 'Rien n’est affirmé') || montres.length === 0).toBe(true);
				vus += montres.length;
			}
		expect(vus).toBeGreaterThan(50);
	});

	it('se suit de version en version en un dessin et en une liste, qui nomment les mêmes compétences', () => {
		let vus = 0;
		for (const id of competences.keys()) {
			const html = page(adresse.titre(id));
			const [dessin] = tous(html, '.fil-dessin');
			const [liste] = tous(html, '.fil-competence');
			expect(Boolean(dessin), id).toBe(Boolean(liste));
			if (!dessin || !liste) continue;
			const nommees = (noeud: Nodes) => liens(noeud).filter((href) => href.split('/').length > 4);
			expect(nommees(dessin).sort(), id).toEqual(nommees(liste).sort());
			expect(tous(dessin, '.pas').length, id).toBeGreaterThan(0);
			vus++;
		}
		expect(vus).toBeGreaterThan(100);
	});

	it('incertain les montre aussi sur la page de la compétence', () => {
		let vus = 0;
		for (const c of lisibles) {
			const pagesDe = (id: string) =>
				tous(page(adresse.titre(id)), '.devenir').filter((d) =>
					liens(d).some((href) => href.startsWith(`${adresse.comparaison(c.de, c.vers)}#`)),
				);
			for (const entree of c.competences.filter(({ statut }) => statut === 'a-verifier'))
				for (const id of [...entree.de, ...entree.vers])
					for (const devenir of pagesDe(id).filter((d) => tous(d, '.parentes').length === 0)) {
						const cote = entree.de.includes(id) ? 'vers' : 'de';
						const attendus = [...entree[cote], ...entree.candidats.map((k) => k[cote])].map(adresse.titre);
						expect(tous(devenir, '.candidats').flatMap(liens), id).toEqual(expect.arrayContaining(attendus));
						vus += attendus.length;
					}
		}
		expect(vus).toBeGreaterThan(20);
	});
});

describe('une parenté', () => {
	/** For each portee, what is said of the newer competence, and the SKOS match of the older one. */
	const PORTEES = {
		incluse: { dite: 'demande cela et davantage', match: 'broadMatch' },
		contenue: { dite: 'n’en garde qu’une part', match: 'narrowMatch' },
		voisine: { dite: 'en recoupe une part', match: 'relatedMatch' },
	} as const;
	const ecrites = correspondances.flatMap(({ de, vers, parentes = [] }) =>
		parentes.map((p) => ({ v: { de, vers }, p: { ...p, de: `${de}/${p.de}`, vers: `${vers}/${p.vers}` } })),
	);
	/** Whether a line is about a competence, by its link or by its label: competences with one label share a line. */
	const designent = (li: Element, id: string): boolean =>
		liens(li).some((href) => href === adresse.titre(id)) || dit(li, libelle(id));

	it('a des exemples des trois portées', () => {
		expect(new Set(ecrites.map(({ p }) => p.portee))).toEqual(new Set(Object.keys(PORTEES)));
	});

	it('est sur la comparaison et sur la page des deux compétences, avec sa portée et son motif', () => {
		for (const { v, p } of ecrites) {
			const recente = nomVersion(parId.get(v.vers) as Version);
			const { competences: entrees } = comparaisons.find((c) => c.de === v.de && c.vers === v.vers) as Comparaison;
			for (const [sien, autre] of [
				['de', 'vers'],
				['vers', 'de'],
			] as const) {
				const dite = (noeud: Nodes) =>
					tous(noeud, '.parentes')
						.flatMap((bloc) => tous(bloc, 'li'))
						.some(
							(li) =>
								designent(li, p[autre]) &&
								dit(li, 'Relue') &&
								dit(li, `${recente} ${PORTEES[p.portee].dite}.`) &&
								dit(li, p.motif),
						);
				const entree = entrees.find((e) => e[sien].includes(p[sien])) as (typeof entrees)[number];
				expect(dite(entreeDe(v.de, v.vers, entree)), `${p.de} et ${p.vers}, ${p.portee}`).toBe(true);
				const voisines = parId.get(v.de)?.etat.suites.some(({ version }) => version === v.vers);
				if (voisines) expect(dite(page(adresse.titre(p[sien]))), `${p[sien]}, ${p.portee}`).toBe(true);
			}
		}
	});

	it('est publiée comme son fichier l’écrit, en JSON, en CSV et en SKOS', () => {
		for (const { v, p } of ecrites) {
			const base = `${DOSSIER}/donnees/comparaisons/${v.de}--${v.vers}`;
			const { de, vers, portee, motif } = p;
			expect(comparaisons.find((c) => c.de === v.de && c.vers === v.vers)?.parentes).toContainEqual(
				expect.objectContaining({ de, vers, portee, motif, statut: 'relue' }),
			);
			const { data } = Papa.parse<Record<string, string>>(readFileSync(`${base}.csv`, 'utf8').replace(/^\uFEFF/, ''), {
				header: true,
				delimiter: ';',
			});
			for (const [cote, competence, autres] of [
				['ancienne', de, vers],
				['recente', vers, de],
			])
				expect(data).toContainEqual(
					expect.objectContaining({ cote, competence, autres, lien: 'parente', portee, statut: 'relue' }),
				);
			const skos = JSON.parse(readFileSync(`${DOSSIER}/donnees/skos/${v.de}.jsonld`, 'utf8')) as {
				'@graph': Record<string, unknown>[];
			};
			const concept = skos['@graph'].find((n) => String(n['@id']).endsWith(adresse.titre(de)));
			for (const { match } of Object.values(PORTEES))
				expect(
					[concept?.[match] ?? []].flat().some((iri) => String(iri).endsWith(adresse.titre(vers))),
					`${de} ${match} ${vers}`,
				).toBe(match === PORTEES[portee].match);
		}
	});

	it('n’est pas couverte dans « Me situer » : elle est à discuter', async () => {
		const [exemple] = ecrites.filter(({ v, p }) =>
			comparaisons.some(
				(c) =>
					c.de === v.de &&
					c.vers === v.vers &&
					c.competences.some((e) => e.vers.length === 1 && e.vers[0] === p.vers && e.de.length === 0),
			),
		);
		const { v, p } = exemple as (typeof ecrites)[number];
		const navigateur = await ouvrirNavigateur();
		try {
			const visiteur = await navigateur.newPage();
			await visiteur.goto(`${inject('adresse')}/me-situer/#c=${p.de}`);
			const article = visiteur.locator(`article[aria-labelledby=proche-${v.vers}]`);
			await article.waitFor({ state: 'attached' });
			const listes = new Map<string, string[]>();
			for (const details of await article.locator('details').all())
				listes.set(
					((await details.locator('summary').textContent()) ?? '').split('\u00A0')[0]?.split(' :')[0] ?? '',
					await details.locator('li > a').evaluateAll((as) => as.map((lien) => lien.getAttribute('href') ?? '')),
				);
			expect(listes.get('Ce qui est à discuter'), [...listes.keys()].join()).toContain(adresse.titre(p.vers));
			expect(listes.get('Ce qui est couvert') ?? []).not.toContain(adresse.titre(p.vers));
		} finally {
			await navigateur.close();
		}
	});

	it('d’une ancienne que rien ne suit, la dit sans suite ; d’une récente que rien ne précède, sans origine', () => {
		let dites = 0;
		for (const c of lisibles)
			for (const entree of c.competences) {
				if (!entree.nature || (entree.de.length && entree.vers.length)) continue;
				if (!c.parentes.some((p) => entree.de.includes(p.de) || entree.vers.includes(p.vers))) continue;
				const ligne = entreeDe(c.de, c.vers, entree);
				const ancienne = entree.de.length > 0;
				const ou = `${c.de} et ${c.vers}, ${[...entree.de, ...entree.vers].join()}`;
				expect(dit(ligne, 'Sans origine'), ou).toBe(!ancienne && !dit(ligne, 'Sans correspondance'));
				expect(dit(ligne, 'Sans suite'), ou).toBe(ancienne && !dit(ligne, 'Sans correspondance'));
				dites += 1;
			}
		expect(dites).toBeGreaterThan(20);
	});

	it('que personne n’affirme n’est dite nulle part une parenté', () => {
		for (const c of lisibles) {
			const affirmees = new Set(
				c.parentes.filter(({ statut }) => statut !== 'a-verifier').flatMap((p) => [p.de, p.vers].map(libelle)),
			);
			for (const bloc of tous(page(adresse.comparaison(c.de, c.vers)), '.parentes'))
				for (const a of tous(bloc, 'a'))
					expect(
						[...affirmees].some((l) => dit(a, l)),
						dire(a),
					).toBe(true);
		}
	});
});

describe('ce que devient une compétence', () => {
	it('dans une version dont nous n’avons pas les compétences n’est dit ni présent ni absent', () => {
		const muettes = comparaisons.filter((c) => !lisibles.includes(c));
		let dites = 0;
		for (const { de, vers } of muettes)
			for (const [id, autre] of [
				[de, vers],
				[vers, de],
			] as const)
				for (const { id: competence } of parId.get(id)?.blocs.flatMap((b) => b.competences) ?? []) {
					const etapes = tous(page(adresse.titre(competence)), '.devenir');
					const sienne = etapes.find((d) => dire(un(d, 'h3')).endsWith(nomVersion(parId.get(autre) as Version)));
					if (!sienne) continue;
					expect(dit(sienne, 'rien ne peut en être dit'), `${competence}, ${autre}`).toBe(true);
					expect(dire(sienne), `${competence}, ${autre}`).not.toMatch(/sans suite|aucune? /iu);
					dites += 1;
				}
		expect(dites).toBeGreaterThan(0);
	});

	it('se suit du TSGRI 2003 au TSSR 2026 par les liens des pages, version après version', () => {
		/** Length of the longest path of versions from a competence to the last version; 0 if there is none. */
		const pas = new Map<string, number>();
		const suivre = (id: string): number => {
			if (id.startsWith('tssr-2026/')) return 1;
			const deja = pas.get(id);
			if (deja !== undefined) return deja;
			pas.set(id, 0);
			const suites = liens(un(page(adresse.titre(id)), 'section[aria-labelledby=suite]')).flatMap(
				(href) => /^\/titres\/([a-z]+-\d{4}\/cc[ps]-\d+\/c\d+)\/$/u.exec(href)?.[1] ?? [],
			);
			const loin = Math.max(0, ...suites.map(suivre));
			pas.set(id, loin && loin + 1);
			return pas.get(id) as number;
		};
		const departs = (parId.get('tsgri-2003')?.blocs ?? []).flatMap((b) => b.competences);
		// Through steps, and not by the direct link from the first version to the last.
		expect(Math.max(...departs.map(({ id }) => suivre(id)))).toBeGreaterThan(3);
	});
});

describe('« Précédent » et « Suivant »', () => {
	const verifier = (chaine: readonly string[]) => {
		for (const [i, id] of chaine.entries()) {
			const vers = (rel: string) =>
				tous(page(adresse.titre(id)), 'a')
					.filter((a) => attribut(a, 'rel') === rel)
					.map((a) => attribut(a, 'href'));
			expect(vers('prev'), `avant ${id}`).toEqual(chaine.slice(Math.max(0, i - 1), i).map(adresse.titre));
			expect(vers('next'), `après ${id}`).toEqual(chaine.slice(i + 1, i + 2).map(adresse.titre));
		}
	};
	it('parcourent les versions d’une lignée de la plus ancienne à la plus récente', () => {
		const age = ({ debut, annee }: Version) => debut?.valeur ?? annee;
		for (const { id: lignee } of catalogue.lignees)
			verifier(versions.filter((v) => v.lignee === lignee).map(({ id }) => id));
		expect(versions.map(age)).toEqual(versions.map(age).sort());
	});
	it('parcourent les blocs d’une version, et ses compétences, dans l’ordre du document', () => {
		for (const { blocs } of versions) {
			verifier(blocs.map(({ id }) => id));
			verifier(blocs.flatMap((b) => b.competences.map(({ id }) => id)));
		}
	});
	it('disent « Précédent » de ce qui précède', () => {
		for (const { id } of versions)
			for (const a of tous(page(adresse.titre(id)), 'a').filter((a) => attribut(a, 'rel').match(/^(?:prev|next)$/)))
				expect(dire(a)).toMatch(attribut(a, 'rel') === 'prev' ? /^Précédent / : /^Suivant /);
	});
});

describe('ce qui tient un navigateur', () => {
	it('est sur chaque page, directive par directive', () => {
		const attendues = [
			"default-src 'self'",
			"base-uri 'none'",
			"form-action 'self'",
			"frame-src 'none'",
			"media-src 'none'",
			"object-src 'none'",
			"require-trusted-types-for 'script'",
			"trusted-types 'none'",
		];
		const fichiers = globSync(`${DOSSIER}/**/*.html`);
		expect(fichiers.length).toBeGreaterThan(50);
		for (const fichier of fichiers) {
			const tete = readFileSync(fichier, 'utf8').split('</head>')[0] as string;
			if (/http-equiv="refresh"/.test(tete)) continue;
			const politique = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(tete)?.[1] ?? '';
			const directives = politique.replaceAll('&#39;', "'").replaceAll('&#x27;', "'").split('; ');
			const scripts = directives.filter((d) => d.startsWith('script-src'));
			expect(scripts.join(), fichier).toMatch(/^script-src 'self' 'sha256-[^']+'(?: 'wasm-unsafe-eval')?$/);
			// The policy names the hash of the only inline script.
			const [, enLigne = ''] = /<script>([^<]*)<\/script>/.exec(tete) ?? [];
			expect(scripts.join(), fichier).toContain(`'sha256-${createHash('sha256').update(enLigne).digest('base64')}'`);
			expect(directives.filter((d) => !d.startsWith('script-src')).sort(), fichier).toEqual([...attendues].sort());
		}
	});
	it('et aucune page ne peut être mise dans le cadre d’une autre', () => {
		expect(readFileSync(`${DOSSIER}/_headers`, 'utf8')).toMatch(
			/^\/\*\n(?: {2}.*\n)*? {2}Content-Security-Policy: frame-ancestors 'none'\n/mu,
		);
	});
});

describe('les échéances', () => {
	const connues = versions.filter((v) => v.fin);
	const etatAu = catalogue.etatAu as string;

	it('sont au dernier jour de validité, passées si elles le sont, à venir sinon', () => {
		expect(connues.length).toBeGreaterThan(2);
		const sections = tous(page('/echeances/'), 'section').map((section) => ({
			titre: dire(un(section, 'h2')),
			rangees: tous(section, 'tr').slice(1),
		}));
		for (const version of connues) {
			const siennes = sections.flatMap(({ titre, rangees }) =>
				rangees.filter((tr) => liens(tr)[0] === adresse.titre(version.id)).map((tr) => ({ titre, tr })),
			);
			expect(siennes, version.id).toHaveLength(1);
			const [{ titre, tr }] = siennes as [(typeof siennes)[number]];
			const fin = version.fin?.valeur as string;
			expect(jours(tr), version.id).toEqual([laVeille(fin)]);
			if (fin <= etatAu) expect(titre, version.id).toMatch(/^(?:Avant le|Passées)/u);
			else expect(titre, version.id).toMatch(/^(?:Jusqu’au|Plus tard|À venir)/u);
			expect(dit(un(tr, 'time') && tr, 'à vérifier'), version.id).toBe(
				douteux(version.fin, version.sources) || version.etat.suites.some(({ nature }) => nature === 'secondaire'),
			);
		}
	});

	it('sont au même jour dans le calendrier', () => {
		const calendrier = readFileSync(`${DOSSIER}/echeances.ics`, 'utf8').replace(/\r\n[ \t]/g, '');
		const evenements = calendrier.split('BEGIN:VEVENT').slice(1);
		expect(evenements).toHaveLength(connues.length);
		for (const { id, fin } of connues) {
			const sien = evenements.find((e) => e.includes(`${adresse.titre(id)}\r\n`));
			const compact = laVeille(fin?.valeur as string).replaceAll('-', '');
			expect(/^DTSTART;VALUE=DATE:(\d{8})\r$/mu.exec(sien ?? '')?.[1], id).toBe(compact);
		}
	});

	it('ne sont dites à venir dans le statut d’aucune version qui a pris fin', () => {
		for (const version of versions) {
			const [premiere] = tous(un(page(adresse.titre(version.id)), 'aside.etat'), 'p');
			const texte = dire(premiere as Element);
			const finie = version.fin && version.fin.valeur <= etatAu;
			if (finie) expect(texte, version.id).toMatch(/n’est plus en vigueur/u);
			if (/^Cette version est en vigueur/u.test(texte)) {
				expect(version.fin && version.fin.valeur > etatAu, version.id).toBe(true);
				expect(jours(premiere as Element), version.id).toContain(laVeille(version.fin?.valeur as string));
			}
		}
	});
});

describe('un numéro du RNCP', () => {
	const numeros = new Map<string, Version[]>();
	for (const version of versions)
		for (const { type, valeur } of version.codes)
			if (type === 'RNCP') numeros.set(valeur, [...(numeros.get(valeur) ?? []), version]);

	it('mène aux versions qui le portent, et à elles seules', () => {
		expect(numeros.size).toBeGreaterThan(4);
		for (const [code, siennes] of numeros) {
			const arbre = page(adresse.rncp(code));
			expect(dire(un(arbre, 'h1')).split(' ')[0]).toBe(code);
			const titres = tous(un(arbre, 'main'), 'section').flatMap((s) => tous(s, 'h2'));
			expect(titres.flatMap(liens), code).toEqual(siennes.map(({ id }) => adresse.titre(id)));
			expect(titres.map((h) => dire(h).split(',')[0])).toEqual(siennes.map(nomVersion));
		}
	});

	it('et le code de chacun de leurs blocs sont à vérifier s’ils ne viennent que d’une source secondaire', () => {
		for (const [code, siennes] of numeros)
			for (const version of siennes) {
				const section = tous(page(adresse.rncp(code)), 'section').find(
					(s) => liens(s)[0] === adresse.titre(version.id),
				) as Element;
				const sien = version.codes.find((c) => c.valeur === code);
				expect(dit(section, 'Ce code est donné par une source secondaire, à vérifier'), code).toBe(
					douteux(sien, version.sources),
				);
				for (const bloc of version.blocs.filter((b) => b.code)) {
					const ligne = tous(section, 'li').find((li) => liens(li).includes(adresse.titre(bloc.id))) as Element;
					expect(dit(ligne, nomBloc(bloc)), bloc.id).toBe(true);
					expect(dit(ligne, bloc.code?.valeur ?? '?'), bloc.id).toBe(true);
					expect(dit(ligne, 'à vérifier'), bloc.id).toBe(douteux(bloc.code, version.sources));
				}
			}
	});
});

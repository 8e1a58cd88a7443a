import { describe, expect, it } from 'vitest';
import { eclaircir, fichesRecherche } from '../../../src/domaine/recherche/fiche.ts';
import { lireCatalogue } from '../../../src/loaders/catalogue.ts';
import { lireGuides } from '../../../src/loaders/guide.ts';

describe('ce que la recherche lit', () => {
	it.each([
		['l’annuaire', 'annuaire'],
		["d'accès", 'accès'],
		['S’appuyer jusqu’ici qu’il', 'appuyer ici'],
		['aujourd’hui', 'aujourd’hui'],
		['technicien(ne)', 'technicien'],
		['« mise en service » de la fibre en sous-sol', '« mise service » fibre sous-sol'],
		['De la, les ; et du !', ''],
		['presqu’île', 'presqu’île'],
	])('« %s » se lit « %s »', (texte, attendu) => {
		expect(eclaircir(texte)).toBe(attendu);
	});
	it('n’a que des guides dont le texte est débarrassé de son balisage', () => {
		for (const { texte } of lireGuides('content')) expect(texte).not.toMatch(/[<>|]|\]\(/);
	});
	it('ne donne de statut ni à un guide ni à un terme, qui n’en ont pas', () => {
		const page = { url: '/guides/vae/', titre: 'La VAE', texte: 'L’expérience compte.' };
		const [guide] = fichesRecherche([], [page], []);
		expect(guide).toMatchObject({ url: page.url, dit: { libelle: 'La VAE', situation: 'Guide' } });
		expect(guide?.dit).not.toHaveProperty('etat');
		expect(guide?.filtres).not.toHaveProperty('statut');
	});
	it('a une fiche par version, bloc et compétence, et marque ce qui est remplacé', () => {
		const { versions } = lireCatalogue('content');
		const fiches = fichesRecherche(versions, [], []);
		const blocs = versions.flatMap((v) => v.blocs);
		expect(fiches).toHaveLength(versions.length + blocs.length + blocs.flatMap((b) => b.competences).length);
		expect(new Set(fiches.map((f) => f.url)).size).toBe(fiches.length);
		expect(fiches.find((f) => f.url === '/titres/tsgri-2003/ccp-1/c1/')?.dit.etat).toBe('remplacé par TSGERI 2008');
	});
});

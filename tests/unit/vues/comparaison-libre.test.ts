import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it, vi } from 'vitest';

vi.stubEnv('SITE', 'https://exemple.test');
const { AucuneEnVigueur } = await import('../../../src/vues/comparaison-libre.tsx');
type Donnees = Parameters<typeof AucuneEnVigueur>[0];

const nommee = { id: 'td-2020', sigle: 'TD', annee: '2020', usuel: 'Titre', etat: { cle: 'en-vigueur' } };
const passee = (nature: string, etat = {}) => ({
	etat: {
		...{ cle: 'terminee', etatAu: '2026-01-01', aVerifier: false },
		...{ enVigueur: [{ version: 'td-2020', nature }], ...etat },
	},
});
const dire = (...dossiers: object[]): string =>
	renderToString(
		h(AucuneEnVigueur, { dossiers, versions: new Map([['td-2020', nommee]]) } as unknown as Donnees),
	).replace(/<[^>]+>/g, '');

describe('de versions passées, la comparaison libre', () => {
	it('dit ce qui est en vigueur par le plus faible des chemins qui y mènent, dans un ordre comme dans l’autre', () => {
		const [sure, editoriale] = [passee('officielle'), passee('editoriale')];
		for (const dit of [dire(sure, editoriale), dire(editoriale, sure)]) {
			expect(dit).toMatch(/TD\s2020/u);
			expect(dit).toMatch(/parenté éditoriale, sans texte officiel trouvé/u);
			expect(dit).not.toContain('succession officielle');
		}
	});
	it('dit quand seule une source secondaire sait que l’une est passée', () => {
		const douteuse = passee('officielle', { aVerifier: true });
		expect(dire(passee('officielle'), douteuse)).toContain('n’est plus en vigueur (source secondaire, à vérifier).');
		expect(dire(passee('officielle'))).toContain('n’est plus en vigueur.');
	});
	it('se tait si l’une est en vigueur, ou si on ne le sait pas', () => {
		for (const cle of ['en-vigueur', 'inconnu'])
			expect(dire(passee('officielle'), passee('officielle', { cle }))).toBe('');
	});
});

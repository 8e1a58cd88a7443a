import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { construire, sortieNeuve } from './construire.ts';

const dossier = sortieNeuve();

describe('un catalogue fautif', () => {
	it('arrête la construction, dit toutes ses fautes à la fois et ne publie rien', () => {
		const { status, stdout, stderr } = construire({
			CATALOGUE: 'tests/catalogues/plusieurs-erreurs',
			OUT_DIR: dossier,
		});
		const dit = stdout + stderr;
		expect(status).not.toBe(0);
		for (const faute of ['3 erreurs', 'guides/un-guide.mdx:6', 'titres/ta-2010.md:6', 'titres/ta-2015.md:4'])
			expect(dit).toContain(faute);
		expect(existsSync(`${dossier}/index.html`)).toBe(false);
	});
	it('sans faute, aussi petit soit-il, se construit', () => {
		const { status, stdout, stderr } = construire({ CATALOGUE: 'tests/catalogues/valide', OUT_DIR: dossier });
		expect(status, stderr).toBe(0);
		// An editor reads what concerns the catalogue, and nothing of the tools that build.
		expect(stdout + stderr).not.toMatch(/\[vite\]|lightningcss|deprecat/i);
		expect(existsSync(`${dossier}/titres/ta-2010/ccp-1/c2/index.html`)).toBe(true);
		expect(existsSync(`${dossier}/comparer/ta-2010/ta-2015/index.html`)).toBe(true);
	});
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { copier } from '../../../src/outils/navigateur.ts';

afterEach(() => vi.unstubAllGlobals());

/** Copies with this clipboard, `undefined` as without https. @returns the announcement */
async function annoncer(presse: Pick<Clipboard, 'writeText'> | undefined): Promise<string> {
	vi.stubGlobal('navigator', { clipboard: presse });
	const annonce = { textContent: '' };
	await copier('un texte', annonce as HTMLElement, 'Le lien est copié');
	return annonce.textContent;
}

describe('une copie', () => {
	it('n’est dite faite que si elle l’est, du texte entier', async () => {
		const copies: string[] = [];
		expect(await annoncer({ writeText: async (texte) => void copies.push(texte) })).toMatch(/est copié/u);
		expect(copies).toEqual(['un texte']);
	});
	it.each([
		['refusée par le navigateur', { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }],
		['sans presse-papiers, hors de https', undefined],
	])('%s, n’est pas dite faite', async (_, presse) => {
		const dite = await annoncer(presse);
		expect(dite).not.toMatch(/est copié/u);
		expect(dite).toMatch(/n’a pas permis de copier/u);
	});
});

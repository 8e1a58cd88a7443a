import { expect, it } from 'vitest';

// The build loads this module several times, as these two copies.
const charger = async (copie: string) =>
	(await import(
		/* @vite-ignore */ `../../../src/catalogue/memo.ts?${copie}`
	)) as typeof import('../../../src/catalogue/memo.ts');

it('ce qui est relu n’a le numéro de rien d’autre, même dans une autre copie du module', async () => {
	const [une, autre] = [await charger('une'), await charger('autre')];
	const lu = { fichier: 'correspondances/ta-2010--ta-2015.yaml' };
	expect(une.memo('essai', String(une.numeroDe(lu)), () => 'avant')).toBe('avant');
	const relu = { ...lu };
	expect(autre.memo('essai', String(autre.numeroDe(relu)), () => 'après')).toBe('après');
	expect(une.memo('essai', String(une.numeroDe(relu)), () => 'relu pour rien')).toBe('après');
});

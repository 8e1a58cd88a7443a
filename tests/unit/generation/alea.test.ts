import { expect, it } from 'vitest';
import { alea } from '../../../scripts/generation/alea.ts';

it('tire la même suite de la même graine', () => {
	const suite = (graine: number) => Array.from({ length: 5 }, alea(graine).nombre);
	expect(suite(7)).toEqual(suite(7));
	expect(suite(7)).not.toEqual(suite(8));
});
it('tire entre les bornes, toutes atteintes', () => {
	const a = alea(1);
	const tires = Array.from({ length: 500 }, () => a.entier(3, 5));
	expect(new Set(tires)).toEqual(new Set([3, 4, 5]));
});
it('suit les poids', () => {
	const a = alea(1);
	const tires = Array.from({ length: 2000 }, () => a.pese({ rare: 1, courant: 9 }));
	const rares = tires.filter((t) => t === 'rare').length;
	expect(rares).toBeGreaterThan(120);
	expect(rares).toBeLessThan(290);
});
it('tire plusieurs choses, chacune une fois', () => {
	const tirees = alea(1).plusieurs(['a', 'b', 'c', 'd'], 9);
	expect([...tirees].sort()).toEqual(['a', 'b', 'c', 'd']);
});

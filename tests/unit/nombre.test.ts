import { describe, expect, it } from 'vitest';
import { enOctets } from '../../src/domaine/nombre.ts';

describe('une taille', () => {
	it.each([
		[812, '812 o'],
		[1000, '1 Ko'],
		[21_600, '21,6 Ko'],
		[999_949, '999,9 Ko'],
		[999_950, '1 Mo'],
		[1_200_000, '1,2 Mo'],
	])('%d', (octets, dite) => {
		expect(enOctets(octets)).toBe(dite);
	});
});

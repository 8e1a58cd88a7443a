import { describe, expect, it } from 'vitest';
import { estInfinitif } from '../../../src/domaine/texte/infinitif.ts';

describe('un mot qui peut être un infinitif', () => {
	it.each(['Gérer', 'ÉTABLIR', 'suivre', 'conduire', 'entreprendre', 'mettre', 'pourvoir', 'conclure'])('%s', (mot) => {
		expect(estInfinitif(mot)).toBe(true);
	});
	it.each(['atelier', 'Dossier', 'mémoire-tampon', 'réseau', 'clôture', 'Gérée', 'er', 'Matériel', 'réglementaire'])(
		'pas %s',
		(mot) => {
			expect(estInfinitif(mot)).toBe(false);
		},
	);
});

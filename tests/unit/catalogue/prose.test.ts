import { describe, expect, it } from 'vitest';
import { lireProse } from '../../../src/catalogue/prose.ts';

const VAE = { forme: 'VAE', developpe: 'validation des acquis de l’expérience', href: '/glossaire/#vae' };

describe('la prose officielle', () => {
	it('se coupe là où le document place ses blocs, et section par section', () => {
		const { avant, apres, notes } = lireProse(
			'Le métier.\n\n<!-- blocs -->\n\n## Voies[^1]\n\nTexte.\n\n[^1]: Une note.\n',
			[],
		);
		expect(avant.map((s) => s.paragraphes)).toEqual([['Le métier.']]);
		expect(apres.map((s) => [s.id, s.titre, s.paragraphes])).toEqual([['texte-voies', 'Voies', ['Voies', 'Texte.']]]);
		expect(notes?.paragraphes.join(' ')).toContain('Une note.');
	});
	it('montre le balisage comme du texte', () => {
		const { avant } = lireProse('Avant <script>alert(1)</script> et\n\n<img src=x onerror=alert(1)>\n', []);
		const html = avant.map((s) => s.html).join('');
		expect(html).not.toMatch(/<(?:script|img)/);
		expect(html).toContain('alert(1)');
		expect(avant[0]?.paragraphes.join(' ')).toContain('<script>');
	});
	it('ne prend pas pour la marque des blocs un commentaire pris dans une phrase', () => {
		const { avant, apres } = lireProse('Une phrase <!-- blocs --> entière.\n', []);
		expect(apres).toEqual([]);
		expect(avant[0]?.paragraphes).toEqual(['Une phrase <!-- blocs --> entière.']);
	});
	it('explique un sigle à sa première apparition seulement, sans changer un mot', () => {
		const { avant } = lireProse('La VAE, encore la VAE, et la VAEP.\n', [VAE]);
		const html = avant[0]?.html ?? '';
		expect(html.match(/class="terme"/g)).toHaveLength(1);
		expect(html.replace(/<[^>]+>/g, '')).toBe('La VAE, encore la VAE, et la VAEP.');
	});
	it('ne touche ni aux guillemets, ni aux tirets, ni aux points de suspension', () => {
		const officiel = 'Il dit "oui" -- enfin... l\'autre ~ non ~ (1er).';
		expect(lireProse(`${officiel}\n`, []).avant[0]?.paragraphes).toEqual([officiel]);
	});
});

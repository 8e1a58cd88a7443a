import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { rehypeTableaux, rehypeTypographie } from '../../../src/integrations/markdown.ts';

const rendre = (texte: string): string =>
	String(
		unified()
			.use(remarkParse)
			.use(remarkGfm)
			.use(remarkRehype)
			.use(rehypeTypographie)
			.use(rehypeTableaux)
			.use(rehypeStringify)
			.processSync(texte),
	);

describe('nos guides', () => {
	it('suivent la typographie française, le code excepté', () => {
		expect(rendre('Une règle : `a ? b : c` ; *enfin* !')).toBe(
			'<p>Une règle\u00A0: <code>a ? b : c</code>\u202F; <em>enfin</em>\u202F!</p>',
		);
	});
	it('gardent les espaces de ce que citent des guillemets, même coupés par une emphase', () => {
		expect(rendre('« avant *ici : là* ; fin » : voilà')).toBe(
			'<p>«\u00A0avant <em>ici : là</em> ; fin\u00A0»\u00A0: voilà</p>',
		);
	});
	it('suivent cette typographie dans une liste aussi, où une phrase n’a pas d’élément à elle', () => {
		expect(rendre('- un : *deux* ;\n  - trois ?')).toContain('un\u00A0: <em>deux</em>\u202F;');
		expect(rendre('- un : *deux* ;\n  - trois ?')).toContain('<li>trois\u202F?</li>');
	});
	it('nomment chaque case d’un tableau par sa colonne, et chaque rang par sa première case', () => {
		const html = rendre('| A | B |\n| --- | --- |\n| un | deux |');
		expect(html).toContain('<table class="empilable">');
		expect(html).toContain('<th scope="row">un</th>');
		expect(html).toContain('<td data-titre="B">deux</td>');
	});
});

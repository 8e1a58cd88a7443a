import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type AstroIntegration, build } from 'astro';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import ecriture from '../../../src/integrations/ecriture.ts';
import vues from '../../../src/integrations/vues.ts';

const PAGES = Array.from({ length: 12 }, (_, n) => String(n));
const chemins = `export function getStaticPaths() {
	return ${JSON.stringify(PAGES)}.map((n) => ({ params: { n }, props: { n: Number(n) } }));
}`;

/** A small site, with everything that pages of the project use. */
const SITE = {
	'src/vue.tsx': `export const Vue = ({ n }: { n: number }) => <b title={'"' + n}>{n}<br/></b>;`,
	'src/Cadre.astro': `---
const { titre } = Astro.props;
---
<!doctype html>
<html><head><title>{titre}</title><slot name="tete" /></head>
<body data-page={Astro.url.pathname} data-site={Astro.site}><slot>rien</slot><script>console.log('cadre');</script></body></html>`,
	'src/Partie.astro': `---
const { n } = Astro.props;
---
<p class:list={{ pair: n % 2 === 0 }} hidden={n > 5} {...{ id: 'p' + n }}>{n > 6 && <i>grand</i>}</p>
<script>console.log('partie');</script>
<style>p { color: red; }</style>`,
	'src/pages/pleines/[n].astro': `---
import Cadre from '../../Cadre.astro';
import Partie from '../../Partie.astro';
import { Vue } from '../../vue.tsx';
${chemins}
const { n } = Astro.props;
---
<Cadre titre={'L’« été » & <' + n + '>'}>
	<meta slot="tete" name="n" content={Astro.params.n} />
	<Partie n={n} /><Partie n={n + 1} />
	<Vue n={n} /> & <Vue n={0} />
	<Vue n={n} />
	{[0, '', null, undefined, false, '<', [1, ['&']], new Set([2]), () => 3]}
	<Fragment set:html="<u>nu</u>" />
	{n === 3 ? <><Partie n={9} /></> : 'autre'}
</Cadre>`,
	// A component with a script that none of the compared pages uses.
	'src/Rare.astro': `<script>console.log('rare');</script>`,
	'src/pages/rares/[n].astro': `---
import Cadre from '../../Cadre.astro';
import Rare from '../../Rare.astro';
${chemins}
---
<Cadre titre="rare">{[3, 4].includes(Astro.props.n) && <Rare />}</Cadre>`,
	'src/pages/attendues/[n].astro': `---
import Cadre from '../../Cadre.astro';
${chemins}
const n = await Promise.resolve(Astro.props.n);
---
<Cadre titre="attendue">{n}</Cadre>`,
	'src/pages/variables/[n].astro': `---
import Cadre from '../../Cadre.astro';
${chemins}
globalThis.tirage = (globalThis.tirage ?? 0) + 1;
---
<Cadre titre="variable">{Astro.props.n} {globalThis.tirage}</Cadre>`,
	'src/pages/donnees/[n].csv.ts': `${chemins}
export const contenu = ({ props }) => '\ufeffété;' + props.n;
export const GET = (contexte) => new Response(contenu(contexte));`,
	'src/pages/autres/[n].txt.ts': `${chemins}
export const contenu = ({ props }) => 'autre ' + props.n;
export const GET = ({ props }) => new Response('le vrai ' + props.n);`,
};

let racine: string;
beforeAll(() => {
	mkdirSync('.cache', { recursive: true });
	racine = mkdtempSync(resolve('.cache/essai-'));
	for (const [nom, texte] of Object.entries(SITE)) {
		mkdirSync(dirname(join(racine, nom)), { recursive: true });
		writeFileSync(join(racine, nom), texte);
	}
});
afterAll(() => rmSync(racine, { recursive: true, force: true }));

async function construire(nom: string, integrations: AstroIntegration[]): Promise<(chemin: string) => string> {
	await build({
		root: racine,
		outDir: join(racine, nom),
		configFile: false,
		site: 'https://exemple.fr',
		trailingSlash: 'always',
		compressHTML: true,
		logLevel: 'error',
		vite: { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } },
		integrations: [vues(), ...integrations],
	});
	return (chemin) => readFileSync(join(racine, nom, chemin.includes('.') ? chemin : `${chemin}/index.html`), 'utf8');
}

describe('les fichiers d’une route qui en a beaucoup', () => {
	it('sont ceux d’Astro à l’octet près, et faits par Astro là où ils ne le seraient pas', async () => {
		const dits: string[] = [];
		const astro = await construire('astro', []);
		const nous = await construire('nous', [ecriture((texte) => dits.push(texte))]);
		for (const n of PAGES) {
			expect(nous(`pleines/${n}`)).toBe(astro(`pleines/${n}`));
			expect(nous(`rares/${n}`)).toBe(astro(`rares/${n}`));
			expect(nous(`attendues/${n}`)).toBe(astro(`attendues/${n}`));
			expect(nous(`donnees/${n}.csv`)).toBe(`\ufeffété;${n}`);
			expect(nous(`autres/${n}.txt`)).toBe(`le vrai ${n}`);
		}
		expect(nous('pleines/7')).toMatch(/<i [^>]*>grand<\/i>/);
		expect(dits.sort()).toEqual([
			'src/pages/attendues/[n].astro : fait par Astro (Promise dans une page)',
			'src/pages/autres/[n].txt.ts : fait par Astro (/autres/0.txt n’est pas le même)',
			expect.stringMatching(/^src\/pages\/rares\/\[n\]\.astro : 2 fichiers à faire par Astro \(\/rares\/3\/ : script /),
			'src/pages/variables/[n].astro : fait par Astro (/variables/0/ n’est pas le même)',
		]);
	});
});

import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import lighthouse, { type Result } from 'lighthouse';
import { ouvrirNavigateur } from './navigateur.ts';
import { portLibre, servirCompresse } from './serveur.ts';

/**
 * Runs Lighthouse on each kind of page of a built site, as a phone on a slow network (its default), and prints a table:
 * `npm run audit -- [path …]`. Without a path, it takes the heaviest page of each file of `src/pages`, so that the real
 * site and a generated one are measured alike. The site is served as a host would: compressed, hashed files cached for
 * ever.
 * A page under 100 for speed is measured twice more and the median is kept, since a busy machine slows any page. The
 * exit code is 1 if accessibility, best practices or SEO are under 100.
 */
const DOSSIER = process.env.OUT_DIR || 'dist';
const { adresse: origine, fermer } = await servirCompresse(DOSSIER);
/** Port through which Lighthouse drives the browser. */
const port = await portLibre();
const navigateur = await ouvrirNavigateur(`--remote-debugging-port=${port}`);

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const EXIGEES = ['accessibility', 'best-practices', 'seo'] as const;
const chemins = process.argv.length > 2 ? process.argv.slice(2) : plusLourdes();
const lignes: Record<string, string | number>[] = [];
const manques: string[] = [];
let complet = true;

/** Pattern of the paths that a file of `src/pages` makes. */
function motif(route: string): RegExp {
	return new RegExp(`^/${route.replace(/\[\.{3}\w+\]\//, '(?:[^/]+/)?').replace(/\[\w+\]/g, '[^/]+')}$`);
}

/** Sort key of a route, in Astro's order of priority: fixed segments, then parameters, then rest parameters. */
function precision(route: string): string {
	return route.replace(/\[\.{3}\w+\]/g, '~~').replace(/\[\w+\]/g, '~');
}

/** The heaviest page of each file of `src/pages`. */
function plusLourdes(): string[] {
	const routes = globSync('**/*.astro', { cwd: 'src/pages' })
		.map((fichier) => fichier.replace(/\.astro$/, '/').replace(/(^|\/)index\/$/, '$1'))
		.sort((a, b) => (precision(a) < precision(b) ? -1 : 1))
		.map(motif);
	const pages = globSync('**/index.html', { cwd: DOSSIER }).map((fichier) => ({
		chemin: `/${fichier.replace(/index\.html$/, '')}`,
		octets: statSync(join(DOSSIER, fichier)).size,
	}));
	const parRoute = Map.groupBy(pages, ({ chemin }) => routes.find((route) => route.test(chemin)));
	return [...parRoute.values()]
		.flatMap((siennes) => siennes.sort((a, b) => b.octets - a.octets)[0]?.chemin ?? [])
		.sort();
}

/** @returns one measure of a page, or the reason why there is none */
async function mesurer(chemin: string): Promise<Result | string> {
	// A page that is deliberately `noindex` must not lose points of SEO for it.
	const horsIndex = /<meta name="robots" content="noindex/.test(
		readFileSync(join(DOSSIER, chemin, 'index.html'), 'utf8'),
	);
	const resultat = await lighthouse(origine + chemin, {
		port,
		logLevel: 'silent',
		onlyCategories: [...CATEGORIES],
		locale: 'fr',
		...(horsIndex && { skipAudits: ['is-crawlable'] }),
	});
	return resultat?.lhr.runtimeError?.message ?? resultat?.lhr ?? 'Lighthouse n’a rien rendu';
}

const vitesse = (mesure: Result): number => mesure.categories.performance?.score ?? 0;

/** @returns the first measure if its speed is perfect, else the median of three */
async function mesurerBien(chemin: string): Promise<Result | string> {
	const mesures: Result[] = [];
	while (mesures.length < 3) {
		const mesure = await mesurer(chemin);
		if (typeof mesure === 'string' || (mesures.length === 0 && vitesse(mesure) === 1)) return mesure;
		mesures.push(mesure);
	}
	return mesures.sort((a, b) => vitesse(a) - vitesse(b))[1] as Result;
}

for (const chemin of chemins) {
	const mesure = await mesurerBien(chemin);
	if (typeof mesure === 'string') {
		manques.push(`${chemin} : ${mesure}`);
		continue;
	}
	const { categories, audits } = mesure;
	const note = (cle: string) => Math.round((categories[cle]?.score ?? 0) * 100);
	const valeur = (cle: string) => audits[cle]?.numericValue ?? Number.NaN;
	const secondes = (cle: string) => (valeur(cle) / 1000).toFixed(1);
	if (EXIGEES.some((c) => note(c) < 100)) complet = false;
	lignes.push({
		page: chemin,
		performance: note('performance'),
		accessibilité: note('accessibility'),
		'bonnes pratiques': note('best-practices'),
		SEO: note('seo'),
		'FCP (s)': secondes('first-contentful-paint'),
		'LCP (s)': secondes('largest-contentful-paint'),
		'TBT (ms)': Math.round(valeur('total-blocking-time')),
		CLS: valeur('cumulative-layout-shift').toFixed(3),
		Kio: Math.round(valeur('total-byte-weight') / 1024),
	});
	for (const categorie of EXIGEES)
		for (const { id } of categories[categorie]?.auditRefs ?? [])
			if (audits[id]?.score !== null && (audits[id]?.score ?? 1) < 1)
				manques.push(`${chemin} : ${categorie}, ${audits[id]?.title}`);
}
await navigateur.close();
await fermer();
console.table(lignes);
if (manques.length) console.error([...new Set(manques)].join('\n'));
process.exitCode = complet && lignes.length === chemins.length ? 0 : 1;

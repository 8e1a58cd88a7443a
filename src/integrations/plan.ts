import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { lireCatalogue } from '../catalogue/catalogue.ts';
import { auPlan, datesDesPages } from '../domaine/exports/plan.ts';
import { pagesFaites } from './prerenderer.ts';

/** The sitemap: pages to index, each dated by what it shows and never by the clock. */
export default function plan(base: string): AstroIntegration {
	const chemin = (url: string) => `/${new URL(url).pathname.slice(base.replace(/\/$/, '').length + 1)}`;
	let dates: ReturnType<typeof datesDesPages> | undefined;
	const astro = sitemap({
		filter: (url) => auPlan(chemin(url)),
		serialize: (page) => {
			dates ??= datesDesPages(lireCatalogue());
			const lastmod = dates(chemin(page.url));
			return lastmod ? { ...page, lastmod } : page;
		},
	});
	const ecrire = astro.hooks['astro:build:done'];
	return {
		...astro,
		hooks: {
			...astro.hooks,
			'astro:build:done': (options) => {
				// Sorted, so that the order does not depend on what rendered each page.
				const pages = [...options.pages, ...pagesFaites].sort((a, b) => (a.pathname < b.pathname ? -1 : 1));
				return ecrire?.({ ...options, pages });
			},
		},
	};
}

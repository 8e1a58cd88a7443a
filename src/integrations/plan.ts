import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { lireCatalogue } from '../catalogue/catalogue.ts';
import { auPlan, datesDesPages } from '../domaine/exports/plan.ts';

/** The sitemap: pages to index, each dated by what it shows and never by the clock. */
export default function plan(base: string): AstroIntegration {
	const chemin = (url: string) => `/${new URL(url).pathname.slice(base.replace(/\/$/, '').length + 1)}`;
	let dates: ReturnType<typeof datesDesPages> | undefined;
	return sitemap({
		filter: (url) => auPlan(chemin(url)),
		serialize: (page) => {
			dates ??= datesDesPages(lireCatalogue());
			const lastmod = dates(chemin(page.url));
			return lastmod ? { ...page, lastmod } : page;
		},
	});
}

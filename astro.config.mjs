import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { compilation } from './src/integrations/compilation.ts';
import { contenus } from './src/integrations/contenus.ts';
import ecriture from './src/integrations/ecriture.ts';
import edition from './src/integrations/edition.ts';
import images from './src/integrations/images.ts';
import { rehypeTableaux, rehypeTypographie } from './src/integrations/markdown.ts';
import pagefind from './src/integrations/pagefind.ts';
import plan from './src/integrations/plan.ts';
import vues from './src/integrations/vues.ts';
import { lireReglages } from './src/reglages.ts';

const { site, base } = lireReglages(process.env);

export default defineConfig({
	site,
	base,
	outDir: process.env.OUT_DIR || './dist',
	trailingSlash: 'always',
	// The default drops line breaks between inline elements, and with them spaces between words.
	compressHTML: true,
	build: { format: 'directory', concurrency: 16, inlineStylesheets: 'never' },
	vite: {
		plugins: [compilation, contenus],
		build: {
			assetsInlineLimit: 0,
			// Lightning CSS warns at each build of a selector that it does not know yet (`:target-current`).
			cssMinify: 'esbuild',
			rolldownOptions: {
				// Hides a warning on the directive that Astro puts in MDX modules, and reads before the bundler drops it.
				onLog: (niveau, message, dire) => message.code === 'MODULE_LEVEL_DIRECTIVE' || dire(niveau, message),
			},
		},
	},
	devToolbar: { enabled: false },
	markdown: {
		// Wording is not ours to change: no smart punctuation, and no strike-through on a single tilde.
		processor: unified({
			gfm: false,
			smartypants: false,
			remarkPlugins: [[remarkGfm, { singleTilde: false }]],
			rehypePlugins: [rehypeHeadingIds, rehypeTypographie, rehypeTableaux],
		}),
		syntaxHighlight: false,
	},
	integrations: [edition(), ecriture(), vues(), mdx(), plan(base), pagefind(), images()],
});

import type { AstroIntegration } from 'astro';

/**
 * Asks the browser to compile all functions of our scripts while they come, on another thread. Without it, V8 compiles
 * each at its first call: half of the time between the data and an answer. The comment counts on the first line only, which
 * is why it is set once Vite has written its own. Browsers that do not know it (all but Chromium, from version 136 on) read
 * a comment.
 */
export default function compilation(): AstroIntegration {
	return {
		name: 'compilation',
		hooks: {
			'astro:config:setup': ({ updateConfig }) => {
				updateConfig({
					vite: {
						plugins: [
							{
								name: 'compilation',
								applyToEnvironment: ({ name }) => name === 'client',
								generateBundle: {
									order: 'post',
									handler(_, fichiers) {
										for (const fichier of Object.values(fichiers))
											if (fichier.type === 'chunk') fichier.code = `//# allFunctionsCalledOnLoad\n${fichier.code}`;
									},
								},
							},
						],
					},
				});
			},
		},
	};
}

import type { AstroIntegration } from 'astro';

/**
 * Asks the browser to compile all functions of our scripts while they download, on another thread. Without this
 * comment, V8 compiles each function at its first call, which takes half of the time between the data and an answer. It
 * only works on the first line, so it is added after Vite has written its own lines. Chromium reads it since version
 * 136; other browsers ignore it.
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

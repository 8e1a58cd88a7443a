/**
 * Asks the browser to compile all functions of our scripts while they download, on another thread. Without this
 * comment, V8 compiles each function at its first call, which takes half of the time between the data and an answer. It
 * only works on the first line, so this plugin of Vite adds it after Vite has written its own lines. Chromium reads it
 * since version 136; other browsers ignore it.
 */
export const compilation = {
	name: 'compilation',
	applyToEnvironment: ({ name }: { name: string }) => name === 'client',
	generateBundle: {
		order: 'post' as const,
		handler(_: unknown, fichiers: Record<string, { type: string; code?: string }>) {
			for (const fichier of Object.values(fichiers))
				if (fichier.type === 'chunk') fichier.code = `//# allFunctionsCalledOnLoad\n${fichier.code}`;
		},
	},
};

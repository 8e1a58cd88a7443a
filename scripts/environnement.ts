/**
 * The environment of a process that the tests or the bench start: what the system needs, and none of the settings of the
 * process that starts it (Vitest's own `BASE_URL` and `MODE` would reach the pages).
 */
export function environnementNu(reglages: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const { PATH, HOME, TMPDIR } = process.env;
	return { PATH, HOME, TMPDIR, ...reglages };
}

/**
 * Environment of a process started by the tests or the bench: what the system needs and `reglages`, without the other
 * variables of the parent process (Vitest's `BASE_URL` and `MODE` would reach the pages).
 */
export function environnementNu(reglages: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const { PATH, HOME, TMPDIR } = process.env;
	return { PATH, HOME, TMPDIR, ...reglages };
}

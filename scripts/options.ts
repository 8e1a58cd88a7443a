import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * Parses the options of a command with `parseArgs`. A wrong option prints the usage of the command and ends the process
 * with exit code 2.
 */
export function lireOptions<const T extends ParseArgsConfig>(
	usage: string,
	config: T,
): ReturnType<typeof parseArgs<T>> {
	try {
		return parseArgs(config);
	} catch (erreur) {
		const { code, message } = erreur as NodeJS.ErrnoException;
		if (!code?.startsWith('ERR_PARSE_ARGS')) throw erreur;
		console.error(`Option inconnue ou mal écrite : ${/'([^']*)'/.exec(message)?.[1]}\n${usage}`);
		process.exit(2);
	}
}

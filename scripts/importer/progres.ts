import { montrable } from '../../src/importation/caractere.ts';

/** Delay in ms between messages if the output is not a terminal: a log keeps every line. */
const PAS = 10_000;

/** Prints the progress of a long reading to stderr: stdout is for results. */
export const progresseur = () => {
	let dernier = Date.now();
	let dit = false;
	return {
		dire(texte: string): void {
			const maintenant = Date.now();
			if (maintenant - dernier < (process.stderr.isTTY ? 500 : PAS)) return;
			dernier = maintenant;
			dit = true;
			process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${montrable(texte)}` : `${montrable(texte)}\n`);
		},
		finir(): void {
			if (dit && process.stderr.isTTY) process.stderr.write('\r\x1b[K');
		},
	};
};

export type Progres = ReturnType<typeof progresseur>;

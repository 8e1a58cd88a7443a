import { montrable } from '../../src/importation/caractere.ts';

/** A log keeps every line that it is given: one now and then is enough. */
const PAS = 10_000;

/** Tells how far a long input is read, on the error stream: the standard output holds results only. */
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

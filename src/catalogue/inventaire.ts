import { createHash } from 'node:crypto';
import type { FichierPublie } from '../schemas/donnees/inventaire.ts';
import { type Fichier, fichiers } from './fichier.ts';

let mesures: Promise<FichierPublie[]> | undefined;

/** Every data file with its size and its hash, made and measured once a build; contents are not kept. */
export function inventaire(): Promise<FichierPublie[]> {
	if (!mesures || import.meta.env.DEV) mesures = fichiers().then((tous) => tous.map(mesurer));
	return mesures;
}

function mesurer({ ecrire, ...fichier }: Fichier): FichierPublie {
	const octets = Buffer.from(ecrire());
	return { ...fichier, octets: octets.byteLength, sha256: createHash('sha256').update(octets).digest('hex') };
}

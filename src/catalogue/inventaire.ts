import { createHash } from 'node:crypto';
import type { FichierPublie } from '../schemas/donnees/inventaire.ts';
import { type Fichier, fichiers } from './fichier.ts';

/** Sizes and hashes of the files written so far: the inventory, which comes last, does not write them again. */
const mesures = new WeakMap<Fichier, FichierPublie>();

/** Bytes of a data file, measured as it is made. */
export function ecrire(fichier: Fichier): Buffer<ArrayBuffer> {
	const { ecrire: faire, ...description } = fichier;
	const octets = Buffer.from(faire());
	const sha256 = createHash('sha256').update(octets).digest('hex');
	mesures.set(fichier, { ...description, octets: octets.byteLength, sha256 });
	return octets;
}

/** A data file with its size and its hash. */
export function mesurer(fichier: Fichier): FichierPublie {
	if (!mesures.has(fichier)) ecrire(fichier);
	return mesures.get(fichier) as FichierPublie;
}

/** Every data file with its size and its hash; contents are not kept. */
export const inventaire = (): FichierPublie[] => fichiers().map(mesurer);

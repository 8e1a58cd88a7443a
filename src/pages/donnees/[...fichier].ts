import { catalogue } from '../../catalogue/catalogue.ts';
import { ecrire, fichiers, inventaire, tenir } from '../../catalogue/donnees.ts';
import { schemas } from '../../catalogue/schema.ts';
import { donnees } from '../../domaine/adresse.ts';
import { json } from '../../domaine/exports/format.ts';

export { contenu, dependances, GET } from '../_fichier.ts';

/** Every data file under `/donnees/`, written by the same function that the inventory measures. */
export function getStaticPaths() {
	const ecrireInventaire = () => json({ etatAu: catalogue().etatAu ?? null, fichiers: inventaire() });
	return [
		// The file of hashes comes after the files that it hashes.
		...fichiers()
			.toSorted((a, b) => tard(a) - tard(b))
			.map((f) => ({
				chemin: f.chemin,
				type: f.type,
				ecrire: () => ecrire(f),
				depend: f.versions && { versions: f.versions, tenir: (octets: Buffer<ArrayBuffer>) => tenir(f, octets) },
			})),
		...schemas(),
		// Last, since it lists the files written before it.
		{ chemin: donnees.inventaire, type: 'application/json', ecrire: ecrireInventaire },
	].map(({ chemin, ...props }) => ({ params: { fichier: chemin.replace(/^\/donnees\//, '') }, props }));
}

const tard = ({ forme }: { forme: string }): number => Number(forme === 'empreintes');

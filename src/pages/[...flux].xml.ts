import { adresse, racine } from '../adresse.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { estSuivie } from '../catalogue/publication.ts';
import { ecrireFlux, evenements } from '../domaine/exports/flux.ts';
import { modifieeLe, plusRecent } from '../domaine/exports/mentions.ts';
import type { Lignee } from '../schemas/lignee.ts';

export { contenu, dependances, GET } from './_fichier.ts';

/** Atom feeds: one of the whole site, and one for each lineage of several versions. */
export function getStaticPaths() {
	const un = (flux: string, lignee?: Lignee & { id: string }) => ({
		params: { flux },
		props: {
			type: 'application/atom+xml',
			ecrire: () => ecrire(lignee),
			depend: lignee && { versions: lignee.versions.map(({ id }) => id) },
		},
	});
	return [
		un('flux'),
		...catalogue()
			.lignees.filter(estSuivie)
			.map((l) => un(`lignees/${l.id}/flux`, l)),
	];
}

function ecrire(lignee: (Lignee & { id: string }) | undefined): string {
	const index = catalogue();
	return ecrireFlux(evenements(index, lignee?.id), {
		titre: `${lignee ? `Lignée ${lignee.titre}` : 'Lignée'} : ce qui change`,
		chemin: lignee ? adresse.fluxLignee(lignee.id) : '/flux.xml',
		page: lignee ? adresse.lignee(lignee.id) : '/',
		defaut: lignee?.etatAu ?? plusRecent(index.versions.map(modifieeLe)) ?? '1970-01-01',
		racine,
	});
}

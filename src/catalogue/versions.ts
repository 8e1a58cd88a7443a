import { etats, SANS_LIGNEE } from '../domaine/etat.ts';
import { certitudeDe, citees } from '../domaine/fait.ts';
import type { Prose } from '../domaine/prose.ts';
import { aDesLibelles, numeroter, numeroterTransversales, parAge, type Version } from '../domaine/version.ts';
import type { Lignee } from '../schemas/lignee.ts';
import type { VersionConnue, VersionDetenue } from '../schemas/version.ts';
import type { Lecture } from './lecture.ts';

/** All versions, oldest first, each with its state on the day of its lineage. */
export function versionsDe({ titres, lignees }: Lecture): Version[] {
	const versions = new Map<string, Version>();
	for (const { id, data, prose } of titres) versions.set(id, detenue(id, data, prose));
	for (const { data, id: ligneeId } of lignees) {
		for (const membre of data.versions) {
			const version = 'sigle' in membre ? connue(membre, data) : versions.get(membre.id);
			if (version) versions.set(membre.id, { ...version, lignee: ligneeId });
		}
		const membres = data.versions.map(({ id }) => versions.get(id)).filter((v) => v !== undefined);
		for (const [id, etat] of etats(membres, data.successions, data.etatAu, data.sources)) {
			const version = versions.get(id);
			if (version) version.etat = etat;
		}
	}
	return [...versions.values()].sort(parAge);
}

function detenue(id: string, data: VersionDetenue, { avant, apres }: Prose): Version {
	const { sources } = data;
	const cles = Object.keys(sources);
	const documents = cles.filter((cle) => sources[cle]?.document !== undefined);
	return {
		...data,
		id,
		annee: id.slice(-4),
		usuel: data.usuel ?? data.intitule,
		detenue: true,
		profondeur: avant.length + apres.length > 0 ? 'texte' : 'libelles',
		etat: SANS_LIGNEE,
		blocs: numeroter(id, data.blocs, certitudeDe(documents.length ? documents : cles, sources)),
		transversales: numeroterTransversales(id, data.transversales, sources),
	};
}

function connue(data: VersionConnue, { sources }: Lignee): Version {
	const blocs = numeroter(data.id, data.blocs, 'secondaire', sources);
	const siennes = citees(data);
	return {
		...data,
		annee: data.id.slice(-4),
		usuel: data.usuel ?? data.intitule,
		detenue: false,
		profondeur: aDesLibelles({ blocs }) ? 'libelles' : 'faits',
		etat: SANS_LIGNEE,
		sources: Object.fromEntries(Object.entries(sources).filter(([cle]) => siennes.has(cle))),
		blocs,
		transversales: numeroterTransversales(data.id, data.transversales, sources),
		regles: {},
		aucune: [],
		reparations: [],
		attributions: [],
	};
}

import type { Correspondance } from '../../schemas/correspondance.ts';
import type { TitrePublie } from '../../schemas/donnees/titre.ts';
import { adresse } from '../adresse.ts';
import type { Comparaison } from '../comparaison/comparaison.ts';
import { type Bloc, type Competence, nomBloc, nomVersion, type Version } from '../version.ts';
import type { Citable } from './citation.ts';
import { empreinteDe } from './empreinte.ts';
import { comparaisonModifieeLe, modifieeLe } from './modification.ts';
import { publierBloc } from './titre.ts';

/** A version as its page is cited; the hash is that of its data file. */
export const citerVersion = (
	version: Version,
	{ empreinte }: Pick<TitrePublie, 'empreinte'>,
	racine: string,
): Citable => ({
	id: version.id,
	titre: `${nomVersion(version)}, ${version.usuel}`,
	url: racine + adresse.titre(version.id),
	modifieeLe: modifieeLe(version),
	empreinte,
});

export const citerBloc = (bloc: Bloc, version: Version, racine: string): Citable => ({
	id: bloc.id,
	titre: `${nomVersion(version)}, ${nomBloc(bloc)} : ${bloc.usuel}`,
	url: racine + adresse.titre(bloc.id),
	modifieeLe: modifieeLe(version),
	empreinte: empreinteDe(publierBloc(bloc)),
});

export const citerCompetence = (competence: Competence, bloc: Bloc, version: Version, racine: string): Citable => ({
	id: competence.id,
	titre: `${nomVersion(version)}, ${nomBloc(bloc)}, compétence ${competence.rang} : ${competence.libelle}`,
	url: racine + adresse.titre(competence.id),
	modifieeLe: modifieeLe(version),
	empreinte: empreinteDe(competence),
});

export const citerComparaison = (
	de: Version,
	vers: Version,
	comparaison: Comparaison,
	correspondance: Pick<Correspondance, 'reluLe'> | undefined,
	racine: string,
): Citable => ({
	id: `${de.id}--${vers.id}`,
	titre: `${nomVersion(de)} et ${nomVersion(vers)} comparés`,
	url: racine + adresse.comparaison(de.id, vers.id),
	modifieeLe: comparaisonModifieeLe(de, vers, correspondance),
	empreinte: empreinteDe(comparaison),
});

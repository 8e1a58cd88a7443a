import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import type { Dossier } from '../domaine/outils/dossier.ts';
import { nomBloc, nomVersion } from '../domaine/version.ts';
import { creer } from './element.ts';

/** A link to the page of a version. */
export const renvoiVersion = (version: Pick<Dossier, 'id' | 'sigle' | 'annee'>): HTMLElement =>
	creer('a', { href: lien(adresse.titre(version.id)) }, nomVersion(version));

/** A link to the page of a bloc: « CCP 1, Assister les utilisateurs… ». */
export const renvoiBloc = (bloc: Dossier['blocs'][number]): HTMLElement =>
	creer('a', { href: lien(adresse.titre(bloc.id)) }, `${nomBloc(bloc)}, ${bloc.usuel}`);

/** A link to the page of a competence, under its label. */
export const renvoiCompetence = ({ id, libelle }: { id: string; libelle: string }): HTMLElement =>
	creer('a', { class: 'libelle', href: lien(adresse.titre(id)) }, libelle);

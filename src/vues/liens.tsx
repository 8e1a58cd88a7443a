import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import type { CompetenceSituee } from '../domaine/referentiel.ts';
import { typographier } from '../domaine/texte/typographie.ts';
import { type Bloc, motsDuTitre, nomBloc, nomVersion, type Version } from '../domaine/version.ts';

/** Fields needed to name a version. */
export type Nommee = Pick<Version, 'id' | 'sigle' | 'sigleDeNotreFait' | 'annee' | 'usuel'>;

/** Fields of a version that a comparison needs. */
export type Comparee = Nommee & { blocs: Bloc[] };

export function LienVersion({ version }: { version: Nommee }) {
	return <a href={lien(adresse.titre(version.id))}>{typographier(nomVersion(version))}</a>;
}

/** The same link, followed by the words of the title if the name of the version does not contain them. */
export function LienTitre({ version }: { version: Nommee }) {
	const mots = motsDuTitre(version);
	return (
		<>
			<LienVersion version={version} />
			{mots && (
				<>
					, <span class="libelle">{mots}</span>
				</>
			)}
		</>
	);
}

/** A link to the page of a bloc: « CCP 1, Assister les utilisateurs… ». */
export function LienBloc({ bloc, classe }: { bloc: Pick<Bloc, 'id' | 'type' | 'rang' | 'usuel'>; classe?: string }) {
	return (
		<a class={classe} href={lien(adresse.titre(bloc.id))}>
			{nomBloc(bloc)}, <span class="libelle">{bloc.usuel}</span>
		</a>
	);
}

export function LienCompetence({ competence: { id, libelle } }: { competence: { id: string; libelle: string } }) {
	return (
		<a class="libelle" href={lien(adresse.titre(id))}>
			{libelle}
		</a>
	);
}

export const place = ({ competence, bloc }: CompetenceSituee) => `${nomBloc(bloc)}, compétence ${competence.rang}`;

/** Place of a competence in its document, as text, beside a label that is a link. */
export function Place({ situee }: { situee: CompetenceSituee }) {
	return <span class="place">{place(situee)}</span>;
}

/** A link to a competence, with its place. */
export function LienSitue({ situee }: { situee: CompetenceSituee }) {
	return (
		<>
			<LienCompetence competence={situee.competence} /> <Place situee={situee} />
		</>
	);
}

/** The same place as a link, beside a label that is a quotation and not a link. */
export function LienPlace({ situee, version }: { situee: CompetenceSituee; version: string }) {
	return (
		<a class="place" href={lien(adresse.titre(situee.competence.id))}>
			<span class="lecteur">{version}, </span>
			{place(situee)}
		</a>
	);
}

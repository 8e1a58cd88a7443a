import type { ComponentChild } from 'preact';
import { adresse, lien } from '../adresse.ts';
import { enLettres } from '../domaine/date.ts';
import { reserveDuBloc } from '../domaine/profondeur.ts';
import { type CompetenceSituee, place } from '../domaine/referentiel.ts';
import { typographier } from '../domaine/texte/typographie.ts';
import { type Bloc, motsDuTitre, nomBloc, nomVersion, type Version } from '../domaine/version.ts';

/** A sentence of our own, with French spaces and « er » as superscript. Never for the words of a document. */
export function Texte({ texte }: { texte: string }) {
	const [premier, ...autres] = typographier(texte).split(/\b1er\b/);
	return (
		<>
			{premier}
			{autres.map((suite) => (
				<>
					1<sup>er</sup>
					{suite}
				</>
			))}
		</>
	);
}

/** A date (`AAAA-MM-JJ`) in words. */
export function Jour({ date }: { date: string }) {
	return (
		<time dateTime={date}>
			<Texte texte={enLettres(date)} />
		</time>
	);
}

/** A bulleted list. @param officiel true if the elements are the words of a document */
export function Liste({ elements, officiel }: { elements: readonly preact.ComponentChild[]; officiel?: boolean }) {
	return (
		<ul>
			{elements.map((element) => (
				<li class={officiel ? 'libelle' : undefined}>{element}</li>
			))}
		</ul>
	);
}

/** Renders each element of a list, with a separator between them. */
export const separes = <T,>(liste: readonly T[], separateur: string, dessiner: (element: T) => preact.ComponentChild) =>
	liste.map((element, i) => (
		<>
			{i > 0 && separateur}
			{dessiner(element)}
		</>
	));

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

/** Place of a competence in its document, as text, beside a label that is a link. */
export function Place({ situee }: { situee: CompetenceSituee }) {
	return <span class="place">{place(situee) + reserveDuBloc(situee.bloc)}</span>;
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
			{place(situee) + reserveDuBloc(situee.bloc)}
		</a>
	);
}

/** Head of a table: the name of each column, or `false` for a column that is not shown. */
export const Colonnes = ({ noms }: { noms: readonly ComponentChild[] }) => (
	<thead>
		<tr>{noms.map((nom) => nom && <th scope="col">{nom}</th>)}</tr>
	</thead>
);

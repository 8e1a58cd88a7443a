import type { CFItem } from '../../../schemas/donnees/case.ts';
import { adresse } from '../../adresse.ts';
import { CERTITUDES } from '../../fait.ts';
import { avecArticle } from '../../texte/phrase.ts';
import { type Bloc, type Competence, nomVersion, type Version } from '../../version.ts';
import type { Relations } from '../relation.ts';
import { uuid } from '../uuid.ts';
import { lienType, type TypeItem } from './definition.ts';
import { horodatage } from './document.ts';

/** Blocs and competences of a version as CFItems, in the order of its document. */
export const enItems = (version: Version, { comparaisons }: Relations, racine: string): CFItem[] =>
	version.blocs.flatMap((bloc) => {
		const reserve = bloc.certitude === 'secondaire' ? `Libellé d’une ${CERTITUDES.secondaire}.` : '';
		const notes = [reserve, sansSuite(bloc, comparaisons)].filter(Boolean).join(' ');
		const item = {
			...socle(bloc, bloc.type, version, racine),
			fullStatement: bloc.intitule,
			...(bloc.usuel !== bloc.intitule && { abbreviatedStatement: bloc.usuel }),
			...(notes && { notes }),
		};
		return [
			item,
			...bloc.competences.map((c) => ({
				...socle(c, 'competence', version, racine),
				fullStatement: c.libelle,
				...(reserve && { notes: reserve }),
			})),
		];
	});

const socle = ({ id, rang }: Bloc | Competence, type: TypeItem, version: Version, racine: string) => {
	const lien = lienType(type, racine);
	return {
		identifier: uuid(id),
		uri: racine + adresse.titre(id),
		lastChangeDateTime: horodatage(version),
		humanCodingScheme: id,
		listEnumeration: String(rang),
		CFItemType: lien.title,
		CFItemTypeURI: lien,
		language: 'fr' as const,
	};
};

/** « Néant » of an official text has no destination: it is said of the bloc itself. */
function sansSuite({ id }: Bloc, comparaisons: Relations['comparaisons']): string | undefined {
	const phrases = comparaisons.flatMap(({ vers, comparaison }) =>
		comparaison.blocs
			.filter((lien) => lien.de.includes(id) && !lien.vers.length)
			.map(
				({ source }) =>
					`Vers ${avecArticle('le', nomVersion(vers))} : « Néant », d’après un texte officiel (${source}).`,
			),
	);
	return phrases.length ? phrases.join(' ') : undefined;
}

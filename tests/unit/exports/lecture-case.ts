import type { CFPackage } from '../../../src/schemas/donnees/case.ts';

/** Reads a CASE package as other software would: builds the tree from its `isChildOf` associations, in order. */
export function lireCase({ CFDocument, CFItems, CFAssociations }: CFPackage) {
	const parId = new Map(CFItems.map((item) => [item.identifier, item]));
	const enfants = (parent: string) =>
		CFAssociations.filter((a) => a.associationType === 'isChildOf' && a.destinationNodeURI.identifier === parent)
			.sort((a, b) => (a.sequenceNumber ?? 0) - (b.sequenceNumber ?? 0))
			.map((a) => {
				const item = parId.get(a.originNodeURI.identifier);
				if (!item) throw new Error(`élément ${a.originNodeURI.uri} absent du paquet`);
				return item;
			});
	return {
		titre: CFDocument.title,
		blocs: enfants(CFDocument.identifier).map((bloc) => ({
			id: bloc.humanCodingScheme,
			type: bloc.CFItemType.toLowerCase(),
			intitule: bloc.fullStatement,
			competences: enfants(bloc.identifier).map((c) => ({ id: c.humanCodingScheme, libelle: c.fullStatement })),
		})),
	};
}

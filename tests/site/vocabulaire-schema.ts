import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * Reads the vocabulary of schema.org offline, from the type declarations of schema-dts: there, an interface `XLeaf`
 * names a class by its `@type`, and inherits its properties from `XBase`.
 * @returns a function that gives the properties of a class, inherited ones included; `undefined` for an unknown class
 */
export function lireVocabulaire(): (classe: string) => Set<string> | undefined {
	const fichier = 'node_modules/schema-dts/dist/schema.d.ts';
	const source = ts.createSourceFile(fichier, readFileSync(fichier, 'utf8'), ts.ScriptTarget.Latest, false);
	const interfaces = new Map<string, ts.InterfaceDeclaration>();
	const feuilles = new Map<string, string>();
	for (const noeud of source.statements) {
		if (!ts.isInterfaceDeclaration(noeud)) continue;
		interfaces.set(noeud.name.text, noeud);
		const type = noeud.members.find((m) => ts.isPropertySignature(m) && nomDe(m) === '@type') as
			| ts.PropertySignature
			| undefined;
		if (type?.type && ts.isLiteralTypeNode(type.type) && ts.isStringLiteral(type.type.literal))
			feuilles.set(type.type.literal.text, noeud.name.text);
	}
	const proprietes = (nom: string): string[] => {
		const declaration = interfaces.get(nom);
		if (!declaration) return [];
		const parents = (declaration.heritageClauses ?? [])
			.flatMap(({ types }) => [...types])
			.map(({ expression }) => (ts.isIdentifier(expression) ? expression.text : ''));
		return [...declaration.members.map(nomDe), ...parents.flatMap(proprietes)];
	};
	return (classe) => {
		const feuille = feuilles.get(classe);
		return feuille === undefined ? undefined : new Set(proprietes(feuille));
	};
}

const nomDe = (membre: ts.TypeElement): string =>
	membre.name && (ts.isStringLiteral(membre.name) || ts.isIdentifier(membre.name)) ? membre.name.text : '';

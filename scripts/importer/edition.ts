import { isMap, isScalar, isSeq, type Node, parseDocument, stringify, type YAMLMap } from 'yaml';

const EN_YAML = { lineWidth: 0, singleQuote: true } as const;

/**
 * Adds to a YAML file without writing it anew: what was written by hand, its comments, its folds, its braces, stays to
 * the letter.
 */
export const editer = (source: string) => {
	let texte = source;
	const lire = () => parseDocument(texte);
	const remplacer = (debut: number, fin: number, par: string) => {
		texte = texte.slice(0, debut) + par + texte.slice(fin);
	};
	const decaler = (bloc: string, retrait: string) =>
		bloc
			.trimEnd()
			.split('\n')
			.map((ligne) => (ligne === '' ? '' : retrait + ligne))
			.join('\n');
	/** Offset of the end of the last line of a node, blank lines and comments after it left out. */
	const finDe = (noeud: Node): number => {
		const [debut, fin] = noeud.range ?? [0, 0];
		return debut + texte.slice(debut, fin).trimEnd().length;
	};
	const retraitDe = (place: number): string => {
		const ligne = texte.slice(texte.lastIndexOf('\n', place - 1) + 1, place);
		return /^[ ]*/u.exec(ligne)?.[0] ?? '';
	};
	const items = (liste: string): YAMLMap[] => {
		const noeud = lire().get(liste, true);
		return isSeq(noeud) ? noeud.items.filter((item) => isMap(item)) : [];
	};
	const scalaire = (carte: YAMLMap, cle: string) => {
		const valeur = carte.get(cle, true);
		return isScalar(valeur) ? valeur : undefined;
	};
	return {
		texte: () => texte,
		/** Adds at the end of the block list or map `cle`; makes it at the end of the file where there is none. */
		ajouter(cle: string, valeur: unknown): void {
			const noeud = lire().get(cle, true);
			const bloc = stringify(valeur, EN_YAML);
			if ((isSeq(noeud) || isMap(noeud)) && !noeud.flow && noeud.items.length > 0) {
				const premier = isSeq(noeud) ? (noeud.items[0] as Node) : ((noeud as YAMLMap).items[0]?.key as Node);
				const fin = finDe(noeud);
				remplacer(fin, fin, `\n${decaler(bloc, retraitDe(premier.range?.[0] ?? 0))}`);
				return;
			}
			if (noeud === undefined || noeud === null) {
				texte = `${texte.trimEnd()}\n${cle}:\n${decaler(bloc, '  ')}\n`;
				return;
			}
			// `cle: []`, or written on one line: the file is written anew.
			const document = lire();
			const deja = (document.toJS() as Record<string, unknown>)[cle];
			document.set(
				cle,
				document.createNode(
					Array.isArray(deja) ? [...deja, ...(valeur as unknown[])] : { ...(deja as object), ...(valeur as object) },
				),
			);
			texte = document.toString(EN_YAML);
		},
		/** Gives a scalar of the file's first level another value. */
		poser(cle: string, valeur: string): void {
			const noeud = lire().get(cle, true);
			if (isScalar(noeud) && noeud.range) remplacer(noeud.range[0], noeud.range[1], valeur);
		},
		/** Wherever an item of the list has this value under one of these keys, it takes the other. */
		renommer(liste: string, cles: readonly string[], de: string, vers: string): void {
			const places = items(liste).flatMap((item) =>
				cles.flatMap((cle) => {
					const valeur = scalaire(item, cle);
					return valeur?.value === de && valeur.range ? [valeur.range] : [];
				}),
			);
			for (const [debut, fin] of places.sort((a, b) => b[0] - a[0])) remplacer(debut, fin, vers);
		},
		/** Leaves an item of `versions` nothing but its id. */
		reduire(id: string): void {
			const item = items('versions').find((v) => v.get('id') === id);
			if (item?.range) remplacer(item.range[0], finDe(item), item.flow ? `{ id: ${id} }` : `id: ${id}`);
		},
	};
};

import { isMap, isScalar, isSeq, type Node, parseDocument, stringify, type YAMLMap } from 'yaml';

const EN_YAML = { lineWidth: 0, singleQuote: true } as const;

/** Edits a YAML file in place: comments, folding and flow style of existing lines are kept. */
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
	/** Offset of the end of the last line of a node, without the blank lines and comments after it. */
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
		/** Appends to the block list or map `cle`, which is created at the end of the file if it does not exist. */
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
			// `cle: []`, or flow style: the whole file is rewritten.
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
		/** Changes a top-level scalar. */
		poser(cle: string, valeur: string): void {
			const noeud = lire().get(cle, true);
			if (isScalar(noeud) && noeud.range) remplacer(noeud.range[0], noeud.range[1], valeur);
		},
		/** Replaces a value under these keys, in all items of a list. */
		renommer(liste: string, cles: readonly string[], de: string, vers: string): void {
			const places = items(liste).flatMap((item) =>
				cles.flatMap((cle) => {
					const valeur = scalaire(item, cle);
					return valeur?.value === de && valeur.range ? [valeur.range] : [];
				}),
			);
			for (const [debut, fin] of places.sort((a, b) => b[0] - a[0])) remplacer(debut, fin, vers);
		},
		/** Reduces an item of `versions` to its id. */
		reduire(id: string): void {
			const item = items('versions').find((v) => v.get('id') === id);
			if (item?.range) remplacer(item.range[0], finDe(item), item.flow ? `{ id: ${id} }` : `id: ${id}`);
		},
	};
};

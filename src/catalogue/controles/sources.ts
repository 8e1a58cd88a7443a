import type { Fiche } from '../lecture.ts';
import { type Probleme, probleme } from '../probleme.ts';

/** Every `source:` anywhere in the file names a key of its `sources`. */
export function sourcesCitees(fiche: Fiche<object>, sources: object): Probleme[] {
	const problemes: Probleme[] = [];
	const connues = Object.keys(sources);
	const parcourir = (valeur: unknown, chemin: PropertyKey[]) => {
		if (Array.isArray(valeur)) for (const [i, v] of valeur.entries()) parcourir(v, [...chemin, i]);
		else if (valeur && typeof valeur === 'object')
			for (const [cle, v] of Object.entries(valeur)) {
				if (cle === 'source') citer(v as string | string[], [...chemin, cle]);
				else if (cle !== 'sources') parcourir(v, [...chemin, cle]);
			}
	};
	const citer = (source: string | string[], chemin: PropertyKey[]) => {
		for (const cle of [source].flat())
			if (!connues.includes(cle))
				problemes.push(
					probleme(
						fiche,
						chemin,
						`source « ${cle} » inconnue ; la déclarer sous « sources » ou citer l’une de : ${connues.join(', ') || '(aucune)'}`,
					),
				);
	};
	parcourir(fiche.data, []);
	return problemes;
}

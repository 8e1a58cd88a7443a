import { racine } from '../texte/racine.ts';

/**
 * Words that exclude each other in any trade. Two labels that share all but one of these say opposite things
 * («maintenance préventive», «maintenance corrective»), which no count of shared words would show.
 */
const PAIRES = `
	intérieur/extérieur interne/externe préventif/correctif préventif/curatif individuel/collectif écrit/oral
	manuel/mécanisé manuel/automatisé froid/chaud statique/dynamique front-end/back-end achat/vente fournisseur/client
	montage/démontage national/international public/privé annuel/mensuel entrant/sortant amont/aval entrée/sortie
	neuf/rénovation logique/physique enfant/adulte recette/dépense actif/passif réception/expédition
	fraisage/tournage mécanique/électrique hydraulique/électrique thermique/électrique windows/linux
	préparation/pose installation/dépannage installation/maintenance montage/maintenance conception/maintenance
`
	.trim()
	.split(/\s+/)
	.map((paire) => paire.split('/').map(racine) as [string, string]);

const CONTRAIRES = new Map<string, Set<string>>();
for (const [a, b] of PAIRES)
	for (const [x, y] of [
		[a, b],
		[b, a],
	] as const)
		CONTRAIRES.set(x, (CONTRAIRES.get(x) ?? new Set()).add(y));

/** Whether one label says a word, the other its contrary, and neither says both. */
export const sOpposent = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
	[...a].some((mot) => {
		const contraires = CONTRAIRES.get(mot);
		if (!contraires || b.has(mot)) return false;
		return [...contraires].some((contraire) => b.has(contraire) && !a.has(contraire));
	});

import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import type { Comparaison } from '../domaine/comparaison/comparaison.ts';
import { dessinerFlux, type Flux, NOUVELLES, SANS_SUITE } from '../domaine/comparaison/flux.ts';
import type { Dossier } from '../domaine/outils/dossier.ts';
import { nomBloc, nomVersion } from '../domaine/version.ts';
import { creer, dessiner } from './element.ts';

/** How competences go from blocs to blocs: the picture and the table of `FluxCompetences.astro`. */
export function figureFlux(de: Dossier, vers: Dossier, comparaison: Comparaison): HTMLElement | undefined {
	const flux = dessinerFlux(de.blocs, vers.blocs, comparaison);
	if (!flux) return undefined;
	const blocs = new Map([...de.blocs, ...vers.blocs].map((bloc) => [bloc.id, nomBloc(bloc)]));
	const nom = (id: string) =>
		id === SANS_SUITE ? 'sans suite' : id === NOUVELLES ? 'nouvelles' : (blocs.get(id) ?? id);
	const doutes = flux.aVerifier > 0 ? ` Les ${flux.aVerifier} correspondances à vérifier n’y sont pas.` : '';
	return creer(
		'figure',
		{ class: 'flux' },
		image(flux, `Compétences de ${nomVersion(de)} à ${nomVersion(vers)}, de bloc à bloc`, nom),
		creer(
			'figcaption',
			{},
			`À gauche ${nomVersion(de)}, à droite ${nomVersion(vers)} ; l’épaisseur est le nombre de compétences liées.${doutes}`,
		),
		creer(
			'details',
			{},
			creer('summary', {}, 'Le même dessin en tableau'),
			creer(
				'table',
				{ id: 'flux-table' },
				creer(
					'thead',
					{},
					creer(
						'tr',
						{},
						...[`De (${nomVersion(de)})`, `Vers (${nomVersion(vers)})`, 'Compétences liées'].map((t) =>
							creer('th', { scope: 'col' }, t),
						),
					),
				),
				creer(
					'tbody',
					{},
					...flux.courants.map((c) =>
						creer('tr', {}, ...[nom(c.de), nom(c.vers), String(c.poids)].map((t) => creer('td', {}, t))),
					),
				),
			),
		),
	);
}

function image(flux: Flux, titre: string, nom: (id: string) => string): SVGElement {
	return dessiner(
		'svg',
		{
			viewBox: `0 0 ${flux.largeur} ${flux.hauteur}`,
			role: 'img',
			'aria-labelledby': 'flux-titre',
			'aria-describedby': 'flux-table',
		},
		dessiner('title', { id: 'flux-titre' }, titre),
		...flux.courants.map((c) =>
			dessiner(
				'path',
				{
					class: `courant${c.vers === SANS_SUITE ? ' fin' : ''}${c.de === NOUVELLES ? ' debut' : ''}`,
					d: c.trace,
					'stroke-width': c.epaisseur,
					fill: 'none',
				},
				dessiner('title', {}, `${nom(c.de)} vers ${nom(c.vers)} : ${c.poids}`),
			),
		),
		...flux.boites.flatMap((b) => {
			const gauche = b.cote === 'de';
			const reel = b.id !== SANS_SUITE && b.id !== NOUVELLES;
			const texte = dessiner(
				'text',
				{
					x: gauche ? b.x + 16 : b.x - 6,
					y: b.y - 4,
					'text-anchor': gauche ? 'start' : 'end',
					'font-size': 13,
				},
				`${b.nom} (${b.poids})`,
			);
			return [
				dessiner('rect', {
					class: `boite${reel ? '' : ' bord'}`,
					x: b.x,
					y: b.y,
					width: b.largeur,
					height: Math.max(1, b.hauteur),
				}),
				reel ? dessiner('a', { href: lien(adresse.titre(b.id)) }, texte) : texte,
			];
		}),
	);
}

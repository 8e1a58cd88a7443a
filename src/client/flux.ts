import { lien } from '../adresse.ts';
import { adresse } from '../domaine/adresse.ts';
import type { Comparaison } from '../domaine/comparaison/comparaison.ts';
import { dessinerFlux, type Flux, NOUVELLES, SANS_SUITE } from '../domaine/comparaison/flux.ts';
import type { Dossier } from '../domaine/outils/dossier.ts';
import { nomBloc, nomVersion } from '../domaine/version.ts';
import { compte } from '../domaine/vocabulaire.ts';
import { creer, dessiner } from './element.ts';

/** How competences go from blocs to blocs: the pictures and the table of `FluxCompetences.astro`. */
export function figureFlux(de: Dossier, vers: Dossier, comparaison: Comparaison): HTMLElement | undefined {
	const large = dessinerFlux(de.blocs, vers.blocs, comparaison, 600);
	const etroit = dessinerFlux(de.blocs, vers.blocs, comparaison, 328);
	if (!large || !etroit) return undefined;
	const blocs = new Map([...de.blocs, ...vers.blocs].map((bloc) => [bloc.id, nomBloc(bloc)]));
	const nom = (id: string) =>
		id === SANS_SUITE ? 'sans suite' : id === NOUVELLES ? 'nouvelles' : (blocs.get(id) ?? id);
	const doutes = large.aVerifier;
	const noms = [nomVersion(de), nomVersion(vers)] as const;
	return creer(
		'figure',
		{ class: 'flux' },
		image('large', large, noms, nom),
		image('etroit', etroit, noms, nom),
		creer(
			'table',
			{},
			creer('caption', {}, 'Compétences liées, de bloc à bloc'),
			creer('thead', {}, creer('tr', {}, ...[...noms, 'Nombre'].map((t) => creer('th', { scope: 'col' }, t)))),
			creer(
				'tbody',
				{},
				...large.courants.map((c) =>
					creer('tr', {}, ...[nom(c.de), nom(c.vers), String(c.poids)].map((t) => creer('td', {}, t))),
				),
			),
		),
		creer(
			'figcaption',
			{},
			'L’épaisseur d’un ruban est le nombre de compétences liées : une compétence scindée ou fusionnée y compte plusieurs fois.',
			doutes > 0 && ` ${compte(doutes, 'correspondance')} à vérifier ${doutes > 1 ? 'n’y sont pas' : 'n’y est pas'}.`,
		),
	);
}

function image(
	classe: string,
	flux: Flux,
	[de, vers]: readonly [string, string],
	nom: (id: string) => string,
): SVGElement {
	return dessiner(
		'svg',
		{
			class: classe,
			viewBox: `0 0 ${flux.largeur} ${flux.hauteur}`,
			role: 'group',
			'aria-labelledby': `flux-${classe}`,
			'aria-describedby': `flux-${classe}-desc`,
		},
		dessiner('title', { id: `flux-${classe}` }, `Compétences de ${de} à ${vers}, de bloc à bloc`),
		dessiner(
			'desc',
			{ id: `flux-${classe}-desc` },
			`À gauche les blocs de ${de}, à droite ceux de ${vers} ; un ruban joint deux blocs, large comme le nombre de compétences liées. Le tableau qui suit donne les nombres.`,
		),
		...flux.courants.map((c) =>
			dessiner(
				'path',
				{
					class: `courant${c.vers === SANS_SUITE ? ' fin' : ''}${c.de === NOUVELLES ? ' debut' : ''}`,
					d: c.trace,
					'stroke-width': c.epaisseur,
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
					x: gauche ? b.x + b.largeur + 6 : b.x - 6,
					y: b.y + Math.min(13, b.hauteur / 2 + 5),
					'text-anchor': gauche ? 'start' : 'end',
					'font-size': 14,
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
				reel
					? dessiner('a', { href: lien(adresse.titre(b.id)), 'aria-label': `${gauche ? de : vers}, ${b.nom}` }, texte)
					: texte,
			];
		}),
	);
}

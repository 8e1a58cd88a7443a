import type { NatureSuccession } from '../../schemas/lignee.ts';
import type { Barre, Chronologie } from './chronologie.ts';

/** Label of the editorial successions that reach a version. `ancre` is its `text-anchor`, undefined for `start`. */
type Nom = { texte: string; x: number; y: number; ancre: undefined };

type Rectangle = { x: number; y: number; largeur: number; hauteur: number };

interface AreteDessinee {
	de: string;
	vers: string;
	nature: NatureSuccession;
	/** Paths of the line and of the arrowhead. */
	trait: string;
	pointe: string;
}

export interface Cadre {
	sens: 'horizontal' | 'vertical';
	/** Margins along time: before the first year and after the last. */
	marges: [number, number];
	/** Length of the drawn years. */
	longueur: number;
	/** Offset of the first title, and distance between two titles. */
	tete: number;
	pas: number;
	epaisseur: number;
	/** Minimum size across time: a picture of one title would otherwise be scaled up, with huge text. */
	minimum?: number;
}

export const LARGE: Cadre = { sens: 'horizontal', marges: [72, 16], longueur: 792, tete: 40, pas: 50, epaisseur: 28 };
export const ETROIT: Cadre = {
	sens: 'vertical',
	marges: [34, 20],
	longueur: 640,
	tete: 42,
	pas: 58,
	epaisseur: 38,
	minimum: 260,
};

/** Maximum number of titles in a narrow picture; with more, a list is shown instead. */
export const TITRES_ETROITS = 5;

/** Space between two versions of one title for the edge that joins them: a dashed line needs more to be seen. */
const ECART = { officielle: 12, secondaire: 26, editoriale: 26 };
/** Distance between edges that turn towards the same version, and radius of the turn. */
const COULOIR = 9;
const RAYON = 6;
const TETE = 4;
const FONDU = 9;

/**
 * Draws a timeline, in units of its viewBox. Time runs to the right on wide screens and down on narrow ones, with one
 * layout: `t` is the axis of time, and `u` the axis of titles.
 */
export function dessinerChronologie(c: Chronologie, cadre: Cadre) {
	const axes = axesDe(cadre);
	const { horizontal } = axes;
	const { longueur, tete, pas, epaisseur } = cadre;
	const [avant, apres] = cadre.marges;
	const fin = axes.haut(c.sigles.length) - pas + epaisseur;
	const finDe = finsDe(c, axes);
	const barres = c.barres.map((barre) => dessinerBarre(barre, axes, finDe));
	const arrivees = c.barres.map((cible) => dessinerArrivees(cible, c, axes, finDe));
	const [largeur, hauteur] = axes.point(
		avant + longueur + apres,
		horizontal ? fin + 28 : Math.max(fin + 6, cadre.minimum ?? 0),
	);
	const traitAu = (part: number) =>
		axes.trace([axes.temps(part), tete - (horizontal ? 12 : 2)], [axes.temps(part), fin + 6]);
	const jour = axes.temps(c.aujourdhui);
	return {
		largeur,
		hauteur,
		barres,
		aretes: arrivees.flatMap(({ aretes }) => aretes),
		noms: arrivees.flatMap(({ nom }) => (nom && aLaPlace(nom, barres, largeur) ? [nom] : [])),
		sigles: c.sigles.map((sigle, i) =>
			horizontal
				? { sigle, x: 0, y: axes.milieu(i) + 5, ancre: undefined }
				: { sigle, x: axes.milieu(i), y: 16, ancre: 'middle' as const },
		),
		annees: c.annees.map(({ annee, x: part }) => ({
			annee,
			trait: traitAu(part),
			...(horizontal
				? { x: axes.temps(part), y: tete - 18, ancre: 'middle' as const }
				: { x: 0, y: axes.temps(part) + 4, ancre: undefined }),
		})),
		jour: {
			trait: traitAu(c.aujourdhui),
			...(horizontal
				? { x: Math.min(jour, largeur - DATE / 2), y: fin + 22, ancre: 'middle' as const }
				: { x: 0, y: jour - 5, ancre: undefined }),
		},
	};
}

/** Axes of a picture: time, from 0 to 1, runs along it, and lines, one per title, across it. */
function axesDe(cadre: Cadre) {
	const horizontal = cadre.sens === 'horizontal';
	const temps = (part: number) => arrondi(cadre.marges[0] + part * cadre.longueur);
	/** Edge of the bars of a line. */
	const haut = (ligne: number) => cadre.tete + ligne * cadre.pas;
	const milieu = (ligne: number) => haut(ligne) + cadre.epaisseur / 2;
	/** @returns x and y of a position along and across the time axis */
	const point = (a: number, b: number): [number, number] => (horizontal ? [a, b] : [b, a]);
	const rectangle = (a: number, b: number, longueur: number, epaisseur: number): Rectangle => {
		const [x, y] = point(a, b);
		const [largeur, hauteur] = point(longueur, epaisseur);
		return { x: arrondi(x), y: arrondi(y), largeur: arrondi(largeur), hauteur: arrondi(hauteur) };
	};
	/** SVG path through positions along and across the time axis. */
	const trace = (...points: [number, number][]) =>
		points.map(([a, b], i) => `${i ? 'L' : 'M'}${point(arrondi(a), arrondi(b)).join(' ')}`).join('');
	/** Path of an arrowhead at a point, in relative coordinates so that heads of one direction have the same code. */
	const pointe = (a: number, b: number, versT: number, versU: number) => {
		const [arriereT, arriereU] = [-versT * TETE * 1.5, -versU * TETE * 1.5];
		const [coinT, coinU] = [arriereT + versU * TETE, arriereU + versT * TETE];
		const cotes = [point(coinT, coinU), point(-2 * versU * TETE, -2 * versT * TETE)];
		return `${trace([a, b])}${cotes.map((c) => `l${c.join(' ')}`).join('')}z`;
	};
	return { cadre, horizontal, temps, haut, milieu, point, rectangle, trace, pointe };
}

type Axes = ReturnType<typeof axesDe>;
type FinDe = (barre: Barre) => number;

/** End of each bar, shortened so that the edge to the next version of the title is visible. */
function finsDe(c: Chronologie, axes: Axes): FinDe {
	return (b) => {
		const suivante = c.barres.find((s) => s.ligne === b.ligne && s.debut >= b.fin - 0.01 && s.debut > b.debut);
		const arete = c.aretes.find((a) => a.de === b.version.id && a.vers === suivante?.version.id);
		const libre = suivante
			? axes.temps(suivante.debut) - ECART[arete?.nature ?? 'officielle']
			: Number.POSITIVE_INFINITY;
		return Math.max(Math.min(axes.temps(b.fin), libre), axes.temps(b.debut) + 30);
	};
}

function dessinerBarre(barre: Barre, axes: Axes, finDe: FinDe) {
	const [debut, bout, haut, milieu] = [
		axes.temps(barre.debut),
		finDe(barre),
		axes.haut(barre.ligne),
		axes.milieu(barre.ligne),
	];
	const plein = barre.finInconnue ? bout - FONDU : bout;
	const { epaisseur } = axes.cadre;
	const [texteX, texteY] = axes.horizontal ? [debut + 8, milieu + 5] : [milieu, debut + 19];
	return {
		barre,
		...axes.rectangle(debut, haut, plein - debut, epaisseur),
		/** Two slices after the bar, if no source gives its end. */
		tranches: barre.finInconnue ? [3, 6.5].map((d) => axes.rectangle(plein + d, haut, 1.5, epaisseur)) : [],
		texteX: arrondi(texteX),
		texteY: arrondi(texteY),
	};
}

/** Draws the edges that arrive at a version, and the name of those that are editorial. */
function dessinerArrivees(cible: Barre, c: Chronologie, axes: Axes, finDe: FinDe) {
	const entrantes = c.aretes.flatMap((a) => {
		const source = c.barres.find(({ version }) => version.id === a.de);
		return a.vers === cible.version.id && source ? [{ ...a, source }] : [];
	});
	const droites = entrantes
		.filter((e) => e.source.ligne === cible.ligne)
		.map(({ source, ...a }): AreteDessinee => {
			const [de, vers, b] = [finDe(source), axes.temps(cible.debut), axes.milieu(cible.ligne)];
			return { ...a, trait: axes.trace([de, b], [vers - 2, b]), pointe: axes.pointe(vers - 1, b, 1, 0) };
		});
	// The edge from the nearest title takes the first lane, so that edges from further away do not cross it.
	const tournantes = entrantes
		.filter((e) => e.source.ligne !== cible.ligne)
		.sort((a, b) => Math.abs(a.source.ligne - cible.ligne) - Math.abs(b.source.ligne - cible.ligne));
	const depart = Math.max(axes.temps(cible.debut), ...tournantes.map((e) => finDe(e.source))) + 12;
	const bout = depart + (tournantes.length - 1) * COULOIR;
	const editoriales = tournantes.filter((e) => e.nature === 'editoriale');
	const derniere = editoriales.at(-1)?.source;
	return {
		aretes: [
			...droites,
			...tournantes.map(({ source, ...a }, rang) => ({
				...a,
				...dessinerTournant(source, cible, depart + rang * COULOIR, rang, axes, finDe),
			})),
		],
		nom:
			derniere && bout <= finDe(cible) - TETE
				? nommerLesParentes(editoriales.length, axes.milieu(derniere.ligne), bout, axes)
				: undefined,
	};
}

/**
 * Draws an edge between two titles, which turns towards its target.
 * @param couloir position of its lane along the time axis
 * @param rang rank of this lane
 */
function dessinerTournant(
	source: Barre,
	cible: Barre,
	couloir: number,
	rang: number,
	axes: Axes,
	finDe: FinDe,
): Pick<AreteDessinee, 'trait' | 'pointe'> {
	const { epaisseur } = axes.cadre;
	const sens = Math.sign(cible.ligne - source.ligne);
	const bord = sens > 0 ? axes.haut(cible.ligne) : axes.haut(cible.ligne) + epaisseur;
	const dernier = finDe(cible) - TETE;
	if (couloir > dernier) {
		// The source still runs when the target ends: draw a straight line at a time common to both.
		const commune = Math.min(finDe(source) - TETE, dernier) - rang * COULOIR;
		const tout = Math.max(commune, axes.temps(source.debut) + TETE, axes.temps(cible.debut) + TETE);
		const sortie = sens > 0 ? axes.haut(source.ligne) + epaisseur : axes.haut(source.ligne);
		const au = Math.min(tout, dernier);
		return { trait: axes.trace([tout, sortie], [au, bord - sens * 2]), pointe: axes.pointe(au, bord - sens, 0, sens) };
	}
	const u0 = axes.milieu(source.ligne);
	const coin = [u0, u0 + sens * RAYON].map((u) => axes.point(couloir, arrondi(u)).join(' ')).join(' ');
	const sortie = axes.trace([finDe(source), u0], [couloir - RAYON, u0]);
	return {
		trait: `${sortie}Q${coin}L${axes.point(couloir, bord - sens * 2).join(' ')}`,
		pointe: axes.pointe(couloir, bord - sens, 0, sens),
	};
}

function nommerLesParentes(nombre: number, milieu: number, bout: number, axes: Axes): Nom {
	const [x, y] = axes.horizontal ? [bout + 9, milieu + 5] : [milieu - axes.cadre.epaisseur / 2, bout + 17];
	const texte = nombre > 1 ? 'parentés éditoriales' : 'parenté éditoriale';
	return { texte, x: arrondi(x), y: arrondi(y), ancre: undefined };
}

/** One unit of the picture is about one pixel. */
const arrondi = (n: number): number => Math.round(n);

/** Width of the date of the facts. */
const DATE = 108;

/** Width of a letter of a name, and its height above and below the baseline. */
const LETTRE = { largeur: 5.5, dessus: 9, dessous: 3 };

/** Whether a name fits in the picture without covering a bar. If not, it is left out: the legend gives it. */
function aLaPlace({ texte, x, y }: Nom, barres: readonly Rectangle[], largeur: number): boolean {
	const fin = x + texte.length * LETTRE.largeur;
	const libre = (b: Rectangle) =>
		fin <= b.x || x >= b.x + b.largeur || y + LETTRE.dessous <= b.y || y - LETTRE.dessus >= b.y + b.hauteur;
	return fin <= largeur && barres.every(libre);
}

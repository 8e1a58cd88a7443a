import type { NatureSuccession } from '../../schemas/lignee.ts';
import type { Barre, Chronologie } from './chronologie.ts';

/** Label of the editorial successions that reach a version. */
type Nom = { texte: string; x: number; y: number };

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
	/** Margins before the first year and after the last. */
	marges: [number, number];
	/** Length of the drawn years. */
	longueur: number;
	/** Height of the first title. */
	tete: number;
	/** Distance between two titles. */
	pas: number;
	epaisseur: number;
}

const LARGE: Cadre = { marges: [72, 16], longueur: 792, tete: 40, pas: 50, epaisseur: 28 };

/** Space between two versions of one title for the edge that joins them: a dashed line needs more to be seen. */
const ECART = { officielle: 12, secondaire: 26, editoriale: 26 };
/** Distance between edges that turn towards the same version, and radius of the turn. */
const COULOIR = 9;
const RAYON = 6;
const TETE = 4;
const FONDU = 9;

/** Draws a timeline, in units of its viewBox. Time runs to the right, and titles are below each other. */
export function dessinerChronologie(c: Chronologie, cadre: Cadre = LARGE) {
	const axes = axesDe(cadre);
	const { longueur, tete, pas, epaisseur } = cadre;
	const [avant, apres] = cadre.marges;
	const largeur = avant + longueur + apres;
	const bas = axes.haut(c.sigles.length) - pas + epaisseur;
	const finDe = finsDe(c, axes);
	const barres = c.barres.map((barre) => dessinerBarre(barre, axes, finDe));
	const arrivees = c.barres.map((cible) => dessinerArrivees(cible, c, axes, finDe));
	const traitAu = (part: number) => trace([axes.temps(part), tete - 12], [axes.temps(part), bas + 6]);
	return {
		largeur,
		hauteur: bas + 28,
		barres,
		aretes: arrivees.flatMap(({ aretes }) => aretes),
		noms: arrivees.flatMap(({ nom }) => (nom && aLaPlace(nom, barres, largeur) ? [nom] : [])),
		sigles: c.sigles.map((sigle, i) => ({ sigle, x: 0, y: axes.milieu(i) + 5 })),
		annees: c.annees.map(({ annee, x }) => ({ annee, trait: traitAu(x), x: axes.temps(x), y: tete - 18 })),
		jour: {
			trait: traitAu(c.aujourdhui),
			x: Math.min(axes.temps(c.aujourdhui), largeur - DATE / 2),
			y: bas + 22,
		},
	};
}

/** Positions of times, from 0 to 1, and of the bars of each line. */
const axesDe = ({ marges, longueur, tete, pas, epaisseur }: Cadre) => ({
	epaisseur,
	temps: (part: number) => arrondi(marges[0] + part * longueur),
	haut: (ligne: number) => tete + ligne * pas,
	milieu: (ligne: number) => tete + ligne * pas + epaisseur / 2,
});

/** SVG path through some points. */
const trace = (...points: [x: number, y: number][]) =>
	points.map(([x, y], i) => `${i ? 'L' : 'M'}${arrondi(x)} ${arrondi(y)}`).join('');

/** Path of an arrowhead at a point, in relative coordinates so that heads of one direction have the same code. */
const pointe = (x: number, y: number, dx: number, dy: number) =>
	`${trace([x, y])}l${(dy - dx * 1.5) * TETE} ${(dx - dy * 1.5) * TETE}l${-2 * dy * TETE} ${-2 * dx * TETE}z`;

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

function dessinerBarre(barre: Barre, { temps, haut, milieu, epaisseur }: Axes, finDe: FinDe) {
	const [gauche, droite, y] = [temps(barre.debut), finDe(barre), haut(barre.ligne)];
	const x = barre.debutInconnu ? gauche + FONDU : gauche;
	const plein = barre.finInconnue ? droite - FONDU : droite;
	const rectangle = (x: number, largeur: number): Rectangle => ({
		x: arrondi(x),
		y,
		largeur: arrondi(largeur),
		hauteur: epaisseur,
	});
	return {
		barre,
		...rectangle(x, plein - x),
		/** Two slices at each end of the bar that no source gives. */
		tranches: [
			...(barre.debutInconnu ? [8, 4.5].map((d) => rectangle(x - d, 1.5)) : []),
			...(barre.finInconnue ? [3, 6.5].map((d) => rectangle(plein + d, 1.5)) : []),
		],
		texteX: x + 8,
		texteY: milieu(barre.ligne) + 5,
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
			return { ...a, trait: trace([de, b], [vers - 2, b]), pointe: pointe(vers - 1, b, 1, 0) };
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
				? {
						texte: editoriales.length > 1 ? 'parentés éditoriales' : 'parenté éditoriale',
						x: arrondi(bout + 9),
						y: arrondi(axes.milieu(derniere.ligne) + 5),
					}
				: undefined,
	};
}

/**
 * Draws an edge between two titles, which turns towards its target.
 * @param couloir position of its lane along time
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
	const { epaisseur } = axes;
	const sens = Math.sign(cible.ligne - source.ligne);
	const bord = sens > 0 ? axes.haut(cible.ligne) : axes.haut(cible.ligne) + epaisseur;
	const dernier = finDe(cible) - TETE;
	if (couloir > dernier) {
		// The source still runs when the target ends: draw a straight line at a time common to both.
		const commune = Math.min(finDe(source) - TETE, dernier) - rang * COULOIR;
		const tout = Math.max(commune, axes.temps(source.debut) + TETE, axes.temps(cible.debut) + TETE);
		const sortie = sens > 0 ? axes.haut(source.ligne) + epaisseur : axes.haut(source.ligne);
		const au = Math.min(tout, dernier);
		return { trait: trace([tout, sortie], [au, bord - sens * 2]), pointe: pointe(au, bord - sens, 0, sens) };
	}
	const u0 = axes.milieu(source.ligne);
	const coin = [u0, u0 + sens * RAYON].map((u) => `${couloir} ${arrondi(u)}`).join(' ');
	return {
		trait: `${trace([finDe(source), u0], [couloir - RAYON, u0])}Q${coin}L${couloir} ${bord - sens * 2}`,
		pointe: pointe(couloir, bord - sens, 0, sens),
	};
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

import type { NatureSuccession } from '../../schemas/lignee.ts';
import type { Barre, Chronologie } from './chronologie.ts';

/**
 * A timeline, in units of its viewBox. Time runs to the right on wide screens and down on narrow ones, with one layout:
 * `t` is the axis of time, and `u` the axis of titles.
 */
interface Dessin {
	largeur: number;
	hauteur: number;
	barres: BarreDessinee[];
	aretes: AreteDessinee[];
	/** Labels of editorial successions: one for all those that reach a version. */
	noms: { texte: string; x: number; y: number; ancre: Ancre }[];
	sigles: { sigle: string; x: number; y: number; ancre: Ancre }[];
	annees: { annee: number; trait: string; x: number; y: number; ancre: Ancre }[];
	/** The day of the facts. */
	jour: { trait: string; x: number; y: number; ancre: Ancre };
}

/** `text-anchor`; undefined for `start`. */
type Ancre = 'middle' | undefined;

interface BarreDessinee extends Rectangle {
	barre: Barre;
	/** Two slices after the bar, if no source gives its end. */
	tranches: Rectangle[];
	texteX: number;
	texteY: number;
}

interface Rectangle {
	x: number;
	y: number;
	largeur: number;
	hauteur: number;
}

interface AreteDessinee {
	de: string;
	vers: string;
	nature: NatureSuccession;
	/** Paths of the line and of the arrowhead. */
	trait: string;
	pointe: string;
}

/** Dimensions of a timeline. */
export interface Cadre {
	sens: 'horizontal' | 'vertical';
	/** Margins along time: before the first year and after the last. */
	marges: [number, number];
	/** Length of the drawn years. */
	longueur: number;
	/** Offset of the first title, and distance between two titles. */
	tete: number;
	pas: number;
	/** Thickness of a bar. */
	epaisseur: number;
	/** Minimum size across time: a picture of one title would otherwise be scaled up, with huge text. */
	minimum?: number;
}

export const LARGE: Cadre = {
	sens: 'horizontal',
	marges: [72, 16],
	longueur: 792,
	tete: 40,
	pas: 50,
	epaisseur: 28,
};
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

/** Draws a timeline in a frame. */
export function dessinerChronologie(c: Chronologie, cadre: Cadre): Dessin {
	const horizontal = cadre.sens === 'horizontal';
	const { longueur, tete, pas, epaisseur } = cadre;
	const [avant, apres] = cadre.marges;
	const t = (part: number) => arrondi(avant + part * longueur);
	const u = (ligne: number) => tete + ligne * pas;
	const milieu = (ligne: number) => u(ligne) + epaisseur / 2;
	const fin = u(c.sigles.length) - pas + epaisseur;
	const point = (a: number, b: number): [number, number] => (horizontal ? [a, b] : [b, a]);
	const rectangle = (a: number, b: number, l: number, e: number): Rectangle => {
		const [x, y] = point(a, b);
		const [largeur, hauteur] = point(l, e);
		return { x: arrondi(x), y: arrondi(y), largeur: arrondi(largeur), hauteur: arrondi(hauteur) };
	};
	const trace = (...points: [number, number][]) =>
		points.map(([a, b], i) => `${i ? 'L' : 'M'}${point(arrondi(a), arrondi(b)).join(' ')}`).join('');

	/** End of a bar, shortened so that the edge to the next version of the title is visible. */
	const finDe = (b: Barre) => {
		const suivante = c.barres.find((s) => s.ligne === b.ligne && s.debut >= b.fin - 0.01 && s.debut > b.debut);
		const arete = c.aretes.find((a) => a.de === b.version.id && a.vers === suivante?.version.id);
		const libre = suivante ? t(suivante.debut) - ECART[arete?.nature ?? 'officielle'] : Number.POSITIVE_INFINITY;
		return Math.max(Math.min(t(b.fin), libre), t(b.debut) + 30);
	};
	const barres = c.barres.map((barre): BarreDessinee => {
		const [debut, bout] = [t(barre.debut), finDe(barre)];
		const plein = barre.finInconnue ? bout - FONDU : bout;
		const [texteX, texteY] = horizontal ? [debut + 8, milieu(barre.ligne) + 5] : [milieu(barre.ligne), debut + 19];
		return {
			barre,
			...rectangle(debut, u(barre.ligne), plein - debut, epaisseur),
			tranches: barre.finInconnue ? [3, 6.5].map((d) => rectangle(plein + d, u(barre.ligne), 1.5, epaisseur)) : [],
			texteX: arrondi(texteX),
			texteY: arrondi(texteY),
		};
	});

	const parId = new Map(c.barres.map((b) => [b.version.id, b]));
	const aretes: AreteDessinee[] = [];
	const noms: Dessin['noms'] = [];
	for (const cible of c.barres) {
		const entrantes = c.aretes.flatMap((a) => {
			const source = parId.get(a.de);
			return a.vers === cible.version.id && source ? [{ ...a, source }] : [];
		});
		for (const { source, ...a } of entrantes.filter((e) => e.source.ligne === cible.ligne)) {
			const [de, vers, b] = [finDe(source), t(cible.debut), milieu(cible.ligne)];
			aretes.push({ ...a, trait: trace([de, b], [vers - 2, b]), pointe: pointe(vers - 1, b, 1, 0) });
		}
		// The edge from the nearest title takes the first lane, so that edges from further away do not cross it.
		const tournantes = entrantes
			.filter((e) => e.source.ligne !== cible.ligne)
			.sort((a, b) => Math.abs(a.source.ligne - cible.ligne) - Math.abs(b.source.ligne - cible.ligne));
		const depart = Math.max(t(cible.debut), ...tournantes.map((e) => finDe(e.source))) + 12;
		for (const [rang, { source, ...a }] of tournantes.entries()) {
			const sens = Math.sign(cible.ligne - source.ligne);
			const bord = sens > 0 ? u(cible.ligne) : u(cible.ligne) + epaisseur;
			const [t0, t1, u0] = [finDe(source), depart + rang * COULOIR, milieu(source.ligne)];
			if (t1 > finDe(cible) - TETE) {
				// The source still runs when the target ends: draw a straight line at a time common to both.
				const commune = Math.min(finDe(source), finDe(cible)) - TETE - rang * COULOIR;
				const tout = Math.max(commune, t(source.debut) + TETE, t(cible.debut) + TETE);
				const sortie = sens > 0 ? u(source.ligne) + epaisseur : u(source.ligne);
				const au = Math.min(tout, finDe(cible) - TETE);
				aretes.push({
					...a,
					trait: trace([tout, sortie], [au, bord - sens * 2]),
					pointe: pointe(au, bord - sens, 0, sens),
				});
				continue;
			}
			const coin = `Q${point(t1, arrondi(u0)).join(' ')} ${point(t1, arrondi(u0 + sens * RAYON)).join(' ')}`;
			const trait = `${trace([t0, u0], [t1 - RAYON, u0])}${coin}L${point(t1, bord - sens * 2).join(' ')}`;
			aretes.push({ ...a, trait, pointe: pointe(t1, bord - sens, 0, sens) });
		}
		const editoriales = tournantes.filter((e) => e.nature === 'editoriale');
		const derniere = editoriales.at(-1);
		const bout = depart + (tournantes.length - 1) * COULOIR;
		if (derniere && bout <= finDe(cible) - TETE) {
			const b = milieu(derniere.source.ligne);
			const [x, y] = horizontal ? [bout + 9, b + 5] : [b - epaisseur / 2, bout + 17];
			const texte = editoriales.length > 1 ? 'parentés éditoriales' : 'parenté éditoriale';
			noms.push({ texte, x: arrondi(x), y: arrondi(y), ancre: undefined });
		}
	}

	/** Path of an arrowhead at a point, in relative coordinates so that heads of one direction have the same code. */
	function pointe(a: number, b: number, versT: number, versU: number): string {
		const [arriereT, arriereU] = [-versT * TETE * 1.5, -versU * TETE * 1.5];
		const [coinT, coinU] = [arriereT + versU * TETE, arriereU + versT * TETE];
		const cotes = [point(coinT, coinU), point(-2 * versU * TETE, -2 * versT * TETE)];
		return `${trace([a, b])}${cotes.map((c) => `l${c.join(' ')}`).join('')}z`;
	}

	const [largeur, hauteur] = point(
		avant + longueur + apres,
		horizontal ? fin + 28 : Math.max(fin + 6, cadre.minimum ?? 0),
	);
	const traitAu = (part: number) => trace([t(part), tete - (horizontal ? 12 : 2)], [t(part), fin + 6]);
	return {
		largeur,
		hauteur,
		barres,
		aretes,
		noms: noms.filter((nom) => aLaPlace(nom, barres, largeur)),
		sigles: c.sigles.map((sigle, i) =>
			horizontal
				? { sigle, x: 0, y: milieu(i) + 5, ancre: undefined }
				: { sigle, x: milieu(i), y: 16, ancre: 'middle' },
		),
		annees: c.annees.map(({ annee, x }) => ({
			annee,
			trait: traitAu(x),
			...(horizontal ? { x: t(x), y: tete - 18, ancre: 'middle' as const } : { x: 0, y: t(x) + 4, ancre: undefined }),
		})),
		jour: {
			trait: traitAu(c.aujourdhui),
			...(horizontal
				? { x: Math.min(t(c.aujourdhui), largeur - DATE / 2), y: fin + 22, ancre: 'middle' as const }
				: { x: 0, y: t(c.aujourdhui) - 5, ancre: undefined }),
		},
	};
}

/** One unit of the picture is about one pixel. */
const arrondi = (n: number): number => Math.round(n);

/** Width of the date of the facts. */
const DATE = 108;

/** Width of a letter of a name, and its height above and below the baseline. */
const LETTRE = { largeur: 5.5, dessus: 9, dessous: 3 };

/** Whether a name fits in the picture without covering a bar. If not, it is left out: the legend gives it. */
function aLaPlace({ texte, x, y }: Dessin['noms'][number], barres: readonly Rectangle[], largeur: number): boolean {
	const fin = x + texte.length * LETTRE.largeur;
	const libre = (b: Rectangle) =>
		fin <= b.x || x >= b.x + b.largeur || y + LETTRE.dessous <= b.y || y - LETTRE.dessus >= b.y + b.hauteur;
	return fin <= largeur && barres.every(libre);
}

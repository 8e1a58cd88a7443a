import type { TypeBloc } from '../../schemas/bloc.ts';
import { idsDesBlocs } from '../bloc.ts';
import { lireDate, lireJour } from '../champ.ts';
import { type Cellule, cote, enTexte, rangeesDe, type Table } from '../page-pdf.ts';
import { mots, replier } from '../signe.ts';
import { ressemblance } from './accord.ts';
import { type Doute, lettres } from './document.ts';

/** One side of « Correspondances du TP »: a title, and the date of its arrêté. */
export type CoteTable = { intitule: string; arrete?: string };

/** One table of correspondences, by label. `vers: []` if the table says there is none. */
export type TableDeCorrespondances = {
	page: number;
	de: CoteTable;
	vers: CoteTable;
	liens: { de: string[]; vers: string[] }[];
	/** New blocs without an older one, according to the table. */
	sansAncetre: string[];
};

const AUCUNE =
	/^(?:(?:aucune?|pas d(?:e |')) ?(?:correspondance|equivalence)s?|neant|sans (?:objet|correspondance|equivalence)|-+|\/)[ .]*$/;

/** Reads « Correspondances du TP »: cells side by side correspond; a cell that spans two rows corresponds to both. */
export const lireCorrespondances = (
	table: Table,
	arrete: string | undefined,
	doutes: Doute[],
): TableDeCorrespondances | undefined => {
	const rangees = rangeesDe(table);
	const rang = rangees.findIndex((r) => r.some((c) => /arrete du/.test(replier(c.texte))));
	const tetes = (rangees[rang] ?? []).filter((c) => /arrete du/.test(replier(c.texte)));
	const [ancienne, nouvelle] = dansLeTemps(tetes, arrete);
	if (tetes.length !== 2 || !ancienne || !nouvelle) {
		doutes.push({
			page: table.page,
			motif: 'tableau de correspondances dont les deux titres ne sont pas lus',
			texte: table.cellules[0]?.texte ?? '',
		});
		return undefined;
	}
	if (coteDe(ancienne).arrete === coteDe(nouvelle).arrete)
		doutes.push({
			page: table.page,
			motif: 'rien ne dit quel titre est l’ancien : la première colonne est lue ainsi',
			texte: `${ancienne.texte} | ${nouvelle.texte}`,
		});
	const bas = Math.min(ancienne.bas, nouvelle.bas);
	const corps = table.cellules.filter((c) => c.haut <= bas + 1);
	const [gauche, droite] = [sous(ancienne, corps), sous(nouvelle, corps)];
	const sortie: TableDeCorrespondances = {
		page: table.page,
		de: coteDe(ancienne),
		vers: coteDe(nouvelle),
		liens: [],
		sansAncetre: [],
	};
	for (const { premiere, de, vers } of groupesDe(gauche, droite)) {
		for (const c of [...de, ...vers].filter((d) => !vide(d) && mots(nomDeCcp(d.texte)).length < 2))
			doutes.push({ page: c.page, motif: 'case d’un seul mot : titre d’un certificat, ou absence ?', texte: c.texte });
		const anciens = de.filter((c) => !vide(c)).flatMap(nomsDeCcp);
		const nouveaux = vers.filter((c) => !vide(c)).flatMap(nomsDeCcp);
		if (vers.length === 0) doutes.push(sansVisAVis(premiere));
		else if (anciens.length === 0) sortie.sansAncetre.push(...nouveaux);
		else if (de.some(vide) || (nouveaux.length > 0 && vers.some(vide)))
			doutes.push({
				page: premiere.page,
				motif: 'case « Aucune correspondance » jointe à un certificat',
				texte: premiere.texte,
			});
		else sortie.liens.push({ de: anciens, vers: nouveaux });
	}
	doutes.push(...droite.filter((d) => !vide(d) && !gauche.some((g) => cote(g, d))).map(sansVisAVis));
	return sortie;
};

const vide = (c: Cellule): boolean => AUCUNE.test(replier(c.texte));

const sansVisAVis = ({ page, texte }: Cellule): Doute => ({
	page,
	motif: 'case vide en face de ce certificat : ni lien, ni « Aucune correspondance » ; à demander',
	texte,
});

/** Cells below a header, without those that only number a certificate. */
const sous = (tete: Cellule, corps: readonly Cellule[]): Cellule[] =>
	corps.filter(
		(c) =>
			Math.min(c.droite, tete.droite) - Math.max(c.gauche, tete.gauche) > 0.5 * (c.droite - c.gauche) &&
			!/^(?:n ?° ?)?cc[ps](?: ?n? ?°? ?\d+)?$/.test(replier(c.texte)),
	);

type Groupe = { premiere: Cellule; de: Cellule[]; vers: Cellule[] };

/** Groups the cells of both columns: cells beside a common cell belong to one link. */
const groupesDe = (gauche: readonly Cellule[], droite: readonly Cellule[]): Groupe[] => {
	const groupes: Groupe[] = [];
	for (const premiere of gauche) {
		if (groupes.some(({ de }) => de.includes(premiere))) continue;
		const de = new Set([premiere]);
		const vers = new Set<Cellule>();
		for (let taille = -1; taille !== de.size + vers.size; ) {
			taille = de.size + vers.size;
			for (const d of droite) if ([...de].some((g) => cote(g, d))) vers.add(d);
			for (const g of gauche) if ([...vers].some((d) => cote(g, d))) de.add(g);
		}
		groupes.push({ premiere, de: [...de], vers: [...vers] });
	}
	return groupes;
};

/** Orders the two titles by age: by the dates of their arrêtés, or else the arrêté of the document is the newer. */
const dansLeTemps = (tetes: readonly Cellule[], arrete: string | undefined): readonly Cellule[] => {
	const [a, b] = tetes.map((t) => coteDe(t).arrete);
	const inverses = a && b ? a > b : a !== undefined && a === arrete;
	return inverses ? [...tetes].reverse() : tetes;
};

/** Merges tables of the same two titles: a document may print one for the CCP and one for each CCS. */
export const parPaire = (tables: readonly TableDeCorrespondances[]): TableDeCorrespondances[] =>
	[
		...Map.groupBy(tables, ({ de, vers }) =>
			[de.intitule, de.arrete, vers.intitule, vers.arrete].map((t) => lettres(t ?? '')).join(' '),
		).values(),
	].flatMap((memes) => {
		const [premiere] = memes;
		return premiere
			? [{ ...premiere, liens: memes.flatMap((t) => t.liens), sansAncetre: memes.flatMap((t) => t.sansAncetre) }]
			: [];
	});

const coteDe = (tete: Cellule): CoteTable => {
	const m = /^(.*?)\s*\(?arr[êe]t[ée] du\s+(.*)$/iu.exec(tete.texte);
	const arrete = m?.[2] && (lireJour(/[\d/]+/u.exec(m[2])?.[0] ?? '') ?? lireDate(m[2]));
	return { intitule: (m?.[1] ?? tete.texte).trim(), ...(arrete && { arrete }) };
};

const nomDeCcp = (texte: string): string => texte.replace(/^CC[PS](?:\s*n?\s*°?\s*\d{1,2})?\s*[-–—:]?\s+/u, '').trim();

/** The blocs named in a cell: two or more lines that begin with « CCP » or a bullet begin one each. */
const nomsDeCcp = ({ texte, lignes }: Cellule): string[] => {
	const debuts = lignes.flatMap((l, i) => (/^(?:CC[PS](?!\p{L})|[-–—•])/u.test(l.texte) ? [i] : []));
	if (debuts.length < 2 || debuts[0] !== 0) return [nomDeCcp(texte)];
	return debuts.map((d, k) => nomDeCcp(enTexte(lignes.slice(d, debuts[k + 1])).replace(/^[-–—•]\s*/u, '')));
};

/** One official link between the blocs of two versions, by id. */
export type LienLu = { de: string[]; vers: string[] };

/** Identifies the blocs of a table by label. An unknown label is a doubt, and its link is left out. */
export const apparierTable = (
	table: TableDeCorrespondances,
	ancienne: readonly { type: TypeBloc; intitule: string }[],
	nouvelle: readonly { type: TypeBloc; intitule: string }[],
): { liens: LienLu[]; doutes: Doute[] } => {
	const doutes: Doute[] = [];
	const trouver = (
		labels: readonly string[],
		blocs: readonly { type: TypeBloc; intitule: string }[],
		nom: string,
	): string[] | undefined => {
		const ids = idsDesBlocs(blocs);
		const trouves = labels.map((label) => {
			const memes = blocs.flatMap((b, i) => (lettres(b.intitule) === lettres(label) ? [ids[i] as string] : []));
			if (memes.length === 1) return memes[0];
			const proche = blocs.find((b) => ressemblance(b.intitule, label) > 0.7);
			doutes.push({
				page: table.page,
				motif: `${memes.length > 1 ? `libellé de plusieurs blocs de ${nom}` : `libellé d’aucun bloc de ${nom}`}${memes.length === 0 && proche ? ` (qui a « ${proche.intitule} »)` : ''}`,
				texte: label,
			});
			return undefined;
		});
		return trouves.every((id) => id !== undefined) ? trouves : undefined;
	};
	const liens = table.liens.flatMap((lien): LienLu[] => {
		const de = trouver(lien.de, ancienne, 'l’ancienne version');
		const vers = trouver(lien.vers, nouvelle, 'cette version');
		return de && vers ? [{ de, vers }] : [];
	});
	return { liens, doutes };
};

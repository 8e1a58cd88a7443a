import type { TitrePublie } from '../../schemas/donnees/titre.ts';
import type { CleRegle } from '../../schemas/regle.ts';
import { empreinteDe } from '../empreinte.ts';
import { certitudeDe, cles } from '../fait.ts';
import { corpsDe, type Prose, type Section } from '../prose.ts';
import type { Version } from '../version.ts';
import { REGLES, valeurRegle } from '../vocabulaire.ts';
import { publierBloc, resumer } from './catalogue.ts';
import { modifieeLe, sourcesCitees } from './mentions.ts';

/** `/donnees/titres/<version>.json`: one version, whole. */
export function publierTitre(version: Version, prose: Prose | undefined): TitrePublie {
	const { statut, statutCertitude, aVerifier, ...resume } = resumer(version);
	const { etat } = version;
	const contenu = {
		...resume,
		usuel: version.usuel,
		blocs: version.blocs.map(publierBloc),
		transversales: version.transversales.map(({ id, rang, libelle, certitude }) => ({ id, rang, libelle, certitude })),
		faits: faits(version),
		regles: regles(version),
		aucune: version.aucune,
		texte: prose ? publierTexte(prose) : null,
		sources: Object.fromEntries(
			Object.entries(sourcesCitees(version)).map(([cle, { intitule, nature, document, url, ...source }]) => [
				cle,
				{ ...completer({ intitule, nature, document, url }), reproduction: source.reproduction ?? 'integrale' },
			]),
		),
		epreuves: publierEpreuves(version),
		evolution: publierEvolution(version),
		fiches: publierFiches(version),
		reparations: version.reparations.map(({ source, ligne, ...reste }) => completer({ source, ligne, ...reste })),
		attributions: version.attributions.map((a) => ({ texte: a.texte, source: a.source })),
	};
	return {
		...contenu,
		statut,
		statutCertitude,
		aVerifier,
		etat: completer({
			lignee: version.lignee,
			depuis: etat.depuis,
			etatAu: etat.etatAu,
			aVerifier: etat.aVerifier,
			auPlusTard: etat.auPlusTard ?? false,
			dateAVerifier: etat.dateAVerifier ?? false,
			suites: etat.suites,
			enVigueur: etat.enVigueur,
		}),
		modifieLe: modifieeLe(version) ?? null,
		// The state is left out: the hash of a cited version does not change when another one replaces it.
		empreinte: empreinteDe(contenu),
	};
}

type Complet<T> = { [C in keyof T]-?: undefined extends T[C] ? Exclude<T[C], undefined> | null : T[C] };

/** Replaces undefined fields with null: a published field is never left out. */
const completer = <T extends object>(objet: T): Complet<T> =>
	Object.fromEntries(Object.entries(objet).map(([cle, valeur]) => [cle, valeur ?? null])) as Complet<T>;

function faits(version: Version): TitrePublie['faits'] {
	const { niveau, nsf, rome, codes, debut, fin, remarques } = version;
	type Fait = TitrePublie['faits'][number];
	const fait = (
		champ: Fait['champ'],
		f: { valeur: string; note?: string | undefined; source: string | string[] },
	): Fait => ({
		champ,
		valeur: f.valeur,
		note: f.note ?? null,
		sources: cles(f.source),
		certitude: certitudeDe(f.source, version.sources),
	});
	return [
		...(niveau ? [fait('niveau', niveau)] : []),
		...nsf.map((f) => fait('nsf', f)),
		...rome.map(({ libelle, ...f }) => fait('rome', { ...f, note: libelle })),
		...codes.map(({ type, note, ...f }) => fait('code', { ...f, note: [type, note].filter(Boolean).join(', ') })),
		...(debut ? [fait('debut', debut)] : []),
		...(fin ? [fait('fin', fin)] : []),
		...remarques.map((f) => fait('remarque', f)),
	];
}

const publierEpreuves = ({ epreuves, sources }: Version): TitrePublie['epreuves'] =>
	epreuves?.map(({ pour, modalites, total, jury, page, source }) => ({
		pour,
		modalites: modalites.map(({ nom, genre, minutes, parties, competences, page }) =>
			completer({
				nom,
				genre,
				minutes,
				parties: parties.map((p) => completer({ nom: p.nom, minutes: p.minutes })),
				competences,
				page,
			}),
		),
		total: total ?? null,
		jury: jury ? completer({ minutes: jury.minutes, qui: jury.qui, page: jury.page }) : null,
		page: page ?? null,
		certitude: certitudeDe(source, sources),
		sources: cles(source),
	})) ?? null;

const publierEvolution = ({ evolution }: Version): TitrePublie['evolution'] => {
	if (!evolution) return null;
	const { page, texte, anciennes, nouvelles, source } = evolution;
	return { page: page ?? null, texte, anciennes, nouvelles, sources: cles(source) };
};

const publierFiches = ({ fiches, id }: Version): TitrePublie['fiches'] =>
	fiches?.map(({ competence, page, rubriques, source }) => ({
		competence: `${id}/${competence}`,
		page,
		rubriques,
		sources: cles(source),
	})) ?? null;

const regles = ({ regles: enonces, sources }: Version): TitrePublie['regles'] =>
	(Object.keys(REGLES) as CleRegle[]).flatMap((cle) => {
		const regle = enonces[cle];
		if (!regle) return [];
		const { phrase, source } = regle;
		const dit = {
			cle,
			nom: REGLES[cle],
			valeur: valeurRegle(cle, regle),
			ans: 'ans' in regle ? regle.ans : null,
			phrase,
		};
		return [{ ...dit, sources: cles(source), certitude: certitudeDe(source, sources) }];
	});

/** The title of each section is separate from its paragraphs. */
function publierTexte({ avant, apres, notes }: Prose): TitrePublie['texte'] {
	const publier = (section: Section) => ({ titre: section.titre, paragraphes: corpsDe(section) });
	return { avant: avant.map(publier), apres: apres.map(publier), notes: notes ? corpsDe(notes) : [] };
}

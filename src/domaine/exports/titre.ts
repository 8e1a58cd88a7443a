import type { BlocPublie } from '../../schemas/donnees/catalogue.ts';
import type { TitrePublie } from '../../schemas/donnees/titre.ts';
import type { CleRegle } from '../../schemas/regle.ts';
import { empreinteDe } from '../empreinte.ts';
import { certitudeDe, cles } from '../fait.ts';
import { corpsDe, type Prose, type Section } from '../prose.ts';
import type { Bloc, Version } from '../version.ts';
import { REGLES, valeurRegle } from '../vocabulaire.ts';
import { resumer } from './catalogue.ts';
import { modifieeLe } from './modification.ts';
import { sourcesCitees } from './source-citee.ts';

/** `/donnees/titres/<version>.json`: one version whole. */
export function publierTitre(version: Version, prose: Prose | undefined): TitrePublie {
	const { statut, statutCertitude, aVerifier, ...resume } = resumer(version);
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
			Object.entries(sourcesCitees(version)).map(([cle, { intitule, nature, document, url, reproduction }]) => [
				cle,
				{ intitule, nature, document: document ?? null, url: url ?? null, reproduction: reproduction ?? 'integrale' },
			]),
		),
		epreuves: publierEpreuves(version),
		evolution: publierEvolution(version),
		fiches: publierFiches(version),
		reparations: version.reparations.map(({ source, ligne, avant, apres, motif }) => ({
			source: source ?? null,
			ligne: ligne ?? null,
			avant,
			apres,
			motif,
		})),
		attributions: version.attributions.map((a) => ({ texte: a.texte, source: a.source })),
	};
	return {
		...contenu,
		statut,
		statutCertitude,
		aVerifier,
		etat: {
			lignee: version.lignee ?? null,
			depuis: version.etat.depuis ?? null,
			etatAu: version.etat.etatAu ?? null,
			aVerifier: version.etat.aVerifier,
			dateAVerifier: version.etat.dateAVerifier ?? false,
			suites: version.etat.suites,
			enVigueur: version.etat.enVigueur,
		},
		modifieLe: modifieeLe(version) ?? null,
		// The status is left out: a version that was cited reads the same on the day another one replaces it.
		empreinte: empreinteDe(contenu),
	};
}

/** A bloc as it stands in the file of its version; its hash is the hash of this object. */
export const publierBloc = ({
	id,
	type,
	rang,
	intitule,
	usuel,
	code,
	competences,
	certitude,
}: Bloc): BlocPublie & { usuel: string } => ({
	id,
	type,
	rang,
	intitule,
	usuel,
	code: code?.valeur ?? null,
	certitude,
	competences: competences.map((c) => ({ id: c.id, rang: c.rang, libelle: c.libelle })),
});

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
		modalites: modalites.map((m) => ({
			nom: m.nom,
			genre: m.genre,
			minutes: m.minutes ?? null,
			parties: m.parties.map((p) => ({ nom: p.nom, minutes: p.minutes ?? null })),
			competences: m.competences ?? null,
			page: m.page ?? null,
		})),
		total: total ?? null,
		jury: jury ? { minutes: jury.minutes, qui: jury.qui ?? null, page: jury.page ?? null } : null,
		page: page ?? null,
		certitude: certitudeDe(source, sources),
		sources: cles(source),
	})) ?? null;

const publierEvolution = ({ evolution }: Version): TitrePublie['evolution'] =>
	evolution
		? {
				page: evolution.page ?? null,
				texte: evolution.texte,
				anciennes: evolution.anciennes,
				nouvelles: evolution.nouvelles,
				sources: cles(evolution.source),
			}
		: null;

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
		const ans = 'ans' in regle ? regle.ans : null;
		return [
			{
				cle,
				nom: REGLES[cle],
				valeur: valeurRegle(cle, regle),
				ans,
				phrase,
				sources: cles(source),
				certitude: certitudeDe(source, sources),
			},
		];
	});

const publierTexte = ({ avant, apres, notes }: Prose): NonNullable<TitrePublie['texte']> => ({
	avant: avant.map(publierSection),
	apres: apres.map(publierSection),
	notes: notes ? corpsDe(notes) : [],
});

/** The heading stands apart from the paragraphs. */
const publierSection = (section: Section) => ({ titre: section.titre, paragraphes: corpsDe(section) });

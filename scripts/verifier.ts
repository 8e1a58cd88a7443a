import { createHash } from 'node:crypto';
import { compte } from '../src/domaine/vocabulaire.ts';
import type { InventairePublie } from '../src/schemas/donnees/inventaire.ts';
import { entetesPour, lireRegles } from './entetes.ts';

/**
 * Checks a published site against its own inventory: `npm run verifier -- https://lignee.example/`. Compares the hash
 * of each file, the headers with those of `public/_headers`, and the 404 page. Lists the differences, and exits with 1
 * if there are any.
 */
const [adresse] = process.argv.slice(2);
if (!adresse || !/^https?:/.test(URL.parse(adresse)?.protocol ?? '')) {
	console.error('Donner l’adresse du site : npm run verifier -- https://lignee.example/');
	process.exit(2);
}
const racine = new URL(adresse.replace(/\/*$/, '/'));
const regles = lireRegles();
/** Maximum number of simultaneous requests. */
const ENSEMBLE = 8;

type Reponse = { statut: number; entetes: Headers; octets: Buffer };

async function demander(chemin: string): Promise<Reponse> {
	const reponse = await fetch(new URL(chemin.replace(/^\//, ''), racine), { redirect: 'manual' });
	return { statut: reponse.status, entetes: reponse.headers, octets: Buffer.from(await reponse.arrayBuffer()) };
}

const ecarts: string[] = [];
const dire = (chemin: string, ecart: string) => ecarts.push(`${chemin} : ${ecart}`);

function comparerEntetes(chemin: string, { entetes }: Reponse): void {
	for (const [nom, valeur] of Object.entries(entetesPour(chemin, regles))) {
		const recue = entetes.get(nom);
		const aplatie = (v: string) => v.replace(/\s*[;,]\s*/g, ', ').toLowerCase();
		if (recue === null) dire(chemin, `en-tête ${nom} absent, « ${valeur} » attendu`);
		else if (aplatie(recue) !== aplatie(valeur)) dire(chemin, `en-tête ${nom} : « ${recue} », « ${valeur} » attendu`);
	}
}

async function verifierFichier(f: InventairePublie['fichiers'][number]): Promise<void> {
	const reponse = await demander(f.chemin);
	const { statut, entetes, octets } = reponse;
	if (statut !== 200) return void dire(f.chemin, `réponse ${statut}, 200 attendu`);
	const sha256 = createHash('sha256').update(octets).digest('hex');
	if (sha256 !== f.sha256)
		dire(
			f.chemin,
			`empreinte ${sha256.slice(0, 12)}, ${f.sha256.slice(0, 12)} attendue (${compte(octets.length, 'octet reçu', 'octets reçus')}, ${f.octets} attendus)`,
		);
	const type = entetes.get('content-type')?.split(';')[0]?.trim();
	if (type !== f.type) dire(f.chemin, `type ${type ?? 'absent'}, ${f.type} attendu`);
	comparerEntetes(f.chemin, reponse);
}

/** Pages and feeds of every site. */
const COMMUNES = ['/', '/titres/', '/recherche/', '/flux.xml', '/robots.txt'];
/** Paths that no site has, then files meant for the host only. */
const ABSENTES = ['/cette-page-n-existe-pas/', '/donnees/absente.json'];
const INTERNES = ['/_headers', '/.lignee', '/index.html.gz'];

async function verifierPages(): Promise<void> {
	for (const chemin of COMMUNES) {
		const reponse = await demander(chemin);
		if (reponse.statut !== 200) dire(chemin, `réponse ${reponse.statut}, 200 attendu`);
		else comparerEntetes(chemin, reponse);
	}
	for (const chemin of ABSENTES) {
		const { statut, octets } = await demander(chemin);
		if (statut !== 404) dire(chemin, `réponse ${statut}, 404 attendu`);
		else if (!octets.toString().includes('Page introuvable')) dire(chemin, 'la page 404 n’est pas celle du site');
	}
	for (const chemin of INTERNES) {
		const { statut } = await demander(chemin);
		if (statut < 400) dire(chemin, `réponse ${statut} : ce fichier n’est pas à publier`);
	}
}

try {
	const { statut, octets } = await demander('/donnees/inventaire.json');
	if (statut !== 200)
		throw new Error(`/donnees/inventaire.json : réponse ${statut} ; est-ce l’adresse du site, sous-chemin compris ?`);
	const { fichiers } = JSON.parse(octets.toString()) as InventairePublie;
	const reste = [...fichiers];
	const suivre = async () => {
		for (let f = reste.shift(); f; f = reste.shift()) await verifierFichier(f);
	};
	await Promise.all(Array.from({ length: ENSEMBLE }, suivre));
	await verifierPages();
	console.log(`${compte(fichiers.length, 'fichier de l’inventaire comparé', 'fichiers de l’inventaire comparés')}.`);
} catch (erreur) {
	const { message, cause } = erreur as Error;
	ecarts.push(`${racine.href} : ${message}${cause instanceof Error ? ` (${cause.message})` : ''}`);
}
for (const ecart of ecarts.sort()) console.error(ecart);
console.log(ecarts.length ? `${ecarts.length} ${ecarts.length > 1 ? 'écarts' : 'écart'}.` : 'Aucun écart.');
process.exitCode = ecarts.length ? 1 : 0;

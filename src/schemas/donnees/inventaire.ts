import { z } from 'zod';
import { idVersion } from '../version.ts';
import { etatAu } from './catalogue.ts';
import { empreintePubliee } from './titre.ts';

export const fichierPublie = z.strictObject({
	chemin: z.string().regex(/^\//).describe('Depuis la racine du site.'),
	forme: z.enum([
		'catalogue',
		'titre',
		'comparaison',
		'comparaison-csv',
		'csv',
		'markdown',
		'case',
		'skos',
		'empreintes',
		'codes',
	]),
	type: z.string().min(1).describe('Type MIME.'),
	schema: z.string().regex(/^\//).nullable().describe('Chemin du schéma qui décrit ce fichier.'),
	version: idVersion.nullable().describe('La version que ce fichier contient.'),
	octets: z.int().positive(),
	sha256: empreintePubliee.describe('SHA-256 des octets du fichier.'),
	modifieLe: z.iso.date().nullable(),
});

/** `/donnees/inventaire.json` */
export const inventairePublie = z
	.strictObject({ etatAu, fichiers: z.array(fichierPublie) })
	.describe('Tous les fichiers de données du site, avec leur taille, leur date et leur SHA-256.');

/** `/donnees/empreintes.json` */
export const empreintesPubliees = z
	.record(z.string(), empreintePubliee)
	.describe('Empreinte du contenu de chaque page qui se cite, par le chemin de la page.');

export type FichierPublie = z.infer<typeof fichierPublie>;
export type InventairePublie = z.infer<typeof inventairePublie>;
export type EmpreintesPubliees = z.infer<typeof empreintesPubliees>;

import { strToU8, zipSync } from 'fflate';
import { type FicheVoulue, ficheXml } from '../../../scripts/generation/export.ts';
import { exportRncp } from './rncps.ts';

/** An export as it is published: a zip with one XML file. */
export const zipDExport = (fiches: readonly FicheVoulue[], jour = '2026-11-20'): Uint8Array =>
	zipSync(
		{ [`export-fiches-rncp-v4-1-${jour}.xml`]: strToU8(exportRncp(fiches.map(ficheXml).join('\n'))) },
		{ mtime: '2026-11-20' },
	);

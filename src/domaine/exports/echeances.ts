import ical, { ICalEventTransparency } from 'ical-generator';
import type { Certitude } from '../../schemas/source.ts';
import { adresse } from '../adresse.ts';
import { veille } from '../date.ts';
import { certitudeDe, direFait } from '../fait.ts';
import { majuscule } from '../texte/phrase.ts';
import { motsDuTitre, nomVersion, type Version } from '../version.ts';
import { EDITEUR } from './mentions.ts';
import { uuid } from './uuid.ts';

export type Echeance = {
	version: Version;
	/** First day out of force, `AAAA-MM-JJ`. */
	fin: string;
	certitude: Certitude;
};

/** Known ends of validity, earliest first. */
export const echeances = (versions: readonly Version[]): Echeance[] =>
	versions
		.flatMap((version) =>
			// With `auPlusTard`, the version had already ended on that day.
			version.fin && !version.fin.auPlusTard
				? [{ version, fin: version.fin.valeur, certitude: certitudeDe(version.fin.source, version.sources) }]
				: [],
		)
		.sort((a, b) => a.fin.localeCompare(b.fin) || a.version.id.localeCompare(b.version.id));

/**
 * The deadlines as a calendar (iCalendar, RFC 5545): one all-day event each, on the last day of validity.
 * @param etatAu day of the facts, used as timestamp so that two builds give the same bytes
 * @param racine origin of the site with its sub-path
 */
export function ecrireCalendrier(toutes: readonly Echeance[], etatAu: string, racine: string): string {
	const calendrier = ical({
		name: 'Lignée : fins de validité des titres professionnels',
		prodId: { company: EDITEUR, product: 'échéances', language: 'FR' },
	});
	for (const { version, fin, certitude } of toutes) {
		const dernier = veille(fin);
		calendrier.createEvent({
			id: `urn:uuid:${uuid(`fin ${version.id}`)}`,
			stamp: new Date(`${etatAu}T00:00:00Z`),
			start: new Date(`${dernier}T00:00:00Z`),
			allDay: true,
			// Without it, calendars would show their users as busy for the whole day.
			transparency: ICalEventTransparency.TRANSPARENT,
			summary: direFait(`Dernier jour de validité : ${nomVersion(version)}`, certitude),
			description: `${motsDuTitre(version) ? `${motsDuTitre(version)}. ` : ''}${majuscule(direFait(version.fin?.note ?? 'fin de validité', certitude))}.`,
			url: racine + adresse.titre(version.id),
		});
	}
	const texte = calendrier.toString();
	// A calendar needs at least one component (RFC 5545, 3.4): add a time zone if there is no event.
	return `${toutes.length ? texte : texte.replace('END:VCALENDAR', `${FUSEAU}\r\nEND:VCALENDAR`)}\r\n`;
}

const FUSEAU = [
	'BEGIN:VTIMEZONE',
	'TZID:Etc/UTC',
	'BEGIN:STANDARD',
	'DTSTART:19700101T000000',
	'TZOFFSETFROM:+0000',
	'TZOFFSETTO:+0000',
	'END:STANDARD',
	'END:VTIMEZONE',
].join('\r\n');

import { describe, expect, it } from 'vitest';
import { direPanne } from '../../../scripts/construction/panne.ts';

const erreur = (code: string, path?: string) => Object.assign(new Error(code), { code, path });

describe('une panne du système', () => {
	it('est dite, avec le lieu et le remède', () => {
		expect(direPanne(erreur('ENOSPC', '/srv/dist'))).toBe(
			'/srv/dist : le disque est plein ; libérer de la place et recommencer',
		);
		expect(direPanne(erreur('EROFS'))).toContain('lecture seule');
		expect(direPanne(erreur('EEXIST', '/srv/dist/robots.txt'))).toMatch(/robots\.txt : cette place est déjà prise/);
		expect(direPanne(Object.assign(erreur('ENOENT', '/proc/x'), { syscall: 'mkdir' }))).toContain('/proc/x');
	});
	it('est reconnue sous une autre erreur, ou dite par un programme qui n’est pas Node', () => {
		expect(direPanne(new Error('construction', { cause: erreur('ENOSPC') }))).toContain('le disque est plein');
		expect(direPanne(new Error('index : No space left on device (os error 28)'))).toContain('le disque est plein');
	});
	it('n’est pas inventée', () => {
		expect(direPanne(new Error('x is not defined'))).toBeUndefined();
		expect(direPanne(erreur('ENOENT'))).toBeUndefined();
		expect(direPanne(erreur('constructor'))).toBeUndefined();
		expect(direPanne('chaîne')).toBeUndefined();
	});
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { portLibre } from '../../scripts/serveur.ts';

const CONFIGURATION = 'docs/nginx.conf';

/**
 * Serves a folder with a real nginx and the configuration of `docs/nginx.conf`, on a free port.
 * @returns its origin, without a trailing slash, and the function that stops it
 * @throws if nginx is not installed or refuses the configuration
 */
export async function servirParNginx(dossier: string): Promise<{ adresse: string; fermer: () => void }> {
	const temporaire = mkdtempSync(join(tmpdir(), 'lignee-nginx-'));
	mkdirSync(join(temporaire, 'logs'));
	const port = await portLibre();
	writeFileSync(join(temporaire, 'lignee.conf'), adapter(readFileSync(CONFIGURATION, 'utf8'), port, resolve(dossier)));
	const principale = join(temporaire, 'nginx.conf');
	writeFileSync(principale, cadre(temporaire));
	const nginx = (...args: string[]) => {
		const { status, stderr, error } = spawnSync('nginx', ['-p', temporaire, '-c', principale, ...args], {
			encoding: 'utf8',
		});
		if (error) throw new Error(`nginx ne se lance pas (${error.message}) ; l’installer : apt-get install nginx`);
		if (status !== 0) throw new Error(`nginx refuse ${CONFIGURATION} :\n${stderr}`);
	};
	// As a daemon, nginx only returns once it listens: there is nothing to wait for.
	nginx();
	return {
		adresse: `http://localhost:${port}`,
		fermer: () => {
			nginx('-s', 'stop');
			rmSync(temporaire, { recursive: true, force: true });
		},
	};
}

/** Replaces the three settings of the published configuration that a host must adapt. */
function adapter(configuration: string, port: number, racine: string): string {
	const reglages: [RegExp, string][] = [
		[/^(\tlisten ).*;$/m, `$1127.0.0.1:${port};`],
		[/^(\tserver_name ).*;$/m, '$1localhost;'],
		[/^(\troot ).*;$/m, `$1"${racine}";`],
	];
	return reglages.reduce((texte, [motif, valeur]) => {
		if (!motif.test(texte)) throw new Error(`${CONFIGURATION} : ${motif} introuvable`);
		return texte.replace(motif, valeur);
	}, configuration);
}

/**
 * Main configuration around the site, like Debian's `nginx.conf`. All files that nginx writes are in `dossier`, whose
 * path may hold spaces.
 */
const cadre = (dossier: string): string => `
${process.getuid?.() === 0 ? 'user root;' : ''}
pid "${dossier}/nginx.pid";
error_log "${dossier}/logs/erreurs.log";
events {}
http {
	include /etc/nginx/mime.types;
	default_type application/octet-stream;
	sendfile on;
	gzip on;
	access_log off;
	client_body_temp_path "${dossier}";
	proxy_temp_path "${dossier}";
	fastcgi_temp_path "${dossier}";
	uwsgi_temp_path "${dossier}";
	scgi_temp_path "${dossier}";
	include "${dossier}/lignee.conf";
}
`;

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lireCatalogue } from '../../../src/catalogue/catalogue.ts';
import { controler } from '../../../src/catalogue/controles/controler.ts';
import { lire } from '../../../src/catalogue/lecture.ts';

it('rien ne reste d’un titre que l’on a trouvé vide pendant qu’un éditeur l’écrivait', () => {
	const dossier = mkdtempSync(join(tmpdir(), 'lignee-relecture-'));
	onTestFinished(() => rmSync(dossier, { recursive: true }));
	cpSync('content', dossier, { recursive: true });
	const titre = join(dossier, 'titres/tsgeri-2008.md');
	const texte = readFileSync(titre, 'utf8');
	writeFileSync(titre, '');
	const { lecture } = lire(dossier);
	// The file is completed between reading and checking.
	writeFileSync(titre, texte);
	controler(lecture);
	expect(() => lireCatalogue(dossier)).not.toThrow();
});

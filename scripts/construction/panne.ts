/** System errors by code: what happened, and what to do. */
const PANNES: Record<string, string> = {
	ENOSPC: 'le disque est plein ; libérer de la place et recommencer',
	EDQUOT: 'le quota de disque est atteint ; libérer de la place et recommencer',
	EROFS: 'ce dossier est en lecture seule ; donner dans OUT_DIR un dossier où écrire',
	EACCES: 'écriture refusée ; vérifier les droits du dossier, ou en donner un autre dans OUT_DIR',
	EPERM: 'opération refusée par le système ; vérifier les droits du dossier, ou en donner un autre dans OUT_DIR',
	EBUSY: 'ce dossier est un point de montage ou est utilisé ; donner dans OUT_DIR un dossier qu’il contient',
	EXDEV: 'ce dossier est un point de montage ; donner dans OUT_DIR un dossier qu’il contient',
	ENOTDIR: 'un fichier est à la place d’un dossier ; donner un autre dossier dans OUT_DIR',
	ELOOP: 'ce lien tourne en rond ; donner un autre dossier dans OUT_DIR',
	EMFILE: 'trop de fichiers ouverts ; relever la limite (ulimit -n) et recommencer',
	EEXIST: 'cette place est déjà prise, par une autre page ou par un fichier de public/ ; renommer l’un des deux',
	ENAMETOOLONG: 'un nom de fichier est trop long pour ce disque',
};
/** The same errors in the messages of programs other than Node, such as Pagefind's. */
const AUTREMENT: [RegExp, string][] = [
	[/os error 28\b|no space left/i, 'ENOSPC'],
	[/os error 30\b|read-only file system/i, 'EROFS'],
	[/os error 13\b|permission denied/i, 'EACCES'],
];

/**
 * Explains in French an error that comes from the system, or is caused by one.
 * @returns `undefined` for any other error
 */
export function direPanne(erreur: unknown): string | undefined {
	for (let e = erreur; e instanceof Error; e = e.cause) {
		const { message, syscall, path } = e as NodeJS.ErrnoException;
		const code = (e as NodeJS.ErrnoException).code ?? AUTREMENT.find(([motif]) => motif.test(message))?.[1];
		if (code === 'ENOENT' && syscall === 'mkdir') return `${path} : ce dossier ne peut pas être créé`;
		if (code && Object.hasOwn(PANNES, code)) return `${path ? `${path} : ` : ''}${PANNES[code]}`;
	}
	return undefined;
}

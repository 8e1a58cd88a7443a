/** Downloads a text as a file. */
export function telecharger(nom: string, type: string, contenu: string): void {
	const url = URL.createObjectURL(new Blob([contenu], { type: `${type};charset=utf-8` }));
	const ancre = document.createElement('a');
	ancre.href = url;
	ancre.download = nom;
	document.body.append(ancre);
	ancre.click();
	ancre.remove();
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Copies a text to the clipboard, and says in `annonce` whether it worked: browsers may refuse, and do without https.
 * @param quoi start of the message of success: « La comparaison est copiée »
 */
export async function copier(texte: string, annonce: HTMLElement, quoi: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(texte);
		annonce.textContent = `${quoi} dans le presse-papiers.`;
	} catch {
		annonce.textContent =
			'Votre navigateur n’a pas permis de copier. Vous pouvez télécharger le tableau, ou copier la page.';
	}
}

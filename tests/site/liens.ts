import { LinkChecker, LinkState } from 'linkinator';
import { expect } from 'vitest';

/** Every dead link or fragment that a crawl from this address meets, with the page that holds it. */
export async function morts(path: string): Promise<string[]> {
	const { links } = await new LinkChecker().check({
		path,
		recurse: true,
		checkFragments: true,
		concurrency: 20,
		// A busy machine may not take a connection in time: what is not answered at all is asked again, a 404 is not.
		retryErrors: true,
		linksToSkip: ['^https?://(?!localhost)', '^mailto:'],
	});
	expect(links.length).toBeGreaterThan(100);
	return links.filter((l) => l.state === LinkState.BROKEN).map((l) => `${l.parent} → ${l.url} (${l.status})`);
}

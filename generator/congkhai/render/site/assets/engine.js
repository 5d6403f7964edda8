/* Asks Pagefind: as typed, then without marks, then with fewer words. Knows nothing of the page. */

import { fold, marked, words } from "./words.js";

/** Measured on Vietnamese procedures; marks that are typed count only when they are typed. */
const RANKING = {
  metaWeights: { title: 5, fold: 8, facts: 0 },
  pageLength: 1,
  termSimilarity: 8,
  termSaturation: 0.3,
  diacriticSimilarity: 0,
};
const LONGEST = 12;
/** How many hits are looked at closely: their titles and names are fetched, as they are about to be shown anyway. */
const CLOSE = 20;
/** A word that half of all titles begin with says nothing. */
const EMPTY = /^thu tuc /;
/** What an everyday name counts beside a title. */
const NAME = 0.5;

/** Load the index below `base`, the address of the site. */
export const open = async (base) => {
  const pagefind = await import(new URL("pagefind/pagefind.js", base).href);
  await pagefind.options({ baseUrl: base.pathname, ranking: RANKING, excerptLength: 24 });
  await pagefind.init();
  return new Engine(pagefind);
};

/** How much of the title the asked words make up when they stand there together; of the names, what a name counts. */
const share = (folded, asked) => {
  const size = words(asked).length;
  const [title, ...names] = folded.split(". ").map((part) => {
    const all = words(part.replace(EMPTY, ""));
    return ` ${all.join(" ")} `.includes(` ${asked} `) ? size / all.length : 0;
  });
  return title + NAME * Math.max(0, ...names);
};

class Engine {
  constructor(pagefind) {
    this.pagefind = pagefind;
  }

  /** All values of all filters with their counts. */
  filters() {
    return this.pagefind.filters();
  }

  /**
   * The hits of a query, best first, and whether words had to be left out.
   * Each hit's `data()` fetches its text.
   */
  async search(query, filters) {
    const typed = words(query).slice(0, LONGEST);
    const plain = typed.map(fold);
    if (!typed.length) return { hits: [], relaxed: false };
    const hits = await this.ask(plain, filters);
    if (typed.some((word, n) => word.toLowerCase() !== plain[n])) {
      const exact = new Set((await this.ask(typed.map(marked), filters, 0.8)).map((hit) => hit.id));
      hits.sort((a, b) => exact.has(b.id) - exact.has(a.id));
    }
    if (hits.length) return { hits: await this.tighten(hits, plain.join(" ")), relaxed: false };
    return { hits: await this.relax(plain, filters), relaxed: true };
  }

  /** Put first, of the best hits, those whose title or everyday name says little else than what was asked. */
  async tighten(hits, asked) {
    const close = await Promise.all(
      hits.slice(0, CLOSE).map(async (hit) => ({ hit, share: share((await hit.data()).meta.fold, asked) })),
    );
    close.sort((a, b) => b.share - a.share);
    return [...close.map((one) => one.hit), ...hits.slice(CLOSE)];
  }

  /** One question to Pagefind; words that stand together in the text come first. */
  async ask(terms, filters, similarity = 0) {
    await this.pagefind.options({ ranking: { ...RANKING, diacriticSimilarity: similarity } });
    const { results } = await this.pagefind.search(terms.join(" "), { filters });
    return results;
  }

  /** The longest runs of the words that find anything. */
  async relax(terms, filters) {
    for (let size = terms.length - 1; size > 0; size -= 1) {
      const found = new Map();
      for (let start = 0; start + size <= terms.length; start += 1) {
        for (const hit of await this.ask(terms.slice(start, start + size), filters)) {
          const known = found.get(hit.id);
          if (!known || known.score < hit.score) found.set(hit.id, hit);
        }
      }
      if (found.size) return [...found.values()].sort((a, b) => b.score - a.score);
    }
    return [];
  }
}

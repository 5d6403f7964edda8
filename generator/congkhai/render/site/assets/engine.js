/* Asks Pagefind for words in the text of pages. The only module that knows Pagefind. */

import { marks, mayBe, restore, syllables } from "./words.js";

/** Measured on Vietnamese procedures: marks say nothing here, as half of all questions are typed without them. */
const RANKING = {
  metaWeights: { title: 5, fold: 8 },
  pageLength: 1,
  termSimilarity: 8,
  termSaturation: 0.3,
  diacriticSimilarity: 0,
};
/** How many words are asked for together, the tellingest first, and how few when those find nothing. */
const TOGETHER = [8, 4, 2];

/** Load Pagefind's bundles, by their addresses below `base`, the address of the site; the first has the programs. */
export const open = async (base, bundles) => {
  const [first, ...others] = bundles.map((bundle) => new URL(bundle, base).href);
  const pagefind = await import(`${first}pagefind.js`);
  const options = { baseUrl: base.pathname, ranking: RANKING, excerptLength: 24 };
  await pagefind.options(options);
  await pagefind.init();
  await Promise.all(others.map((other) => pagefind.mergeIndex(other, options)));
  return new Texts(pagefind);
};

class Texts {
  constructor(pagefind) {
    this.pagefind = pagefind;
  }

  /**
   * The pages whose text has the words, best first, and whether all words are there. `words` are folded and in the
   * order asked; `weigh` tells how much one says; with `once` fewer words are not tried. Each hit has
   * the longest `run` of words that seem to stand together, and `read()` fetches its address, an excerpt and its text.
   */
  async search(words, filters, weigh, once) {
    const telling = [...new Set(words)].sort((a, b) => weigh(b) - weigh(a));
    const sizes = [...new Set(TOGETHER.map((size) => Math.min(size, telling.length)))];
    let found = [];
    let size = 0;
    for (size of once ? sizes.slice(0, 1) : sizes) {
      const kept = new Set(telling.slice(0, size));
      const asked = words.filter((word) => kept.has(word));
      const { results } = await this.pagefind.search(asked.join(" "), { filters });
      found = ordered(results, asked.length);
      if (found.length) break;
    }
    return { hits: found.map(({ hit, run }) => ({ run, read: () => read(hit) })), whole: size === sizes[0] };
  }
}

/** Pages on which the words stand together come first; Pagefind's own order decides among equals. */
const ordered = (results, size) =>
  results
    .map((hit) => ({ hit, run: Math.min(size, longest(hit.words)) }))
    .sort((a, b) => b.run - a.run || b.hit.score - a.hit.score);

/** The longest run of places that follow one another. */
const longest = (places) => {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  let most = 0;
  let run = 0;
  sorted.forEach((place, n) => {
    run = place === sorted[n - 1] + 1 ? run + 1 : 1;
    most = Math.max(most, run);
  });
  return most;
};

const read = async (hit) => {
  const data = await hit.data();
  return { url: data.url, title: restore(data.meta.title), excerpt: data.excerpt, text: restore(data.content) };
};

/**
 * How many of the words, in their order, stand together in a text, and of these how many with the marks they were
 * typed with, of the best place. `typed` are the marks of each word.
 */
export const spoken = (text, words, typed) => {
  const list = syllables(text);
  const written = marks(text);
  const same = written.length === list.length;
  const best = { run: 0, exact: 0 };
  let before = [];
  for (let at = 0; at < list.length; at += 1) {
    const here = [];
    for (let n = 0; n < words.length; n += 1) {
      if (words[n] !== list[at]) continue;
      const { run = 0, exact = 0 } = before[n - 1] || {};
      here[n] = { run: run + 1, exact: exact + (!same || mayBe(typed[n], written[at])) };
      if (here[n].run > best.run || (here[n].run === best.run && here[n].exact > best.exact)) Object.assign(best, here[n]);
    }
    before = here;
  }
  return best;
};

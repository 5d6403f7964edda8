/* Asks Pagefind for words in the text of pages. The only module that knows Pagefind; beside.js runs it in a worker. */

import { handOut } from "./packs.js";
import { marks, mayBe, restore, syllables } from "./words.js";

/** Measured on Vietnamese procedures: marks say nothing here, as half of all questions are typed without them. */
const RANKING = {
  metaWeights: { title: 5, fold: 8 },
  pageLength: 1,
  termSimilarity: 8,
  termSaturation: 0.3,
  diacriticSimilarity: 0,
};
/** A new Pagefind of bundles, by their addresses below `base`, the address of the site; the first has the programs. */
const open = async (base, bundles) => {
  const [first, ...others] = bundles.map((bundle) => new URL(bundle, base).href);
  const { createInstance } = await import(`${first}pagefind.js`);
  const options = { baseUrl: base.pathname, ranking: RANKING, excerptLength: 24 };
  const pagefind = createInstance({ ...options, noWorker: true });
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
   * order asked; `weights` tell how much each says; `sizes` are how many words are asked for together, the
   * tellingest first, and how few when those find nothing. Each hit has
   * the longest `run` of words that seem to stand together, and `read()` fetches its address, an excerpt and its text.
   */
  async search(words, filters, weights, sizes) {
    const telling = tellingest(words, weights);
    const tried = [...new Set(sizes.map((size) => Math.min(size, telling.length)))];
    let found = [];
    let size = 0;
    for (size of tried) {
      const kept = new Set(telling.slice(0, size));
      const asked = words.filter((word) => kept.has(word));
      const { results } = await this.pagefind.search(asked.join(" "), { filters });
      found = ordered(results, asked.length);
      if (found.length) break;
    }
    return { hits: found.map(({ hit, run }) => ({ run, read: () => read(hit) })), whole: size === tried[0] };
  }

  /** Fetch what `search` will need for these words. */
  async expect(words, weights, [most]) {
    await this.pagefind.preload(tellingest(words, weights).slice(0, most).join(" "));
  }
}

/** Each word once, the tellingest first. */
const tellingest = (words, weights) => {
  const told = new Map(words.map((word, n) => [word, weights[n]]));
  return [...told.keys()].sort((a, b) => told.get(b) - told.get(a));
};

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

/** What beside.js asks for by name. What is asked and answered can be sent from one thread to another. */
export const desk = () => {
  let [opened, texts, lost] = [];
  const shown = [];
  /** Pagefind goes on without a part that did not come, and never asks for it again: then a new one answers. */
  const whole = () => {
    if (lost) [texts, lost] = [opened(), undefined];
    return texts;
  };
  return {
    open: async (base, bundles, packs) => {
      const site = new URL(base);
      await handOut(site, bundles, packs, (error) => (lost = error)); // Pagefind would wait for ever for what does not come
      opened = () => open(site, bundles);
      await (texts = opened());
    },
    /**
     * The `most` best hits, each with its `run` and the `number` by which it can be read, and whether all words are
     * there. Fails when a part of the texts did not come.
     */
    search: async ({ words, filters, weights, sizes, most }) => {
      const found = await (await whole()).search(words, filters, weights, sizes);
      if (lost) throw lost;
      return { hits: found.hits.slice(0, most).map((hit) => ({ run: hit.run, number: shown.push(hit) - 1 })), whole: found.whole };
    },
    expect: async ({ words, weights, sizes }) => {
      await (await whole()).expect(words, weights, sizes);
    },
    /** A hit, and with `words` how they stand in its text, as `spoken` tells. */
    read: async (number, words, typed) => {
      const { text, ...hit } = await shown[number].read().catch((error) => {
        throw (lost = error);
      });
      return { ...hit, ...(words ? spoken(text, words, typed) : { run: 0, exact: 0 }) };
    },
  };
};

if (typeof WorkerGlobalScope !== "undefined") {
  const calls = desk();
  addEventListener("message", async ({ data: { number, name, args } }) => {
    try {
      postMessage({ number, answer: await calls[name](...args) });
    } catch (error) {
      postMessage({ number, error: String(error) });
    }
  });
  postMessage({ number: 0 });
}

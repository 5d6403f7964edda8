/* The index of titles and names: finds pages while one types. Knows nothing of the page that shows them. */

import { atFirst, copied, Ranking, special } from "./rank.js";
import { Terms } from "./terms.js";
import { meantFor, toldOf } from "./whom.js";
import { folded, marks, parted, syllables } from "./words.js";

/** What a field or a unit counts beside a name. */
const LABEL = 0.5;
/** A word that half of all titles begin with says nothing. */
const EMPTY = /^thủ tục /i;
/** How long a word is that tells nothing; one that tells something is as much longer. */
const SHORT = 4;
/** How many near names are worth a look. */
const NEAREST = 5;
/** The code of a procedure is the end of its address. */
const CODE = /\/(\d\.\d{6})\/$/;

export class Titles {
  constructor() {
    this.pages = [];
    this.codes = new Map();
    this.terms = new Terms();
    this.texts = []; // name -> its syllables
    this.owners = []; // name -> page
    this.weights = []; // name -> what it counts
    this.lengths = []; // name -> how much it says in all
    this.total = 0;
  }

  /** Take in one part of the index, or its rows from `start` to `end`. */
  add(part, start = 0, end = part.addresses.length) {
    this.ranking = null;
    this.all = null;
    const known = this.texts.length;
    const said = (place) => part.addresses.slice(start, end).map((_, row) => part.said[3 * (start + row) + place]);
    const [rows, called, facts] = [0, 1, 2].map(said);
    const titles = folded(rows.map((title) => title.replace(EMPTY, "")));
    const others = folded(called);
    const fields = folded(part.values);
    const place = part.filters.indexOf("field");
    rows.forEach((title, row) => {
      const n = start + row;
      const names = called[row] ? called[row].split("|") : [];
      const [, code] = part.addresses[n].match(CODE) || [];
      const page = this.pages.length;
      if (code) this.codes.set(code, page);
      const sort = part.sorts[part.sort[n]];
      const labels = Object.fromEntries(part.filters.map((name, at) => [name, sort[at].map((value) => part.values[value])]));
      this.pages.push({
        title,
        code,
        names,
        labels,
        address: part.addresses[n],
        facts: facts[row],
        weight: part.weights[part.sort[n]] / 100,
        name: this.texts.length,
        special: special(parted(titles[row])),
        atFirst: atFirst(parted(titles[row])),
        whom: meantFor(parted(titles[row]).join(" ")),
      });
      this.take(page, titles[row], title.replace(EMPTY, ""), 1);
      if (names.length) others[row].split("|").forEach((name, at) => this.take(page, name, names[at], 1));
      for (const value of sort[place]) this.take(page, fields[value], part.values[value], LABEL);
    });
    for (let name = known; name < this.texts.length; name += 1) {
      const length = [...new Set(this.texts[name])].reduce((sum, word) => sum + SHORT + this.weight(word), 0);
      this.lengths.push(length);
      this.total += length;
    }
  }

  /** Take in what hits show of the first pages. */
  tell(facts) {
    facts.forEach((text, page) => (this.pages[page].facts = text));
  }

  take(page, text, written, weight) {
    const list = parted(text);
    const some = marks(written);
    this.terms.take(list, some.length === list.length ? some : list.map(() => ""), this.texts.length, page);
    this.texts.push(list);
    this.owners.push(page);
    this.weights.push(weight);
  }

  /** On how many pages a syllable, or two that stand together, are found. */
  count(term) {
    return this.terms.count(term);
  }

  /** Whether a syllable is written with these very marks in any name. */
  isWritten(word, marks) {
    return this.terms.isWritten(word, marks);
  }

  /** How much a term tells: much when it is rare. */
  weight(term) {
    const pages = this.count(term);
    return Math.log(1 + (this.pages.length - pages + 0.5) / (pages + 0.5));
  }

  /** Terms that begin so, as many as may matter: one syllable, or two that stand together. */
  beginning(start) {
    return this.terms.beginning(start);
  }

  /** The syllables that names most often have for such initials: "nvqs" is "nghia vu quan su". */
  spelledOut(initials) {
    this.all ||= this.texts.map((list) => list.join(" ")).join("\n");
    const likely = new RegExp(`\\b${[...initials].map((letter) => `${letter}[a-z]*`).join(" ")}\\b`, "g");
    const counts = new Map();
    for (const [phrase] of this.all.matchAll(likely)) counts.set(phrase, (counts.get(phrase) || 0) + 1);
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    return best ? best[0].split(" ") : [];
  }

  /** The pages with a code, or with one that ends so, or begins so while it is unfinished. */
  coded(code) {
    if (!code) return [];
    const found = [];
    for (const [known, page] of this.codes) if (known.startsWith(code) || known.endsWith(`.${code}`)) found.push(this.pages[page]);
    return found;
  }

  /** How many of the words, in their order, stand together in the title or a name of a page. */
  run(page, words) {
    const names = [page.title, ...page.names].map((name) => ` ${syllables(name).join(" ")} `);
    for (let size = words.length; size > 0; size -= 1) {
      for (let at = 0; at + size <= words.length; at += 1) {
        const asked = ` ${words.slice(at, at + size).join(" ")} `;
        if (names.some((name) => name.includes(asked))) return size;
      }
    }
    return 0;
  }

  /** Every page by its address. */
  known() {
    if (this.byAddress?.size !== this.pages.length) this.byAddress = new Map(this.pages.map((page) => [page.address, page]));
    return this.byAddress;
  }

  /** The pages whose title or name is written most like a text. */
  nearest(text) {
    const asked = pairs(text);
    const like = (name) => {
      const own = pairs(name);
      return [...asked].filter((pair) => own.has(pair)).length / (asked.size + own.size || 1);
    };
    return this.pages
      .map((page) => ({ page, like: Math.max(...[page.title, ...page.names].map(like)) }))
      .filter((one) => one.like > 0)
      .sort((a, b) => b.like - a.like)
      .slice(0, NEAREST)
      .map((one) => one.page);
  }

  /**
   * The `most` pages that answer best, best first: { page, score, cover }; `cover` is the share of what was asked that
   * stands in a page's names. `readings` are lists of slots; of a slot's forms, [term, weight], the best that a page has
   * counts. A slot that is `extra` was not asked for itself, and one that is `guessed` makes no special case meant. With `fits`, only pages that it says yes to are ranked;
   * `senses` are what the words of the question may stand for, `told` is whom it tells of, and `words` are all its syllables,
   * the last of which may be unfinished with `typing`.
   */
  search(readings, most, { fits, senses = [], told = toldOf(""), words = [], typing = false } = {}) {
    this.ranking ||= new Ranking(this);
    return this.ranking.best(readings, most, fits, senses, told, copied(words, typing));
  }
}

/** Every two letters that stand together. */
const pairs = (text) => {
  const plain = syllables(text).join(" ");
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, n) => plain.slice(n, n + 2)));
};

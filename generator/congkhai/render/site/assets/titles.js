/* The index of titles and names: finds pages while one types. Knows nothing of the page that shows them. */

import { grams, syllables } from "./words.js";

/** BM25's two constants: how soon a word has said enough, and how much a long name loses. */
const SATURATION = 1.5;
const LENGTH = 0.75;
/** What the words of all names of a page count beside its best name. */
const UNION = 0.6;
/** What a field or a unit counts beside a name. */
const LABEL = 0.3;
/** What the title counts besides: of two pages with the same everyday name the one so titled is meant. */
const TITLE = 0.2;
/** Words of a procedure for a special case: one that has them is not meant by a question without them. */
const SPECIAL = ["lai", "gia han", "dieu chinh", "luu dong", "yeu to nuoc ngoai", "bien gioi", "cham dut", "thu hoi", "xoa", "thay doi", "dinh chinh", "lien thong", "cap doi", "sua doi", "tam dinh chi", "dinh chi", "giai the", "huy bo", "bi mat", "ho tro", "thoi", "khoi phuc"];
const SPECIAL_SHARE = 0.9;
/** A word that half of all titles begin with says nothing. */
const EMPTY = /^thủ tục /i;
/** Pages are worth showing that answer at least so well beside the best. */
const WORTH = 0.3;
/** Of the best pages, how many are looked at closely, and what a title gains that says nothing else than was asked. */
const CLOSE = 20;
const PLAIN = 0.1;
/** How many endings of an unfinished word, and how many near names, are worth a look. */
const BEGINNINGS = 20;
const NEAREST = 5;
const CODE = /^\d\.\d{6}$/;

export class Titles {
  constructor() {
    this.pages = [];
    this.codes = new Map();
    this.terms = new Map(); // term -> { pages, last, list of passages }
    this.owners = []; // passage -> page
    this.weights = [];
    this.lengths = [];
    this.texts = [];
    this.total = 0;
  }

  /** Take in one part of the index. */
  add(part) {
    this.sorted = null;
    part.titles.forEach((title, n) => {
      const names = part.names[n] ? part.names[n].split("|") : [];
      const code = names.find((name) => CODE.test(name));
      if (code) this.codes.set(code, this.pages.length);
      const sort = part.sorts[part.sort[n]].map((values) => values.map((value) => part.values[value]));
      const number = this.pages.length;
      const labels = Object.fromEntries(part.filters.map((name, at) => [name, sort[at]]));
      const weight = part.weights[part.sort[n]] / 100;
      const passage = this.owners.length;
      const plain = ` ${syllables(title).join(" ")} `;
      const special = SPECIAL.filter((words) => plain.includes(` ${words} `));
      this.pages.push({ title, code, address: part.addresses[n], facts: part.facts[n], names, labels, weight, passage, special });
      for (const name of [title.replace(EMPTY, ""), ...names]) this.take(number, name, 1);
      for (const label of labels.field) this.take(number, label, LABEL);
    });
  }

  take(page, text, weight) {
    const list = syllables(text);
    const passage = this.owners.length;
    this.owners.push(page);
    this.weights.push(weight);
    this.lengths.push(list.length);
    this.texts.push(` ${list.join(" ")} `);
    this.total += list.length;
    for (const term of new Set(grams(list))) {
      const known = this.terms.get(term);
      if (!known) this.terms.set(term, { pages: 1, last: page, list: [passage] });
      else {
        known.list.push(passage);
        if (known.last !== page) known.pages += 1;
        known.last = page;
      }
    }
  }

  /** On how many pages a syllable, or two that stand together, are found. */
  count(term) {
    return this.terms.get(term)?.pages || 0;
  }

  /** How much a term tells: much when it is rare. */
  weight(term) {
    const pages = this.count(term);
    return Math.log(1 + (this.pages.length - pages + 0.5) / (pages + 0.5));
  }

  /** Terms that begin so, as many as may matter: one syllable, or two that stand together. */
  beginning(start) {
    if (start.length < 2) return [];
    this.sorted ||= [...this.terms.keys()].sort();
    let at = 0;
    for (let end = this.sorted.length; at < end; ) {
      const middle = (at + end) >> 1;
      if (this.sorted[middle] <= start) at = middle + 1;
      else end = middle;
    }
    const single = !start.includes(" ");
    const found = [];
    for (; this.sorted[at]?.startsWith(start); at += 1) if (single !== this.sorted[at].includes(" ")) found.push(this.sorted[at]);
    const often = new Map(found.map((term) => [term, this.count(term)]));
    return found.sort((a, b) => often.get(b) - often.get(a)).slice(0, BEGINNINGS);
  }

  /** The syllables that names most often have for such initials: "nvqs" is "nghia vu quan su". */
  spelledOut(initials) {
    const likely = new RegExp(` (${[...initials].map((letter) => `${letter}[a-z]*`).join(" ")})(?= )`, "g");
    const counts = new Map();
    for (const text of this.texts) {
      for (const [, phrase] of text.matchAll(likely)) counts.set(phrase, (counts.get(phrase) || 0) + 1);
    }
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    return best ? best[0].split(" ") : [];
  }

  /** The pages with a code, or with one that ends so, or begins so when it is unfinished. */
  coded(code) {
    if (!code) return [];
    const found = [];
    for (const [known, page] of this.codes) if (known === code || known.endsWith(`.${code}`)) found.push(this.pages[page]);
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
   * Pages by how well they answer, best first: { page, score, cover }; `cover` is the share of what was asked that
   * stands in a page's names. `readings` are lists of slots; of a slot's forms, [term, weight], the best that a page has
   * counts. A slot that is `extra` was not asked for itself. Only pages that `fits` says yes to are ranked.
   */
  search(readings, fits = () => true) {
    const sums = new Float64Array(this.pages.length);
    const cover = new Float64Array(this.pages.length);
    for (const slots of readings) {
      const { best, title, union, covered, whole } = this.score(slots);
      for (let page = 0; page < best.length; page += 1) {
        sums[page] += best[page] + TITLE * title[page] + UNION * union[page];
        cover[page] = Math.max(cover[page], whole && covered[page] / whole);
      }
    }
    const asked = new Set(readings.flatMap((slots) => slots.flatMap((slot) => slot.forms.map(([term]) => term))));
    let most = 0;
    sums.forEach((score, page) => {
      const { weight, special } = this.pages[page];
      if (!score || !fits(this.pages[page])) sums[page] = 0;
      if (!sums[page]) return;
      const beside = special.some((words) => !words.split(" ").every((word) => asked.has(word))) ? SPECIAL_SHARE : 1;
      sums[page] = score * weight * beside;
      most = Math.max(most, sums[page]);
    });
    const found = [];
    sums.forEach((score, page) => {
      if (score && score >= WORTH * most) found.push({ page, score, cover: cover[page] });
    });
    found.sort(better);
    const close = found.slice(0, CLOSE);
    for (const one of close) one.score *= 1 + PLAIN * this.share(this.pages[one.page], asked);
    return [...close.sort(better), ...found.slice(CLOSE)];
  }

  /** How much of what a title says was asked: all of a plain title, little of one that says more. */
  share(page, asked) {
    let [whole, said] = [0, 0];
    for (const word of syllables(page.title.replace(EMPTY, ""))) {
      const tells = this.weight(word);
      whole += tells;
      if (asked.has(word)) said += tells;
    }
    return whole && said / whole;
  }

  score(slots) {
    const size = this.pages.length;
    const passages = new Float64Array(this.owners.length);
    const seen = new Int32Array(this.owners.length);
    const counted = new Int32Array(size);
    const [best, title, union, covered] = [1, 2, 3, 4].map(() => new Float64Array(size));
    const mean = this.total / this.owners.length;
    let whole = 0;
    slots.forEach((slot, at) => {
      const tells = slot.forms.map(([term, weight]) => weight * this.weight(term));
      const most = Math.max(...tells);
      if (!slot.extra) whole += most;
      slot.forms.forEach(([term], n) => {
        for (const passage of this.terms.get(term)?.list || []) {
          if (seen[passage] === at + 1) continue;
          seen[passage] = at + 1;
          const gain = Math.min(most, tells[n]) * this.weights[passage];
          const long = SATURATION * (1 - LENGTH + (LENGTH * this.lengths[passage]) / mean);
          passages[passage] += (gain * (SATURATION + 1)) / (1 + long);
          const page = this.owners[passage];
          if (counted[page] === at + 1) continue;
          counted[page] = at + 1;
          union[page] += gain;
          if (!slot.extra) covered[page] += gain;
        }
      });
    });
    passages.forEach((score, passage) => {
      if (!score) return;
      const page = this.owners[passage];
      if (score > best[page]) best[page] = score;
      if (passage === this.pages[page].passage) title[page] = score;
    });
    return { best, title, union, covered, whole };
  }
}

const better = (a, b) => b.score - a.score || a.page - b.page;

/** Every two letters that stand together. */
const pairs = (text) => {
  const plain = syllables(text).join(" ");
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, n) => plain.slice(n, n + 2)));
};

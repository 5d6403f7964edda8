/* Search without a page: the index of titles answers at once, the text of pages after it. */

import { phrases } from "./phrases.js";
import { Shares } from "./shares.js";
import { Reader } from "./query.js";
import { Titles } from "./titles.js";
import { fold, WORD } from "./words.js";

/** How many titles are shown at most. */
const MOST = 40;
/** So many when none of them has most of what was asked. */
const FEW = 10;
/** When the best title has so much of what was asked, or the question is so long, titles come first. */
const SURE = 0.7;
const LONG = 5;
/** Longer questions do not stand word for word in a text. */
const LONGEST = 8;
/** So many words must stand in a text as they were typed to outweigh that they are another name of something. */
const RENAMED = 4;
/** The share of the words that must stand together in a text for it to come before titles that have few of them. */
const TOGETHER = 0.6;
/** So many milliseconds after the first key, or after nobody asked anything, the rest of the index is fetched. */
const SOON = 300;
const UNASKED = 2000;
/** How many pages are taken in at once. */
const ROWS = 100;
/** How many words a text is asked for together, and how few when those find nothing; few when titles answer already. */
const AT_ONCE = [8, 4, 2];
const BESIDE_TITLES = [4];
/** How many hits of the text are fetched, and how many of them may come before a title. */
const TEXTS = 6;
const AHEAD = 2;

/**
 * What answers, out of the first part of the index. `base` is the address of the site and `index` what its index
 * consists of; `load` fetches a part, `engine` opens what reads the text of pages, and `more` is called when a later
 * part has come. All of them are fetched at once when a whole answer is `wanted`.
 */
export const open = (base, index, first, { load, engine, more, wanted }) => {
  let coming;
  const rest = () => (coming ||= [index.facts, ...index.parts.slice(1)].map(load));
  if (wanted) for (const part of rest()) part.catch(() => {}); // while titles are taken in; who waits for it hears of it
  const titles = new Titles();
  titles.add(first);
  const reader = new Reader({ ...first, thesaurus: phrases(first.thesaurus, first.words) }, titles);
  const finder = new Finder(base, titles, reader, index.bundles.length ? engine : null);
  finder.shared = finder.asked.then(async () => {
    const { facts, words } = await rest()[0];
    titles.tell(facts);
    reader.learn(words);
    finder.shares = new Shares([first.words, words].filter(Boolean).join(" "), (number) => load(`${index.related}-${number}`));
    more();
    return finder.shares;
  });
  finder.complete = finder.shared.then(async () => {
    for (const other of rest().slice(1)) {
      await take(titles, await other);
      reader.renew();
      more();
    }
    finder.whole = true;
  });
  return finder;
};

/** Take in a part few rows at a time, so that a key that is typed meanwhile does not wait. */
const take = async (titles, part) => {
  for (let row = 0; row < part.addresses.length; row += ROWS) {
    titles.add(part, row, Math.min(row + ROWS, part.addresses.length));
    await new Promise((next) => setTimeout(next));
  }
};

class Finder {
  constructor(base, titles, reader, engine) {
    Object.assign(this, { base, titles, reader, engine });
    this.expected = new Set();
    this.whole = false; // whether all titles have come
    this.asked = new Promise((begin) => (this.begin = begin));
    setTimeout(this.begin, UNASKED);
  }

  /** The values that results can be narrowed by: filter -> values. */
  filters() {
    const found = {};
    for (const page of this.titles.pages) {
      for (const [name, values] of Object.entries(page.labels)) {
        found[name] ||= new Set();
        for (const value of values) found[name].add(value);
      }
    }
    return found;
  }

  /**
   * What titles and names answer: { query, hits, coded, sure }. A hit is a page of the index; with `typing` the
   * last word may be unfinished. `coded` when a code was asked that is known, or nothing but a code; `sure` when what stands first is likely what was meant.
   */
  first(text, filters, typing) {
    const query = this.reader.read(text, typing);
    if (!typing) this.begin();
    else setTimeout(() => this.expect(query), SOON);
    this.shares?.take(typing ? query.words.slice(0, -1) : query.words, this.reader).catch(() => {}); // whoever asks hears of it
    const narrowed = Object.entries(filters);
    const fits = (page) => narrowed.every(([name, value]) => page.labels[name].includes(value));
    const alone = query.code && !query.words.length; // its digits are no words
    const ranked = alone ? [] : this.titles.search(this.reader.slots(query, typing), MOST, { fits: narrowed.length && fits, senses: query.senses, told: query.told, words: query.words, typing });
    const coded = this.titles.coded(query.code || query.ending).filter(fits);
    const sure = coded.length > 0 || ranked[0]?.cover >= SURE || query.meant.length > LONG;
    const hits = ranked.slice(0, sure ? MOST : FEW).map((one) => this.titles.pages[one.page]);
    return { query, hits: [...new Set([...coded, ...hits])], sure, coded: alone || coded.length > 0 };
  }

  /** Fetch what a question will need that has begun with these words, the last of which may be unfinished. */
  async expect({ code, ending, said }) {
    this.begin();
    if (code || ending || !this.engine) return;
    const words = said.slice(0, -1).map(([word]) => word);
    const fresh = words.length < LONGEST ? words.filter((word) => !this.expected.has(word)) : [];
    for (const word of fresh) this.expected.add(word);
    try {
      const engine = await this.engine();
      if (fresh.length) await engine("expect", { words: fresh, weights: fresh.map(() => 1), sizes: [LONGEST] });
    } catch {
      for (const word of fresh) this.expected.delete(word); // whoever asks hears of it
    }
  }

  /** All that `first` needs to answer a text as well as it can. */
  async ready(text) {
    this.begin();
    const { code, ending } = this.reader.read(text);
    if (!code && !ending) this.engine?.().catch(() => {}); // it comes meanwhile; whoever asks it hears what went wrong
    const related = async () => (await this.shared).take(this.reader.read(text).words, this.reader);
    await Promise.all([this.complete, related()]);
    await related(); // words that later parts put right
  }

  /**
   * How the text of pages is asked, after what titles answered: { said, meant, same, worth, sizes }. `worth` when the words may stand
   * there as they were `said`; they are the `same` when they were said as records say them.
   */
  asking({ query, hits, sure }) {
    const [said, meant] = [query.said, query.meant].map((list) => list.map(([word]) => word));
    const same = said.join(" ") === meant.join(" ");
    const titled = said.length > LONGEST ? 0 : Math.max(0, ...hits.slice(0, AHEAD).map((page) => this.titles.run(page, said)));
    const worth = titled < said.length && said.length <= LONGEST && said.length >= (same ? 2 : RENAMED);
    return { said, meant, same, worth, sizes: sure ? BESIDE_TITLES : AT_ONCE };
  }

  /** Fetch what `second` is likely to need, once all titles are there to tell. */
  async foresee(answer) {
    if (answer.coded || !this.engine || !this.whole) return;
    const { said, meant, same, worth, sizes } = this.asking(answer);
    const engine = await this.engine();
    const questions = [worth && this.question(said, [LONGEST]), !(worth && same) && this.question(meant, sizes)];
    await Promise.all(questions.filter((question) => question?.words?.length).map((question) => engine("expect", question)));
  }

  /** Words as the engine is asked for them. Of one that stands nowhere it would take the beginning: "messi" is no "mẹ". */
  question(list, sizes) {
    const words = list.filter((word) => word.length < 2 || /\d/.test(word) || this.reader.has(word));
    return { words, sizes, weights: words.map((word) => this.reader.tells(word)) };
  }

  /**
   * The same with what stands in the text of pages: { found, lost }. Hits with an `excerpt` are from there; `lost` tells
   * why some of them could not be read.
   */
  async second(first, filters) {
    const { query, hits, sure, coded } = first;
    if (coded || !this.engine) return { found: hits };
    this.foresee(first).catch(() => {}); // whoever asks hears of it
    const engine = await this.engine();
    const ask = async (list, sizes) => {
      const question = this.question(list, sizes);
      if (!question.words.length) return { hits: [], whole: false };
      const { hits, whole } = await engine("search", { ...question, filters, most: TEXTS });
      return { hits, whole: whole && question.words.length === list.length };
    };
    const { said, meant, same, worth, sizes } = this.asking(first);
    let answer = worth ? await ask(said, [LONGEST]) : null;
    const literal = worth && answer.hits[0]?.run === said.length;
    if (!literal && !(same && answer?.hits.length)) answer = await ask(meant, sizes);
    const { hits: best, whole: all } = answer;
    const known = this.titles.known();
    const least = literal ? said.length : sure || !all ? Infinity : TOGETHER * meant.length;
    const words = literal ? query.said : query.meant;
    const looked = least < Infinity ? [words.map(([word]) => word), words.map((one) => one[3])] : [];
    const texts = await Promise.allSettled(best.map((hit) => engine("read", hit.number, ...looked)));
    const { reason: lost } = texts.find((text) => text.reason) || {};
    const pages = texts.flatMap((text) => text.value || []).map(({ url, title, excerpt, run, exact }) => {
      const page = known.get(new URL(url, location).pathname.slice(this.base.pathname.length));
      return { hit: { ...(page || { title, address: url, facts: "", labels: {} }), excerpt }, run, exact };
    });
    pages.sort((a, b) => b.run - a.run || b.exact - a.exact);
    const shown = new Set(hits.map((hit) => hit.address));
    const told = pages.filter(({ hit, run }) => run >= least && (hit.code || (literal && !sure)));
    const ahead = told.slice(0, AHEAD).map(({ hit }) => hit);
    const taken = new Set(ahead.map((page) => page.address));
    const rest = pages.map(({ hit }) => hit).filter((hit) => !shown.has(hit.address) && !taken.has(hit.address));
    return { found: [...ahead, ...hits.filter((hit) => !taken.has(hit.address)), ...rest], lost };
  }

  /** The query put right, in the spelling of what was found: marks only when some were typed. */
  right(text, query, hits) {
    if (!query.changed || query.code) return "";
    const marked = text !== text.normalize("NFD").replace(/\p{M}|đ/giu, "");
    const spoken = new Map();
    for (const hit of hits.slice(0, 3)) {
      for (const word of [hit.title, ...hit.names].join(" ").toLowerCase().match(/[\p{L}\p{M}]+/gu) || []) {
        if (!spoken.has(fold(word))) spoken.set(fold(word), word);
      }
    }
    const words = query.changed.map(({ typed, right }) => (right === fold(typed) ? typed : (marked && spoken.get(right)) || right));
    return query.text.replace(WORD, () => words.shift());
  }

  /** The names nearest to a text that finds nothing. */
  nearest(text) {
    return this.titles.nearest(text);
  }
}

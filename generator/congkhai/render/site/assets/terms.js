/* Which names have which words: an inverted index of syllables, and of each two that stand together. */

import { alike, mayBe } from "./words.js";

/** How many endings of an unfinished word are worth a look. */
const BEGINNINGS = 10;
/** A pair's key is the number of its first word shifted by this, and that of the second. */
const PAIR = 65536;

export class Terms {
  constructor() {
    this.numbers = new Map(); // syllable -> number, from 1
    this.words = [""]; // number -> syllable
    this.after = [[]]; // number -> numbers of the syllables that are known to follow
    this.posts = new Map(); // key -> { pages, last, names }
    this.written = [new Map()]; // number -> marks -> the same of the syllable with those marks
    this.marked = new Map(); // term with marks -> the same of all that it may be
  }

  /** Take in the syllables of a name and the marks of each; the names of one page come one after the other. */
  take(list, marks, name, page) {
    this.marked.clear();
    let before = 0;
    list.forEach((word, n) => {
      let number = this.numbers.get(word);
      if (!number) {
        number = this.words.push(word) - 1;
        this.numbers.set(word, number);
        this.after.push([]);
        this.written.push(new Map());
      }
      note(this.posts, number, name, page);
      note(this.written[number], marks[n], name, page);
      if (before && note(this.posts, before * PAIR + number, name, page)) this.after[before].push(number);
      before = number;
    });
  }

  /**
   * What is known of a term: a syllable, two that stand together with a space between them, or a syllable with the marks it was
   * typed with behind a "|".
   */
  of(term) {
    if (term.includes("|")) return this.withMarks(term);
    const cut = term.indexOf(" ");
    if (cut < 0) return this.posts.get(this.numbers.get(term));
    return this.posts.get(this.numbers.get(term.slice(0, cut)) * PAIR + this.numbers.get(term.slice(cut + 1)));
  }

  /**
   * The same of a syllable as it was typed, with its marks; when it is nowhere written so, of all that it may be;
   * nothing when it may be none, and then likely is a slip.
   */
  withMarks(term) {
    let found = this.marked.get(term);
    if (!found) {
      const [word, typed] = term.split("|");
      const all = [...(this.written[this.numbers.get(word)] || [])];
      const like = (meant) => all.filter(([marks]) => marks && mayBe(meant, marks));
      const ways = [() => all.filter(([marks]) => marks === typed), () => like(typed), () => like(alike(typed))];
      const close = ways.reduce((found, way) => (found.length ? found : way()), []);
      const some = [...close, ...all.filter(([marks]) => !marks)];
      const names = some.length === 1 ? some[0][1].names : [...new Set(some.flatMap(([, post]) => post.names))].sort(ascending);
      found = { names, pages: Math.min(this.count(word), some.reduce((sum, [, post]) => sum + post.pages, 0)) };
      this.marked.set(term, found);
    }
    return found;
  }

  /** Whether a syllable is written with these very marks anywhere. */
  isWritten(word, marks) {
    return Boolean(this.written[this.numbers.get(word)]?.has(marks));
  }

  /** On how many pages a term is found. */
  count(term) {
    return this.of(term)?.pages || 0;
  }

  /** The names that have a term. */
  names(term) {
    return this.of(term)?.names || [];
  }

  /** Terms that begin so, as many as may matter: one syllable, or two that stand together. */
  beginning(start) {
    if (start.length < 2) return [];
    const cut = start.indexOf(" ") + 1;
    const [head, rest] = [start.slice(0, cut), start.slice(cut)];
    const words = cut ? (this.after[this.numbers.get(head.trim())] || []).map((number) => this.words[number]) : this.words;
    const found = words.filter((word) => word !== rest && word.startsWith(rest)).map((word) => head + word);
    const often = new Map(found.map((term) => [term, this.count(term)]));
    return found.sort((a, b) => often.get(b) - often.get(a)).slice(0, BEGINNINGS);
  }
}

const ascending = (a, b) => a - b;

/** Note under a key that a name of a page has it; whether the key is new. */
const note = (posts, key, name, page) => {
  const known = posts.get(key);
  if (!known) {
    posts.set(key, { pages: 1, last: page, names: [name] });
    return true;
  }
  if (known.names[known.names.length - 1] !== name) known.names.push(name);
  if (known.last !== page) {
    known.pages += 1;
    known.last = page;
  }
  return false;
};

/* Which names have which words: an inverted index of syllables, and of each two that stand together. */

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
  }

  /** Take in the syllables of a name; the names of one page come one after the other. */
  take(list, name, page) {
    let before = 0;
    for (const word of list) {
      let number = this.numbers.get(word);
      if (!number) {
        number = this.words.push(word) - 1;
        this.numbers.set(word, number);
        this.after.push([]);
      }
      this.post(number, name, page);
      if (before && this.post(before * PAIR + number, name, page)) this.after[before].push(number);
      before = number;
    }
  }

  /** Note a term of a name; whether it is new. */
  post(key, name, page) {
    const known = this.posts.get(key);
    if (!known) {
      this.posts.set(key, { pages: 1, last: page, names: [name] });
      return true;
    }
    if (known.names[known.names.length - 1] !== name) known.names.push(name);
    if (known.last !== page) {
      known.pages += 1;
      known.last = page;
    }
    return false;
  }

  of(term) {
    const cut = term.indexOf(" ");
    if (cut < 0) return this.posts.get(this.numbers.get(term));
    return this.posts.get(this.numbers.get(term.slice(0, cut)) * PAIR + this.numbers.get(term.slice(cut + 1)));
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

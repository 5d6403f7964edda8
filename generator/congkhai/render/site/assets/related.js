/* Names that go with what somebody says in words that no record has. */

import { alike, folded, grams, marks, mayBe, parted } from "./words.js";

/** What a word counts that only goes with what was said. */
const RELATED = 2.4;
/** By how much less when all was said as records say it. */
const OFFICIAL = 0.8;
/** How many such names are looked for, the tellingest. */
const NEAR = 9;
/** What it counts when other words stand between those that were said, and how many may. */
const APART = 0.8;
const GAPS = 3;
/** What it counts when its words stand in another order or further apart, and when hardly one of them is missing. */
const LOOSE = 0.4;
const NEARLY = 0.35;
/** The share of its words that must be said then, and among how many words. */
const ENOUGH = 0.75;
const AMONG = 12;
/** What it counts that pairs of words of its sayings were said, whole or not, and beside one of them that was said. */
const PAIRS = 0.1;
const MORE = 0.25;
/** How many names are found so, and how much less a pair counts that leads to several. */
const LIKELIEST = 2;
const SHARED = 0.25;
/** What tells less was hardly asked for: it is looked for, and makes nobody mean a special case. */
const GUESSED = 0.5;
/** What it counts when it is part of a longer name that was said. */
const PART = 0.5;
/** What it counts when it begins with a number, which is an age or a sum in most stories. */
const AGED = 0.3;

export class Related {
  /** `reader` reads the questions. */
  constructor(reader) {
    this.reader = reader;
    this.rare = new Map(); // syllable -> sayings of which it tells most
  }

  /** Take in one of `sayings`; `tells` says of a syllable whether it may be the one that tells most of it. */
  take(other, tells) {
    for (const word of new Set(other.said.filter(tells))) put(this.rare, word, other);
  }

  /**
   * Names that go with what was asked, as `Reader.read` has it, the tellingest first, each as its syllables and how much it
   * tells: "mất" is asked where a record says "cấp lại". What may lead to many is less sure to mean each. `whole` are the places of longer names that were understood.
   */
  near(asked, whole) {
    const [list, forms] = [asked.map(([word]) => word), asked.map((one) => one[3])];
    const words = new Set(list);
    const stopped = this.reader.stopped(asked);
    const matches = [];
    const some = new Set([...words].flatMap((word) => this.rare.get(word) || []));
    for (const other of some) {
      const heard = other.said.filter((word) => words.has(word));
      const missing = other.said.length - heard.length;
      if (missing > other.said.length * (1 - ENOUGH) || (missing && this.official(heard) === 1)) continue;
      const match = (!missing && this.plainly(other, list, forms, stopped)) || loosely(other, list, forms, stopped);
      if (match) matches.push({ other, ...match });
    }
    const longer = [...matches.filter((one) => one.plain).map((one) => one.places), ...whole];
    const terms = new Map();
    for (const { other } of matches) terms.set(other.variant, (terms.get(other.variant) || 0) + 1);
    const found = new Map();
    for (const { other, places, worth } of matches) {
      const part = longer.some((more) => holds(more, places));
      const weight = worth * (part ? PART : 1) * (/^\d/.test(other.said[0]) ? AGED : 1);
      const tells = (this.rarity(other.said) * weight * asked[places[0]][1]) / Math.sqrt(terms.get(other.variant));
      const name = other.term.join(" ");
      if (!(found.get(name)?.[1] > tells)) found.set(name, [other.term, tells, places]);
    }
    for (const [name, [term, tells, places]] of likeliest(paired(some, asked, stopped))) {
      const known = found.get(name);
      if (known) known[1] += tells * MORE;
      else found.set(name, [term, tells * PAIRS, places]);
    }
    return [...found.values()].sort((a, b) => b[1] - a[1]).slice(0, NEAR);
  }

  /** Where a saying was said word after word, with few others between, and what it is worth; null where it was not. */
  plainly(other, list, forms, stopped) {
    const { reader } = this;
    for (let at = list.indexOf(other.said[0]); at >= 0; at = list.indexOf(other.said[0], at + 1)) {
      const places = stands(other.said, list, at);
      if (!places || !reader.fits(other, list, places, forms)) continue;
      const apart = places[places.length - 1] - at >= places.length;
      const alone = places.length === 1 && !forms[at] && reader.beside(list[at], list[at - 1], list[at + 1]);
      const idle = apart ? places.some((place) => stopped.has(place)) : places.every((place) => stopped.has(place));
      if (!alone && !idle) return { places, worth: apart ? APART : 1, plain: true };
    }
    return null;
  }

  /** How seldom a few words stand together in names, from 0 to 1: seldom ones tell much of what is meant. */
  rarity(list) {
    const { titles } = this.reader;
    const [pair] = grams(list).slice(-1);
    return titles.weight(pair) / titles.weight("");
  }

  /** Which share of the words that stand together does so in a name, too: who speaks as records do means what they say. */
  official(list) {
    const pairs = list.slice(1).map((word, n) => `${list[n]} ${word}`);
    return pairs.length ? pairs.filter((pair) => this.reader.titles.count(pair)).length / pairs.length : 1;
  }

  /** The same as slots for `Titles.search`. */
  slots({ said, near }) {
    const strange = 1 - OFFICIAL * this.official(said.map(([word]) => word)) ** 4;
    return near.flatMap(([list, tells]) => {
      const share = (tells * strange * RELATED) / Math.sqrt(Math.max(1, list.length - 1));
      return grams(list).map((term) => ({ forms: [[term, share]], extra: true, guessed: tells < GUESSED }));
    });
  }
}

/**
 * Names to whose sayings pairs of words lead that were asked: name -> its syllables, how much in all, and the places of these words.
 * Most of what people say is in no saying as it stands, but parts of it are in several of one name.
 */
const paired = (some, asked, stopped) => {
  const words = asked.map(([word, need, , form], place) => ({ word, need, form, place })).filter(({ place }) => !stopped.has(place));
  const said = new Map();
  words.slice(1).forEach((one, n) => {
    const both = [words[n], one];
    const pair = both.map(({ word }) => word).join(" ");
    if (!said.has(pair)) said.set(pair, { both, names: new Map() });
  });
  for (const other of some) {
    other.pairs ||= other.said.slice(1).map((word, n) => `${other.said[n]} ${word}`);
    other.pairs.forEach((pair, n) => {
      const heard = said.get(pair);
      if (heard?.both.every(({ form }, k) => written(form, other, n + k))) heard.names.set(other.term.join(" "), other.term);
    });
  }
  const found = new Map();
  for (const { both, names } of said.values())
    for (const [name, term] of names) {
      const [, tells, places] = found.get(name) || [term, 0, []];
      const more = Math.max(...both.map(({ need }) => need)) / names.size ** SHARED;
      found.set(name, [term, tells + more, [...places, ...both.map(({ place }) => place)]]);
    }
  return found;
};

const likeliest = (found) => [...found].sort(([, a], [, b]) => b[1] - a[1]).slice(0, LIKELIEST);

/**
 * What entries of a thesaurus tell: of each other way to say something its syllables, those of the term, and both as they are
 * written. Marks are looked at when somebody says it.
 */
export function* sayings(entries) {
  const all = folded(entries.flat()).map(parted);
  let at = 0;
  for (const [name, ...variants] of entries) {
    const [term, ...said] = all.slice(at, at + 1 + variants.length);
    yield* variants.map((variant, n) => ({ said: said[n], term, variant, name }));
    at += 1 + variants.length;
  }
}

/** So many places from one on. */
export const from = (at, size) => Array.from({ length: size }, (_, n) => at + n);

/** Whether a word that was typed with some marks may be that of a saying. */
const written = (form, other, n) => {
  const own = (other.forms ||= marks(other.variant))[n];
  return mayBe(form, own) || mayBe(alike(form), own);
};

/** Where words stand in a list from a place on, in their order and with at most GAPS others between them. */
const stands = (words, list, at) => {
  const places = [at];
  let last = at;
  for (const word of words.slice(1)) {
    const next = list.indexOf(word, last + 1);
    if (next < 0 || next - at - places.length > GAPS) return null;
    places.push(next);
    last = next;
  }
  return places;
};

/** The same where all or nearly all of it was said, in whatever order. */
const loosely = (other, list, forms, stopped) => {
  const at = other.said.map((word, n) => list.findIndex((one, place) => one === word && written(forms[place], other, n)));
  const places = [...new Set(at.filter((place) => place >= 0))].sort((a, b) => a - b);
  const apart = places[places.length - 1] - places[0] >= AMONG;
  if (places.length < 2 || apart || places.every((place) => stopped.has(place))) return null;
  const share = at.filter((place) => place >= 0).length / at.length;
  return share < ENOUGH ? null : { places, worth: share < 1 ? NEARLY * share : LOOSE };
};

const put = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));

/** Whether some places are all of others and more. */
const holds = (more, places) => more.length > places.length && places.every((place) => more.includes(place));

/* Reads what somebody typed: codes, slips of the finger, Telex and VNI, words of a question, other names. */

import { fold, grams, syllables } from "./words.js";

const CODE = /(?<![\d/])(\d)[.,\s]?(\d{6})(?![\d/])/;
const CODE_END = /(?<![\d.,/])(\d{6})(?![\d/])/;
const LETTERS = "abcdeghiklmnopqrstuvxy";
/** Sounds that are one in some region, and so are written one for the other. */
const SOUNDS = [["tr", "ch"], ["s", "x"], ["gi", "d"], ["r", "d"], ["gi", "r"], ["d", "v"], ["l", "n"], ["c", "k"], ["qu", "k"], ["ng", "ngh"], ["g", "gh"]];
const ENDS = [["n", "ng"], ["t", "c"], ["i", "y"], ["n", "nh"], ["t", "ch"]];
/** What a word that was not typed counts when it may have been meant. */
const MEANT = 0.5;
/** Leftovers of Telex and VNI are likelier than a slip; so are two words that were typed as one. */
const UNTYPED = 3;
/** How many syllables of another name count fully. */
const SPREAD = 3;
/** Syllables that hold a question together. They are also parts of names, so they count little, not nothing. */
const FILLERS = new Set(
  "ai anh ba bac bao bi boi can chi cha chau cho chong chua co con cung cua da dang de den di do duoc em gi hay hoi khi khong la lam loi ma mat me minh moi muon nao nay neu nha nhung o ong phai qua ra roi sao se tai the thi tien toi tu va vao ve vi vo voi xin xong".split(" "),
);
const FILLER = 0.25;
/** What two words together count when one of them is such a syllable. */
const LOOSE = 0.4;
/** What a word counts of which only the beginning was typed. */
const BEGUN = 0.6;
/** A year or a number is what tells one plan or budget from the next. */
const NUMBER = 1.5;
/** What a word counts that only goes with what was said. */
const RELATED = 0.9;
/** So many letters that make no syllable may be the initials of as many. */
const INITIALS = 3;
/** Folded syllables as Vietnamese builds them, whether the site knows them or not. */
const SYLLABLE = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/;
/** Syllables that are written with i or with y, for the same sound. */
const TWIN = /^(?:[hklmst]|qu)[iy]$/;
/** What only Telex and VNI leave behind. */
const TYPED = /[a-z]\d|dd|w|([aeo])[a-z]*\1/;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const SYMBOL = /\d+\/[\p{L}\d/-]+/gu;

export class Reader {
  /** `language` is what the first part of the index says of the site's words; `titles` knows which words are neighbours. */
  constructor(language, titles) {
    this.titles = titles;
    this.known = new Set(language.syllables.split(" "));
    this.others = new Map();
    this.guesses = new Map();
    this.longest = 1;
    for (const [term, ...variants] of language.thesaurus) {
      const meant = syllables(term);
      for (const variant of variants) {
        const said = syllables(variant);
        this.longest = Math.max(this.longest, said.length);
        if (!this.others.has(said.join(" "))) this.others.set(said.join(" "), { term: meant, forms: spelt(variant) });
        for (const one of [...meant, ...said]) this.known.add(one);
      }
    }
    this.related = new Map();
    for (const [term, ...variants] of language.related) {
      for (const variant of variants) {
        const said = syllables(variant);
        this.longest = Math.max(this.longest, said.length);
        const known = this.related.get(said.join(" ")) || [];
        this.related.set(said.join(" "), [...known, { term: syllables(term), forms: spelt(variant) }]);
        for (const one of said) this.known.add(one);
      }
    }
    this.stops = new Set(language.stops);
    this.longestStop = Math.max(1, ...language.stops.map((phrase) => phrase.split(" ").length));
    for (const phrase of language.stops) for (const one of phrase.split(" ")) this.known.add(one);
  }

  /**
   * What is asked: { code, ending, said, meant, near, changed }.
   * `said` are the syllables as typed, put right; `meant` the same in the words of records. `near` are names that
   * often go with it. `changed` tells of each word how it was put right, or is null. With `typing` the last word may be unfinished and is left alone.
   */
  read(text, typing = false) {
    const typed = text.normalize("NFC").match(WORD) || [];
    const folded = typed.map(fold);
    const guess = folded.map((word) => this.untype(word)[0] || word);
    const righted = guess.map((word, n) => {
      const open = typing && n === guess.length - 1;
      return open ? [word] : this.spell(folded[n], guess[n - 1], guess[n + 1]);
    });
    const said = righted.flat();
    const [, head, tail] = text.match(CODE) || [];
    const forms = spelt((said.length === typed.length ? typed : said).join(" "));
    const symbols = new Set((text.match(SYMBOL) || []).flatMap(syllables));
    return {
      code: head ? `${head}.${tail}` : "",
      ending: head ? "" : (text.match(CODE_END) || [""])[0],
      said: this.strip(said.map((word) => [word, 1, true])),
      meant: this.strip(this.translate(said, forms, symbols)),
      near: this.near(said, forms),
      changed:
        said.join(" ") === folded.join(" ")
          ? null
          : typed.map((word, n) => ({ typed: word, right: righted[n].join(" ") })),
    };
  }

  /** How much a word says, for choosing some of many. */
  tells(word) {
    return this.titles.weight(word) * (FILLERS.has(word) ? FILLER : 1);
  }

  has(word) {
    return this.known.has(word) || this.titles.count(word) > 0;
  }

  /** The known words behind leftovers of Telex ("dduwowngf") or VNI ("d9u7o7ng2"). */
  untype(word) {
    if (this.has(word) || /^\d+$/.test(word)) return [];
    const vni = /[a-z]\d/.test(word) ? word.replace(/\d/g, "") : "";
    const telex = word
      .replace(/dd/g, "d")
      .replace(/([aeo])([a-z]*)\1/g, "$1$2")
      .replace(/(?<=[aou][a-z]*)w/g, "")
      .replace(/w/g, "u");
    const bare = telex.replace(/(?<=[aeiouy][a-z]*)[sfrxj]/g, "");
    return [vni, bare, telex].filter((one) => one && one !== word && this.has(one));
  }

  /** The word put right: itself when the site knows it, else the likeliest of those one slip away. */
  spell(word, before, after) {
    if (TWIN.test(word)) return [this.twin(word, before, after)];
    if (this.has(word) || word.length < 2 || /^\d+$/.test(word)) return [word];
    let best = [word];
    let most = 0;
    const weigh = (one, bonus, sure) => {
      const beside = this.beside(one, before, after);
      const likely = bonus + Math.log(1.5 + this.titles.count(one)) + 4 * beside;
      if ((sure || beside) && likely > most) [most, best] = [likely, [one]];
    };
    const sure = TYPED.test(word);
    for (const one of this.untype(word)) weigh(one, UNTYPED, sure);
    if (/\d/.test(word)) return best;
    const foreign = !SYLLABLE.test(word);
    const initials = foreign && word.length >= INITIALS ? this.spelledOut(word) : [];
    if (initials.length && !/[aeiouy]/.test(word)) return initials;
    for (const one of slips(word)) if (this.has(one)) weigh(one, 0, foreign);
    if (initials.length && !most) return initials;
    for (let cut = 2; cut < word.length - 1; cut += 1) {
      const pair = [word.slice(0, cut), word.slice(cut)];
      const likely = UNTYPED + Math.log(1 + this.titles.count(pair.join(" ")));
      if (this.titles.count(pair.join(" ")) && likely > most) [most, best] = [likely, pair];
    }
    return best;
  }

  /** Of the two ways to write one sound ("ký", "kí") that which stands with these neighbours, or the more common one. */
  twin(word, before, after) {
    const other = word.slice(0, -1) + (word.endsWith("i") ? "y" : "i");
    const likely = (one) => 100 * this.together(one, before, after) + this.titles.count(one);
    return likely(other) > likely(word) ? other : word;
  }

  /** On how many pages a word stands beside its neighbours. */
  together(word, before, after) {
    return this.titles.count(`${before} ${word}`) + this.titles.count(`${word} ${after}`);
  }

  /** The syllables behind initials that no thesaurus knows. */
  spelledOut(word) {
    if (!this.guesses.has(word)) this.guesses.set(word, this.titles.spelledOut(word));
    return this.guesses.get(word);
  }

  /** Forget what was guessed from fewer titles. */
  renew() {
    this.guesses.clear();
  }

  /** How many of its neighbours a word is known beside. */
  beside(word, before, after) {
    return (this.titles.count(`${before} ${word}`) > 0) + (this.titles.count(`${word} ${after}`) > 0);
  }

  /** A known word that may have been meant where one stands beside neighbours that it is never seen with. */
  meant(word, before, after) {
    if (/\d/.test(word) || (!before && !after) || this.beside(word, before, after)) return null;
    const key = `${before} ${word} ${after}`;
    if (!this.guesses.has(key)) {
      let best = null;
      let most = 0;
      for (const one of slips(word)) {
        if (!this.titles.count(one)) continue;
        const near = Math.max(this.titles.count(`${before} ${one}`), this.titles.count(`${one} ${after}`));
        if (near > most) [most, best] = [near, one];
      }
      this.guesses.set(key, best);
    }
    return this.guesses.get(key);
  }

  /**
   * Other names in the words of records, the longest first, as [syllable, weight, whether it was typed]. A name of many syllables in place
   * of few does not count more than it did.
   */
  translate(list, forms, symbols) {
    const out = [];
    for (let at = 0; at < list.length; ) {
      let size = Math.min(this.longest, list.length - at);
      let meant;
      for (; size && !meant; size -= meant ? 0 : 1) {
        const other = this.others.get(list.slice(at, at + size).join(" "));
        if (other && (size > 1 || !symbols.has(list[at])) && fits(other, at, forms)) meant = other.term;
      }
      const weight = meant ? Math.min(1, (size + SPREAD) / meant.length) : 1;
      for (const word of meant || [list[at]]) out.push([word, weight, !meant]);
      at += size || 1;
    }
    return out;
  }

  /** Without the words of a question, unless nothing is left. */
  strip(list) {
    const out = [];
    for (let at = 0; at < list.length; ) {
      let size = Math.min(this.longestStop, list.length - at);
      const words = list.slice(at, at + size).map(([word]) => word);
      while (size && !this.stops.has(words.slice(0, size).join(" "))) size -= 1;
      if (!size) out.push(list[at]);
      at += size || 1;
    }
    return out.length ? out : list;
  }

  /** Words that often go with what was said: "mất" is asked where a record says "cấp lại". */
  near(list, forms) {
    const found = [];
    for (let at = 0; at < list.length; at += 1) {
      for (let size = 1; size <= this.longest && at + size <= list.length; size += 1) {
        const others = this.related.get(list.slice(at, at + size).join(" ")) || [];
        const part = size === 1 && !forms[at]?.marks.length && this.beside(list[at], list[at - 1], list[at + 1]);
        if (!part) found.push(...others.filter((other) => fits(other, at, forms)).map((other) => other.term));
      }
    }
    return found;
  }

  /** The readings of a question as slots for `Titles.search`. */
  slots(query, typing) {
    const same = query.said.join() === query.meant.join();
    const extra = query.near.flatMap((list) =>
      grams(list).map((term) => ({ forms: [[term, (same ? 0.5 : 1) * RELATED / Math.max(1, list.length - 1)]], extra: true })),
    );
    const said = this.reading(query.said, typing);
    return same ? [[...said, ...extra]] : [[...this.reading(query.meant, typing), ...extra], said];
  }

  reading(list, typing) {
    return list.flatMap(([word, weight, typed], n) => {
      const before = list[n - 1]?.[0];
      const open = typing && n === list.length - 1;
      const other = typed && !open ? this.meant(word, before, list[n + 1]?.[0]) : null;
      const forms = other ? [[word, 1], [other, MEANT]] : [[word, 1]];
      const share = weight * (FILLERS.has(word) ? FILLER : /^\d+$/.test(word) ? NUMBER : 1);
      const alone = open ? [...forms, ...this.titles.beginning(word).map((one) => [one, BEGUN])] : forms;
      const slots = [{ forms: alone.map(([form, part]) => [form, part * share]) }];
      if (!n) return slots;
      const loose = weight * (FILLERS.has(word) || FILLERS.has(before) ? LOOSE : 1);
      const pairs = forms.map(([form, part]) => [`${before} ${form}`, part * loose]);
      if (open) pairs.push(...this.titles.beginning(`${before} ${word}`).map((one) => [one, loose]));
      return [...slots, { forms: pairs, extra: true }];
    });
  }
}

/** The words of a text with their marks apart, wherever a tone was placed, and hỏi as ngã: "hoà" is "hòa". */
const spelt = (text) =>
  (text.toLowerCase().replace(/đ/g, "d").match(WORD) || []).map((word) => {
    const apart = word.normalize("NFD").replace(/\u0303/g, "\u0309");
    return { marks: [...new Set(apart.match(/\p{M}/gu) || [])] };
  });

/**
 * Whether what was typed from `at` on may be that name: marks may be left out but not be others. A single syllable
 * without marks among words with marks is itself.
 */
const fits = (other, at, typed) => {
  const some = typed.slice(at, at + other.forms.length);
  const bare = some.every((form) => !form.marks.length);
  if (some.length === 1 && bare && other.forms[0].marks.length) return typed.every((form) => !form.marks.length);
  return some.every(({ marks }, n) => marks.every((mark) => other.forms[n].marks.includes(mark)));
};

/** All that one slip of the finger, or the sound of another region, makes of a word. */
function* slips(word) {
  for (let at = 0; at <= word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (tail) yield head + tail.slice(1);
    if (tail.length > 1) yield head + tail[1] + tail[0] + tail.slice(2);
    for (const letter of LETTERS) {
      yield head + letter + tail;
      if (tail) yield head + letter + tail.slice(1);
    }
  }
  for (const pair of SOUNDS)
    for (const [one, other] of [pair, [...pair].reverse()]) if (word.startsWith(one)) yield other + word.slice(one.length);
  for (const pair of ENDS)
    for (const [one, other] of [pair, [...pair].reverse()]) if (word.endsWith(one)) yield word.slice(0, -one.length) + other;
}

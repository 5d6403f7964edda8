/* Reads what somebody typed: codes, slips of the finger, Telex and VNI, words of a question, other names. */

import { from, Related, sayings } from "./related.js";
import { senses } from "./senses.js";
import { toldOf } from "./whom.js";
import { alike, fold, marks, mayBe, syllables, WORD } from "./words.js";

const CODE = /(?<![\d/])(\d)([.,\s]?)(\d{6})(?![\d/])/;
/** A code that is still being typed. */
const CODE_BEGUN = /^\s*(\d)[.,](\d{1,5})\s*$/;
/** What the national database writes behind a code, for all offices alike. */
const CODE_TAIL = /^(?:\.\d{3})?(?:\.\d{2}){0,2}(?:\.h\d+)?/i;
const CODE_END = /(?<![\d.,/])(\d{6})(?![\d/])/;
const LETTERS = "abcdeghiklmnopqrstuvxy";
/** Sounds that are one in some region, and so are written one for the other. */
const SOUNDS = [["tr", "ch"], ["s", "x"], ["gi", "d"], ["r", "d"], ["gi", "r"], ["d", "v"], ["l", "n"], ["c", "k"], ["qu", "k"], ["ng", "ngh"], ["g", "gh"]];
const ENDS = [["n", "ng"], ["t", "c"], ["i", "y"], ["n", "nh"], ["t", "ch"]];
/** What a word that was not typed counts when it may have been meant. */
const MEANT = 0.5;
/** Leftovers of Telex and VNI are likelier than a slip; so are two words that were typed as one. */
const UNTYPED = 3;
/** How many syllables more than were typed another name counts: initials stand for many, words for about as many. */
const INITIAL_SPREAD = 3;
const SPREAD = 1;
/** Syllables that hold a question together. They are also parts of names, so they count little, not nothing. */
const FILLERS = new Map();
for (const word of (
  "ai anh bà bác bảo bị bởi cái cần chỉ chị cha cháu cho chồng chưa chúng có con cô cũng của đã đang đây để đến đi do được em gì " +
  "giờ hay hỏi hôm hồi khác khi không là làm lỡ loi lúc luôn mà má mất mẹ mình mới mọi một muốn nào này nay nếu nhà nhưng những ở ông " +
  "phải qua quá ra rồi sang sao sẽ tại theo thế thì tiền tôi tớ từ tự và vào về vì vị vợ vô vo với vừa xin xong"
).split(" "))
  FILLERS.set(fold(word), [...(FILLERS.get(fold(word)) || []), marks(word)[0]]);
const FILLER = 0.25;
/** What a name counts that has a word with other marks than were typed. */
const ASTRAY = 0.1;
/** What two words together count when one of them is such a syllable. */
const LOOSE = 0.4;
/** What a word counts of which only the beginning was typed. */
const BEGUN = 0.6;
/** A year or a number is what tells one plan or budget from the next. */
const NUMBER = 1.5;
/** Of a long question, what a number counts: how old somebody is names no page. */
const COUNTED = 0.5;
const TOLD = 6;
/** After one of these words stands what is wanted; in so long a question the rest is a story. */
const WISHES = ["muon", "mun", "xin"];
const STORY = 8;
const BEFORE = 0.75;
const AFTER = 1.25;
/** What two words together count beside what each does. */
const PAIRED = 1.2;
/** Small numbers as names write them. */
const NUMERALS = new Map(
  "một hai ba bốn năm sáu bảy tám chín mười".split(" ").map((word, n) => [`${n + 1}`, [fold(word), 1, false, marks(word)[0]]]),
);
/** The quarters of a year as titles write them. */
const QUARTERS = { 1: "i", 2: "ii", 3: "iii", 4: "iv" };
/** So many letters that make no syllable may be the initials of as many. */
const INITIALS = 3;
/** No two syllables that were typed as one have so many letters. */
const SPELLED = 24;
/** Folded syllables as Vietnamese builds them, whether the site knows them or not. */
const SYLLABLE = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/;
/** Syllables that are written with i or with y, for the same sound. */
const TWIN = /^(?:[hklmst]|qu)[iy]$/;
/** How old somebody is, in short. */
const AGED = /^\d{1,2}t$/;
/** What only Telex and VNI leave behind. */
const TYPED = /[a-z]\d|dd|w|([aeo])[a-z]*\1/;
const SYMBOL = /\d+\/[\p{L}\d/-]+/gu;

export class Reader {
  /** `language` is what the first part of the index says of the site's words; `titles` knows which words are neighbours. */
  constructor(language, titles) {
    this.titles = titles;
    this.known = new Set(language.syllables.split(" "));
    this.others = new Map();
    this.guesses = new Map();
    this.longest = 1;
    for (const other of sayings(language.thesaurus)) {
      const { said, term } = other;
      this.longest = Math.max(this.longest, said.length);
      if (!this.others.has(said.join(" "))) this.others.set(said.join(" "), other);
      for (const one of [...term, ...said]) this.known.add(one);
    }
    this.related = new Related(this);
    this.phrases = new Map();
    this.longestStop = 1;
    for (const phrase of language.stops) {
      const said = syllables(phrase);
      this.longestStop = Math.max(this.longestStop, said.length);
      this.phrases.set(said.join(" "), [...(this.phrases.get(said.join(" ")) || []), marks(phrase)]);
      for (const one of said) this.known.add(one);
    }
  }

  /** Take in which words often go with which; `tells` says of a syllable whether it may be the one that tells most. */
  relate(entries, tells) {
    for (const other of sayings(entries)) this.related.take(other, tells);
  }

  /** Words, with a space between each two, that are no slips. */
  learn(words) {
    for (const word of syllables(words)) this.known.add(word);
    this.renew();
  }

  /**
   * What is asked: { text, code, ending, words, said, meant, near, senses, told, changed }. `words` are all syllables, put right;
   * `said` are the syllables as typed, put right; `meant` the same in the words of records. `near` are names that
   * often go with it, `senses` what each word may stand for, and `told` whom it tells of. `changed` tells of each word how it was put right, or is null. With `typing` the last word may be unfinished and is left alone.
   */
  read(written, typing = false) {
    const seen = written.normalize("NFKC").replace(/\p{Cf}/gu, ""); // what is pasted has signs that nobody sees
    const [code, text] = this.coded(seen);
    const typed = text.match(WORD) || [];
    const folded = typed.map(fold);
    const guess = folded.map((word) => this.untype(word)[0] || word);
    const righted = guess.map((word, n) => {
      const open = typing && n === guess.length - 1;
      return open ? [word] : this.spell(folded[n], guess[n - 1], guess[n + 1]);
    });
    const said = righted.flat();
    const forms = marks((said.length === typed.length ? typed : said).join(" "));
    const needs = needed(said);
    const symbols = new Set((text.match(SYMBOL) || []).flatMap(syllables));
    const asked = said.map((word, n) => [word, needs[n], true, forms[n]]);
    const whole = [];
    const meant = this.strip(this.translate(said, forms, symbols, needs, whole));
    const near = this.related.near(asked, whole.map(([, , places]) => places));
    const stopped = this.stopped(asked);
    const told = asked.flatMap(([word, need, , written], n) => (stopped.has(n) ? [] : [[n, word, need * this.tells(word, written)]]));
    return {
      text,
      code,
      ending: code ? "" : (text.match(CODE_END) || [""])[0],
      words: said,
      said: this.strip(asked),
      meant,
      near,
      senses: senses(told, [...whole, ...near]),
      told: toldOf(folded.join(" ")),
      changed:
        said.join(" ") === folded.join(" ")
          ? null
          : typed.map((word, n) => ({ typed: word, right: righted[n].join(" ") })),
    };
  }

  /** The code in a text, as far as it was typed, and what else stands there: the digits of a code are no words. */
  coded(text) {
    const [begun, ...parts] = text.match(CODE_BEGUN) || [];
    if (begun) return [parts.join("."), ""];
    const found = text.match(CODE);
    const code = found ? `${found[1]}.${found[3]}` : "";
    if (!found || !(found[2].trim() || this.titles.codes.has(code))) return ["", text]; // a telephone number, more likely
    const behind = text.slice(found.index + found[0].length).replace(CODE_TAIL, "");
    return [code, `${text.slice(0, found.index)} ${behind}`.trim()];
  }

  /** How much a word says, for choosing some of many. */
  tells(word, written = "") {
    return this.titles.weight(word) * (fills(word, written) ? FILLER : 1);
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
    if (AGED.test(word)) return [word.slice(0, -1), "tuoi"];
    if (TWIN.test(word)) return [this.twin(word, before, after)];
    if (this.has(word) || word.length < 2 || word.length > SPELLED || /^\d+$/.test(word)) return [word];
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
   * Other names in the words of records, the longest first, as [syllable, weight, whether it was typed, its marks]. A name of many syllables in place
   * of few does not count more than it did.
   */
  translate(list, forms, symbols, needs, whole) {
    const out = [];
    for (let at = 0; at < list.length; ) {
      let size = Math.min(this.longest, list.length - at);
      let meant;
      for (; size && !meant; size -= meant ? 0 : 1) {
        const other = this.others.get(list.slice(at, at + size).join(" "));
        if (other && (size > 1 || !symbols.has(list[at])) && this.fits(other, list, from(at, size), forms) && !within(list, at, size, other.term)) meant = other;
      }
      const quarter = list[at - 1] === "quy" && QUARTERS[list[at]];
      if (!meant) out.push(quarter ? [quarter, needs[at], true, ""] : NUMERALS.get(list[at]) || [list[at], needs[at], true, forms[at]]);
      else {
        whole.push([meant.term, 1, from(at, size)]);
        const weight = Math.min(1, (size + (size > 1 ? SPREAD : INITIAL_SPREAD)) / meant.term.length);
        meant.marks ||= marks(meant.name);
        meant.term.forEach((word, n) => out.push([word, weight * needs[at], false, meant.marks[n]]));
      }
      at += size || 1;
    }
    return out;
  }

  /** Without the words of a question, unless nothing is left. */
  strip(list) {
    const stopped = this.stopped(list);
    const out = list.filter((_, n) => !stopped.has(n));
    return out.length ? out : list;
  }

  /** The places of the words of a question, the longest phrases first. "có căn cước" is not "có cần". */
  stopped(list) {
    const places = new Set();
    for (let at = 0; at < list.length; ) {
      let size = Math.min(this.longestStop, list.length - at);
      while (size && !this.stops(list.slice(at, at + size))) size -= 1;
      for (const place of from(at, size)) places.add(place);
      at += size || 1;
    }
    return places;
  }

  /** Whether some words, with the marks they were typed with, are of a question and tell nothing. */
  stops(list) {
    const phrases = this.phrases.get(list.map(([word]) => word).join(" ")) || [];
    return phrases.some((forms) => list.every(([, , , typed], n) => mayBe(typed, forms[n]) || mayBe(alike(typed), forms[n])));
  }

  /**
   * Whether what was typed at some places may be that name: marks may be left out but not be others. A single syllable
   * without marks among words with marks is itself, and so is one with marks that is known so.
   */
  fits(other, list, places, typed) {
    const some = places.map((place) => typed[place]);
    const forms = (other.forms ||= marks(other.variant));
    const may = (form, n) => mayBe(form, forms[n]);
    if (some.length > 1) return some.every((form, n) => may(form, n) || may(alike(form), n));
    const [form] = some;
    if (form === forms[0]) return true;
    return form ? may(form, 0) && !this.titles.isWritten(list[places[0]], form) : typed.every((one) => !one);
  }

  /** The readings of a question as slots for `Titles.search`. */
  slots(query, typing) {
    const same = query.said.join() === query.meant.join();
    const extra = this.related.slots(query);
    const said = this.reading(query.said, typing);
    return same ? [[...said, ...extra]] : [[...this.reading(query.meant, typing), ...extra], said];
  }

  reading(list, typing) {
    return list.flatMap(([word, weight, typed, written], n) => {
      const before = list[n - 1];
      const open = typing && n === list.length - 1;
      const other = typed && !open ? this.meant(word, before?.[0], list[n + 1]?.[0]) : null;
      const forms = other ? [[word, 1], [other, MEANT]] : [[word, 1]];
      const marked = `${word}|${written}`;
      const sure = written && !open && this.titles.count(marked);
      const filler = fills(word, written);
      const share = weight * (filler ? FILLER : /^\d+$/.test(word) ? (list.length < TOLD ? NUMBER : COUNTED) : 1);
      const alone = open ? [...forms, ...this.titles.beginning(word).map((one) => [one, BEGUN])] : forms;
      const exact = sure ? [[marked, 1], ...alone.map(([form, part]) => [form, part * ASTRAY])] : alone;
      const slots = [{ forms: exact.map(([form, part]) => [form, part * share]) }];
      if (!n) return slots;
      const loose = weight * PAIRED * (filler || fills(before[0], before[3]) ? LOOSE : 1);
      const pairs = forms.map(([form, part]) => [`${before[0]} ${form}`, part * loose]);
      if (open) pairs.push(...this.titles.beginning(`${before[0]} ${word}`).map((one) => [one, loose]));
      return [...slots, { forms: pairs, extra: true }];
    });
  }
}

/** What each word of a question counts: of a long one, the story counts less than what somebody wants after it. */
const needed = (list) => {
  const wish = Math.max(...WISHES.map((word) => list.lastIndexOf(word)));
  const told = list.length >= STORY && wish > 0 && wish < list.length - 2;
  return list.map((_, n) => (!told ? 1 : n < wish ? BEFORE : AFTER));
};

/** Whether a term stands in a list so that it has the words from `at` on among its own. */
const within = (list, at, size, term) => {
  for (let start = Math.max(0, at + size - term.length); start <= at; start += 1)
    if (term.every((word, n) => list[start + n] === word)) return true;
  return false;
};

/** Whether a word, with the marks it was typed with, may be one of those that hold a question together. */
const fills = (word, written) => Boolean(FILLERS.get(word)?.some((some) => !written || some === written));

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

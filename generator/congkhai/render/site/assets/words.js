/* Vietnamese as people type it. The index copies write đ as a marked d; `restore` turns it back. */

const MARK = "\u0345";

/** Small letters without marks, đ as d: "Đất đai" becomes "dat dai". */
export const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();

/** Stands between texts that are folded together, which takes a fraction of the time. */
const BETWEEN = "\u001f";

/** The same of many texts at once. */
export const folded = (texts) => fold(texts.join(BETWEEN)).split(BETWEEN);

/** The syllables and numbers of a folded text. */
export const parted = (text) => text.match(/[a-z0-9]+/g) || [];

/** The folded syllables and numbers of a text. */
export const syllables = (text) => parted(fold(text));

/** What stands between spaces and signs. */
export const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const shapes = new Map();

/**
 * The marks of each word of a text, as letters in their order, wherever a tone was placed: "hoà" has those of "hòa". The
 * stroke of đ is a mark, too.
 */
export const marks = (text) => (text.normalize("NFC").toLowerCase().match(WORD) || []).map(shape);

const shape = (word) => {
  let known = shapes.get(word);
  if (known === undefined) {
    const apart = word.normalize("NFD").replace(/đ/g, "\u0335");
    known = [...new Set(apart.match(/\p{M}/gu) || [])].sort().join("");
    shapes.set(word, known);
  }
  return known;
};

/** Whether what was typed with some marks may be a word with others: marks may be left out but not be others. */
export const mayBe = (typed, other) => [...typed].every((mark) => other.includes(mark));

const TONES = { "\u0303": "\u0309", "\u0309": "\u0303" };

/** The same marks with ngã for hỏi or hỏi for ngã, which sound alike in half of the country. */
export const alike = (typed) => [...typed].map((mark) => TONES[mark] || mark).sort().join("");

/** Syllables and, between them, each two that stand together: "khai sinh" is more than "khai" and "sinh". */
export const grams = (list) => list.flatMap((one, n) => (n ? [one, `${list[n - 1]} ${one}`] : [one]));

/** Text from the index as people read it. */
export const restore = (text) => text.replaceAll("d" + MARK, "đ").replaceAll("D" + MARK, "Đ");

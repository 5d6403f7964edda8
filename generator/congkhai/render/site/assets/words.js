/* Vietnamese as people type it. The index copies write đ as a marked d; `restore` turns it back. */

const MARK = "\u0345";

/** Small letters without marks, đ as d: "Đất đai" becomes "dat dai". */
export const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();

/** The folded syllables and numbers of a text. */
export const syllables = (text) => fold(text).match(/[a-z0-9]+/g) || [];

/** Syllables and, between them, each two that stand together: "khai sinh" is more than "khai" and "sinh". */
export const grams = (list) => list.flatMap((one, n) => (n ? [one, `${list[n - 1]} ${one}`] : [one]));

/** Text from the index as people read it. */
export const restore = (text) => text.replaceAll("d" + MARK, "đ").replaceAll("D" + MARK, "Đ");

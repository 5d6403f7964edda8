/* Vietnamese as people type it. The index copies write đ as a marked d; `restore` turns it back. */

const MARK = "\u0345";

/** Small letters without marks, đ as d: "Đất đai" becomes "dat dai". */
export const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();

/** What is typed, in the spelling of the index: marks kept, đ as a marked d. */
export const marked = (text) => text.normalize("NFC").replaceAll("đ", "d" + MARK).replaceAll("Đ", "D" + MARK);

/** Text from the index as people read it. */
export const restore = (text) => text.replaceAll("d" + MARK, "đ").replaceAll("D" + MARK, "Đ");

/** The words of a text: runs of letters and digits, a code such as 1.001193 in one piece. */
export const words = (text) => text.match(/\d\.\d{6}|[\p{L}\p{M}\p{N}]+/gu) || [];

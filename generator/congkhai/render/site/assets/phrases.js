/* Phrases as the index writes them: each word is one character that numbers it. */

/** The number of the first word's character. */
const BASE = 0x23;
/** Numbers that no character has. */
const [NONE, NEXT] = [0xd800, 0xe000];

/** Entries of a thesaurus, each its term and its variants, from their characters and the words that these number. */
export const phrases = (text, words) => {
  const known = words.split(" ");
  const word = (character) => {
    const code = character.codePointAt(0);
    return known[code - BASE - (code < NEXT ? 0 : NEXT - NONE)];
  };
  const phrase = (characters) => Array.from(characters, word).join(" ");
  return text ? text.split("!").map((entry) => entry.split(" ").map(phrase)) : [];
};

/* What the words of a question may stand for, and how much of them the names of a page explain. */

/** What counts of a way to say something when a name has only some of its words: nearly all must be there. */
const STRICT = 3;

/**
 * The senses of the words of a question, each as { weight, ways }: a way is [syllables, how likely it is meant], the word itself first.
 * `words` are [place, syllable, weight]; `others` are names that were understood at some places: [syllables, how likely, places].
 */
export const senses = (words, others) =>
  words.map(([place, word, weight]) => {
    const meant = others.filter(([, , places]) => places.includes(place));
    return { weight, ways: [[[word], 1], ...meant.map(([term, tells]) => [term, Math.min(1, tells)])] };
  });

/** How much each of some senses is explained by the best of a page's names, which are sets of syllables; `weigh` weighs a syllable. */
export const explained = (some, names, weigh) => some.map(({ weight, ways }) => weight * Math.max(...ways.map(([term, likely]) => likely * most(term, names, weigh))));

/** The share of a way to say something that one of the names has, from 0 to 1. */
const most = (term, names, weigh) => {
  const tells = term.map(weigh);
  const whole = total(tells) || 1;
  return Math.max(...names.map((name) => total(tells.filter((_, n) => name.has(term[n]))) / whole)) ** STRICT;
};

export const total = (numbers) => numbers.reduce((sum, number) => sum + number, 0);

/**
 * Takes out of the design system's sheets what this site does not use: nine tenths of what they say is about variants
 * that no template has, and about tokens that nobody sets. What a reader sees is the same.
 */

const OURS_TO_SETTLE = /^--_?(utrecht|nl)-/;
const INVALID = "\0";

/** Returns the names of the design system's classes in a style sheet. */
export function classesOf(css) {
  return [...new Set([...css.matchAll(/\.((?:utrecht|nl)-[\w-]+)/g)].map(([, name]) => name))];
}

/**
 * Returns the style sheet without the design system's tokens that nobody sets. It must be minified.
 *
 * A token that is not set has its fallback; where there is none, the declaration is invalid, which is `unset` for a
 * property and `initial` for another token. So each rule keeps its place and its effect.
 */
export function settled(css) {
  for (;;) {
    const set = namesSet(css);
    const always = alwaysSet(css);
    const changed = withoutUnasked(css.replace(/([{;])([\w-]+):([^;{}]*)/g, (all, before, property, value) => {
      if (!value.includes("var(")) return all;
      const known = filledIn(value, set, always);
      if (!known.includes(INVALID) && !isMixed(known)) return `${before}${property}:${known}`;
      return `${before}${property}:${property.startsWith("--") ? "initial" : "unset"}`;
    }));
    if (changed === css) return css;
    css = changed;
  }
}

/** The tokens that have a value somewhere; `initial` is none. */
function namesSet(css) {
  const declared = [...css.matchAll(/[{;](--[\w-]+):([^;{}]*)/g)];
  return new Set(declared.filter(([, , value]) => value !== "initial").map(([, name]) => name));
}

/**
 * The tokens that the root of the page gives a value, and nothing else does: name and value. Such a token never has its
 * fallback, and where its value asks for no other token it may stand in its place.
 */
function alwaysSet(css) {
  const counts = new Map();
  for (const [, name] of css.matchAll(/[{;](--[\w-]+):/g)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const found = new Map();
  let depth = 0;
  for (const [all, selector, block] of css.matchAll(/([^{}]*)\{([^{}]*)\}|[^{}]*\{|\}/g)) {
    if (all === "}") depth--;
    else if (block === undefined) depth++;
    else if (depth === 0 && selector.trim() === ":root") {
      for (const [, name, value] of block.matchAll(/(?:^|;)(--[\w-]+):([^;]*)/g)) {
        const isValue = !/^(initial|inherit|unset|revert)$/.test(value);
        if (isValue && OURS_TO_SETTLE.test(name) && counts.get(name) === 1) found.set(name, value);
      }
    }
  }
  return found;
}

/** A value in which every token that nobody sets has become its fallback, or INVALID. */
function filledIn(value, set, always) {
  const start = value.indexOf("var(--");
  if (start < 0) return value;
  let depth = 0;
  let comma = -1;
  let end = start + "var".length;
  for (; ; end++) {
    if (value[end] === "(") depth++;
    else if (value[end] === ")" && --depth === 0) break;
    else if (value[end] === "," && depth === 1 && comma < 0) comma = end;
  }
  const name = value.slice(start + "var(".length, comma < 0 ? end : comma);
  const fallback = comma < 0 ? INVALID : filledIn(value.slice(comma + 1, end), set, always);
  const valid = !fallback.includes(INVALID);
  const isSet = set.has(name) || !OURS_TO_SETTLE.test(name);
  let known = valid ? fallback : INVALID;
  if (always.has(name)) known = always.get(name).includes("var(") ? `var(${name})` : always.get(name);
  else if (isSet) known = `var(${name}${valid ? `,${fallback}` : ""})`;
  return value.slice(0, start) + known + filledIn(value.slice(end + 1), set, always);
}

/** Whether a word that can only be a whole value is part of one: such a value is as invalid as one without a token. */
function isMixed(value) {
  return !value.includes("var(") && /\b(initial|inherit|unset|revert)\b/.test(value) && /[^a-z]/.test(value);
}

/** The sheet without the design system's tokens that nothing asks for, and those that are set to nothing everywhere. */
function withoutUnasked(css) {
  const asked = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const set = namesSet(css);
  return css.replace(/(?<=[{;])(--[\w-]+):[^;{}]*;?/g, (all, name) =>
    OURS_TO_SETTLE.test(name) && !(asked.has(name) && set.has(name)) ? "" : all);
}

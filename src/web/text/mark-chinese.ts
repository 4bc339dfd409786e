// What stands in Chinese on an English page says so: names of places and people, papers, a pack's texts. They
// come from data into hundreds of places, so they are looked for where they arrive, not where they are written.

/** Also tells our own marks from the `lang` a page gave itself, which is never touched. */
const mark = 'data-in-chinese';
const han = /\p{Script=Han}/u;
/** Letters that stand for themselves in Chinese too (`GPS`, `A`) are capitals; English words are not. */
const english = /[a-z]/;
/** A field belongs to whoever types in it, and an editor of texts undoes what it did not write itself. */
const leftAlone = 'script, style, textarea, [contenteditable]';

/**
 * Marks the smallest parts below a root that are Chinese, now and whenever something changes, until the
 * answer is called. A sentence of English around a name stays one: names in it need no mark (WCAG 3.1.2).
 */
export function markChinese(root: Element): () => void {
  // Before the next frame is laid out: a mark that came later would have its words laid out twice.
  const observer = new MutationObserver((changes) => {
    const parts = new Set<Element>();
    for (const { target, addedNodes } of changes) {
      const part = target instanceof Element ? target : target.parentElement;
      if (part === null) continue;
      // English may have come below what was Chinese as a whole.
      const whole = part.closest(`[${mark}]`);
      if (whole !== null) parts.add(whole);
      parts.add(part);
      for (const added of addedNodes) if (added instanceof Element) gatherParts(added, parts);
    }
    for (const part of parts) judge(part);
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  judgeBelow(root);
  return () => {
    observer.disconnect();
    for (const part of root.querySelectorAll(`[${mark}]`)) unmark(part);
  };
}

function judgeBelow(root: Element): void {
  const parts = new Set<Element>();
  gatherParts(root, parts);
  for (const part of parts) judge(part);
}

/** Outer parts before inner ones: what stands in a marked part needs no mark of its own. */
function gatherParts(root: Element, into: Set<Element>): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    if (han.test(text.nodeValue ?? '') && text.parentElement !== null) into.add(text.parentElement);
  }
}

function judge(part: Element): void {
  const isChinese = saysChinese(part);
  if (part.hasAttribute(mark)) {
    if (isChinese) return;
    unmark(part);
    // Inner parts relied on it.
    judgeBelow(part);
  } else if (isChinese && part.closest(leftAlone) === null) {
    if (part.closest('[lang]')?.getAttribute('lang')?.startsWith('zh') === true) return;
    if (part.hasAttribute('lang')) return;
    part.setAttribute('lang', 'zh-CN');
    part.setAttribute(mark, '');
  }
}

function unmark(part: Element): void {
  part.removeAttribute('lang');
  part.removeAttribute(mark);
}

/** Some text of its own is Chinese, and nothing in it is read in English. */
function saysChinese(part: Element): boolean {
  let own = false;
  for (let node = part.firstChild; node !== null && !own; node = node.nextSibling) {
    own = node.nodeType === Node.TEXT_NODE && han.test(node.nodeValue ?? '');
  }
  if (!own || english.test(part.textContent ?? '') || english.test(nameOf(part))) return false;
  return (
    part.firstElementChild === null ||
    [...part.querySelectorAll('[aria-label]')].every((inner) => !english.test(nameOf(inner)))
  );
}

/** Read instead of the words. */
function nameOf(part: Element): string {
  return part.getAttribute('aria-label') ?? '';
}

// The server escapes every word of an article. This does not rest on that: of the HTML that comes, only
// these elements and attributes are built anew, and everything else is left out or shown as text.

const ELEMENTS: ReadonlySet<string> = new Set([
  "article", "h1", "h2", "h3", "h4", "h5", "h6", "p", "span",
  // What cards are made of.
  "strong", "em", "code", "ul", "ol", "li", "hr", "br", "blockquote",
]);

const ATTRIBUTES: ReadonlySet<string> = new Set([
  "class", "dir", "lang", "data-line", "data-range", "data-quotation", "data-entity", "data-speakers",
]);

/** Elements whose content is no text for readers. */
const UNREAD: ReadonlySet<string> = new Set(["script", "style", "template", "iframe", "object", "noscript", "textarea", "title"]);

/** Builds what is harmless of HTML. A document that is parsed so runs nothing and fetches nothing. */
export function harmless(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  copy(new DOMParser().parseFromString(html, "text/html").body, fragment);
  return fragment;
}

function copy(from: Node, to: Node): void {
  for (const node of from.childNodes) {
    if (node instanceof Text) {
      to.appendChild(document.createTextNode(node.data));
    } else if (node instanceof Element && !UNREAD.has(node.localName)) {
      copy(node, ELEMENTS.has(node.localName) ? to.appendChild(rebuilt(node)) : to);
    }
  }
}

function rebuilt(element: Element): HTMLElement {
  const made = document.createElement(element.localName);
  for (const { name, value } of element.attributes) {
    if (ATTRIBUTES.has(name)) {
      made.setAttribute(name, value);
    } else if (name === "title") {
      // Cards say more than the browser's own tooltips, which would stand beside them.
      made.dataset["title"] = value;
    }
  }
  return made;
}

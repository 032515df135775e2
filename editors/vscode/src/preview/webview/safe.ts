// The server escapes every word of an article. This does not rest on that: of the HTML that comes, only
// listed elements and attributes are built anew, and everything else is left out or shown as text.

/** What an article is made of, or a card. */
export interface Allowed {
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
}

export const ARTICLE: Allowed = {
  elements: ["article", "h1", "h2", "h3", "h4", "h5", "h6", "p", "span"],
  attributes: ["class", "dir", "lang", "data-line", "data-range", "data-quotation", "data-entity", "data-speakers"],
};

export const CARD: Allowed = {
  elements: ["p", "strong", "em", "code", "ul", "ol", "li", "hr", "br", "blockquote"],
  attributes: [],
};

/** Elements whose content is no text for readers. */
const UNREAD: readonly string[] = ["script", "style", "template", "iframe", "object", "noscript", "textarea", "title"];

/** Builds what is harmless of HTML. A document that is parsed so runs nothing and fetches nothing. */
export function harmless(html: string, allowed: Allowed): DocumentFragment {
  const fragment = document.createDocumentFragment();
  copy(new DOMParser().parseFromString(html, "text/html").body, fragment, allowed);
  return fragment;
}

function copy(from: Node, to: Node, allowed: Allowed): void {
  for (const node of from.childNodes) {
    if (node instanceof Text) {
      to.appendChild(document.createTextNode(node.data));
    } else if (node instanceof Element && !UNREAD.includes(node.localName)) {
      const isAllowed = allowed.elements.includes(node.localName);
      copy(node, isAllowed ? to.appendChild(rebuilt(node, allowed)) : to, allowed);
    }
  }
}

function rebuilt(element: Element, { attributes }: Allowed): HTMLElement {
  const made = document.createElement(element.localName);
  for (const { name, value } of element.attributes) {
    if (attributes.includes(name)) {
      made.setAttribute(name, value);
    } else if (name === "title") {
      // Cards say more than the browser's own tooltips, which would stand beside them.
      made.dataset["title"] = value;
    }
  }
  return made;
}

// Formatted text of a survey: what the list allows is drawn, the words of all else stay, and nothing runs or is fetched.
const allowed = new Set([
  ...['P', 'BR', 'B', 'STRONG', 'I', 'EM', 'U', 'SMALL', 'SUB', 'SUP', 'HR', 'BLOCKQUOTE'],
  ...['UL', 'OL', 'LI', 'DL', 'DT', 'DD', 'H2', 'H3', 'H4', 'DIV', 'SPAN', 'A'],
  ...['TABLE', 'CAPTION', 'THEAD', 'TBODY', 'TR', 'TH', 'TD'],
]);
/** Their words are no text either. */
const dropped = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'TITLE', 'TEXTAREA']);
const address = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

const copyInto = (target: Element, source: Node): void => {
  const page = target.ownerDocument;
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) target.append(node.textContent ?? '');
    else if (node instanceof Element && !dropped.has(node.tagName.toUpperCase())) {
      const isAllowed = allowed.has(node.tagName) && node.namespaceURI === 'http://www.w3.org/1999/xhtml';
      const copy = isAllowed ? page.createElement(node.tagName) : target;
      const link = node.getAttribute('href')?.trim();
      if (isAllowed && node.tagName === 'A' && link && address.test(link)) {
        copy.setAttribute('href', link);
        copy.setAttribute('target', '_blank');
        copy.setAttribute('rel', 'noreferrer');
      }
      copyInto(copy, node);
      if (isAllowed) target.append(copy);
    }
  }
};

export const safeHtml = (html: string): string => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const clean = page.createElement('div');
  copyInto(clean, page.body);
  return clean.innerHTML;
};

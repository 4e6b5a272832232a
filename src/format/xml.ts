/** Markup that is ready to stand in a document: XML, or HTML that is well-formed XML besides. */
export type Markup = string & { readonly markup: unique symbol };

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; an attribute without a value is left out. */
export function element(name: string, attributes: Attributes, ...content: readonly Markup[]): Markup {
  return `${startTag(name, attributes)}${content.join("")}</${name}>` as Markup;
}

/** An element that has no content. */
export function empty(name: string, attributes: Attributes): Markup {
  return `${startTag(name, attributes).slice(0, -1)}/>` as Markup;
}

/** An element with a line for each of those in it. */
export function block(name: string, attributes: Attributes, inside: readonly Markup[]): Markup {
  if (inside.length === 0) return empty(name, attributes);
  return element(name, attributes, text("\n"), join(inside, "\n"), text("\n"));
}

/** Nothing in a text can turn into markup. */
export function text(written: string | number): Markup {
  return escaped(String(written)) as Markup;
}

/** Text that is markup by itself: style sheets and scripts, in which nothing is escaped. */
export function raw(name: "style" | "script", content: string): Markup {
  return `<${name}>${content}</${name}>` as Markup;
}

export function join(parts: readonly Markup[], between = ""): Markup {
  return parts.join(between) as Markup;
}

/** What an element begins with. */
export function startTag(name: string, attributes: Attributes): Markup {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value)).replaceAll("\n", "&#10;")}"`],
  );
  return `<${name}${written.join("")}>` as Markup;
}

/** No XML may have these, not even as a reference; the others are controls that no text needs. */
const UNWRITABLE =
  /[\u0000-\u0008\v\f\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escaped(written: string): string {
  return written
    .replace(UNWRITABLE, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/\r\n?/g, "\n");
}

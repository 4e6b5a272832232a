/** Markup that is ready to stand in a page. Everything else is text and goes through `escaped`. */
export type Markup = string & { readonly markup: unique symbol };

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; an attribute without a value is left out. */
export function element(name: string, attributes: Attributes, ...content: readonly Markup[]): Markup {
  return `${startTag(name, attributes)}${content.join("")}</${name}>` as Markup;
}

/** An element that never has content. */
export function empty(name: string, attributes: Attributes): Markup {
  return `${startTag(name, attributes).slice(0, -1)} />` as Markup;
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

function startTag(name: string, attributes: Attributes): Markup {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  return `<${name}${written.join("")}>` as Markup;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(written: string): string {
  return written.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

import { element, type Markup, text } from "../xml.js";

/** Words that lead to an address on the web, if it is one: another kind could be made to run something. */
export function linked(words: string, url: string | undefined): Markup {
  if (url === undefined || !/^https?:\/\//i.test(url)) return text(words);
  return element("a", { href: url, rel: "noreferrer" }, text(words));
}

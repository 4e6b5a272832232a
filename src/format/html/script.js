// What the page has only where scripts run. XML lets no ampersand and no less-than sign stand in it.

// shows only the entries that contain every word typed
const main = document.querySelector("main");
const make = (name, attributes, ...content) => {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...content);
  return made;
};
const input = make("input", { id: "words", type: "search", autocomplete: "off" });
const output = make("output", { htmlFor: "words" });
const label = make("label", { htmlFor: "words" }, main.dataset.filter);
const form = make("form", { id: "filter", role: "search" }, label, input, output);
const entries = [...document.querySelectorAll(".entry")].map((entry) => ({
  entry,
  text: entry.textContent.toLowerCase(),
}));
const filter = () => {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const { entry, text } of entries) entry.hidden = !words.every((word) => text.includes(word));
  for (const chapter of document.querySelectorAll(".chapter"))
    chapter.hidden = words.length === 0 ? false : chapter.querySelector(".entry:not([hidden])") === null;
  document.body.classList.toggle("filtered", words.length > 0);
  const shown = entries.filter(({ entry }) => !entry.hidden).length;
  output.textContent = words.length === 0 ? "" : `${shown} of ${entries.length}`;
};
form.addEventListener("submit", (event) => event.preventDefault());
input.addEventListener("input", filter);
if (entries.length > 0) main.prepend(form);

// a picture that is wider than the screen opens where its first question is
for (const frame of document.querySelectorAll(".scroll")) {
  const question = frame.querySelector(".question").getBoundingClientRect();
  const window = frame.getBoundingClientRect();
  frame.scrollLeft += question.left + question.width / 2 - window.left - window.width / 2;
}

// on paper the contents say on which sheet a chapter begins, which no browser tells: the sheets are laid out side by
// side, as columns of their size, while nobody sees it
const layers = [...document.styleSheets[0].cssRules].filter((rule) => rule instanceof CSSMediaRule);
const written = layers.map(({ media }) => media.mediaText);
const onSheets = (measure) => {
  const { scrollX: left, scrollY: top } = window;
  for (const { media } of layers) media.mediaText = media.mediaText === "print" ? "all" : "not all";
  document.documentElement.classList.add("sheets");
  const measured = measure();
  document.documentElement.classList.remove("sheets");
  for (const [index, { media }] of layers.entries()) media.mediaText = written[index];
  scrollTo({ left, top, behavior: "instant" });
  return measured;
};
const links = [...document.querySelectorAll("nav a")];
const number = (sheets) => {
  for (const [index, link] of links.entries()) link.parentElement.dataset.sheet = sheets[index];
};
const sheetsOfLinks = () => {
  const sheet = document.body.getBoundingClientRect();
  return links.map((link) => {
    const { left } = document.getElementById(link.hash.slice(1)).getClientRects()[0];
    return Math.round((left - sheet.left) / sheet.width) + 1;
  });
};
addEventListener("beforeprint", () => {
  number(links.map(() => "000")); // they take their room before they are known
  number(onSheets(sheetsOfLinks)); // all are read before one is written: else everything is laid out again for each
});

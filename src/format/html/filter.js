// Shows only the entries that contain every word typed. XML lets no ampersand and no less-than sign stand in it.
const form = document.getElementById("filter");
const input = form.querySelector("input");
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
  form.querySelector("output").textContent = words.length === 0 ? "" : `${shown} of ${entries.length}`;
};
form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
input.addEventListener("input", filter);
filter();

// Runs the program of a page once its first question can be seen. XML lets no ampersand and no less-than sign stand in it.

const stop = (error) => {
  const { title, remedy } = document.getElementById("program").dataset;
  const [heading, why] = ["h1", "p"].map((name) => document.createElement(name));
  heading.textContent = title;
  why.textContent = `${remedy} (${error?.message ?? error})`;
  document.getElementById("main").replaceChildren(heading, why);
};
addEventListener("error", (event) => stop(event.error ?? event.message));
addEventListener("unhandledrejection", (event) => stop(event.reason));

const run = async () => {
  const packed = atob(document.getElementById("program").textContent);
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const script = document.createElement("script");
  script.textContent = await new Response(unpacked).text();
  document.body.append(script);
};
// a turn after the frame, and so after what stands there has been painted
requestAnimationFrame(() => setTimeout(run));

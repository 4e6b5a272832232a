/** Hands a text to the browser as a file to be saved where somebody says. */
export function saveFile(name: string, text: string, type: "text/yaml" | "text/html"): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

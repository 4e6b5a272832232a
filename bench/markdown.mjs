/** A Markdown table; all but the first column is numbers. */
export function markdownTable(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [
    line(head),
    `|---|${head
      .slice(1)
      .map(() => "---:|")
      .join("")}`,
    ...rows.map(line),
  ].join("\n");
}

/** Three digits say enough. */
export function figure(number) {
  return number.toLocaleString("en", { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
}

/** A count. */
export function whole(number) {
  return number.toLocaleString("en");
}

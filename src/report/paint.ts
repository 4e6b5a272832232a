/** How a text is made to stand out. Colour only repeats what the words say. */
export interface Paint {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly urgent: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly place: (text: string) => string;
  readonly gutter: (text: string) => string;
  readonly help: (text: string) => string;
}

const same = (text: string): string => text;

export const noPaint: Paint = {
  title: same,
  heading: same,
  urgent: same,
  quiet: same,
  error: same,
  warning: same,
  place: same,
  gutter: same,
  help: same,
};

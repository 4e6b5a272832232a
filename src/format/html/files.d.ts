// what is bundled as text

declare module "*/script.js" {
  const text: string;
  export default text;
}

declare module "*/boot.js" {
  const text: string;
  export default text;
}

declare module "*.css" {
  const text: string;
  export default text;
}

// what is bundled as text

declare module "*/order-triage.bash" {
  const text: string;
  export default text;
}

declare module "*/order-triage.zsh" {
  const text: string;
  export default text;
}

declare module "*/order-triage.fish" {
  const text: string;
  export default text;
}

declare module "*/order-triage.ps1" {
  const text: string;
  export default text;
}

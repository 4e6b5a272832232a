/** A question with its choices, as it stands on a page. */
export interface ShownChoice {
  /** Where the question stands, such as its number; absent where it stands by itself. */
  readonly place?: string | undefined;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly why?: string | undefined;
  readonly options: readonly ShownOption[];
  /** Whether the last option stands apart. */
  readonly keepsLast: boolean;
  /** What it means that several are ticked: that it is one of them, or all; absent where only one can be chosen. */
  readonly several?: "one" | "all" | undefined;
  /** Whether options are ticked to begin with, and not one of them chosen. */
  readonly isTicking: boolean;
  /** What can be done instead of answering. */
  readonly buttons: readonly { readonly says: string; readonly letter: string }[];
}

export interface ShownOption {
  readonly says: string;
  readonly isChecked: boolean;
  /** Whether nothing else can be ticked beside it. */
  readonly isAlone: boolean;
}

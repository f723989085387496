import type { BodyPart } from "../body.ts";

/** What an attribute of a component may hold. */
export interface AttributeRule {
  readonly required?: boolean;
  readonly values?: readonly string[];
  readonly address?: boolean;
}

/** A component that contributed text may use: its attributes, and the HTML or slot that it becomes. */
export interface Component {
  readonly name: string;
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  /** Components in which alone it may stand. */
  readonly within?: string;
  readonly render: (
    props: Readonly<Record<string, string>>,
    children: readonly BodyPart[],
    ordinal: string,
  ) => readonly BodyPart[];
}

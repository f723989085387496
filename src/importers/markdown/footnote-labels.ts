import type { FootnoteDefinition, FootnoteReference } from "mdast";

/** Labels of footnotes that every parser reads alike: those that are plain stay, others get a number. */
export class FootnoteLabels {
  readonly #labels = new Map<string, string>();
  readonly #taken = new Set<string>();

  of(node: FootnoteReference | FootnoteDefinition): { identifier: string; label: string } {
    const label = this.#labels.get(node.identifier) ?? this.#newLabel(node);
    return { identifier: label.toLowerCase(), label };
  }

  #newLabel(node: FootnoteReference | FootnoteDefinition): string {
    const own = node.label ?? node.identifier;
    let label = /^[A-Za-z0-9][A-Za-z0-9_-]{0,60}$/.test(own) ? own : "note-1";
    for (let number = 1; this.#taken.has(label.toLowerCase()); number++) label = `note-${number}`;
    this.#taken.add(label.toLowerCase());
    this.#labels.set(node.identifier, label);
    return label;
  }
}

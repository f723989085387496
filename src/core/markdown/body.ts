/** A body that was compiled once; what depends on the reader is left open in slots. */
export interface Body {
  readonly parts: readonly BodyPart[];
  readonly headings: readonly Heading[];
  /** Addresses of links and images in the order of the text; a place in this list is a `Spot.link`. */
  readonly links: readonly BodyLink[];
  /** Names of the components in use, sorted. */
  readonly components: readonly string[];
  /** Diagrams in the order of the text; a place in this list is a `Spot.diagram`. */
  readonly diagrams: readonly BodyDiagram[];
  /** Words of prose, code left out. */
  readonly words: number;
}

/** Finished HTML, or a slot that the projection fills. */
export type BodyPart = string | LinkSlot | ImageSlot | DiagramSlot | InternalSlot | ComponentSlot;

/** A link within the knowledge base; it becomes text where the reader may not follow it. */
export interface LinkSlot {
  readonly slot: "link";
  readonly href: string;
  readonly title?: string;
  readonly children: readonly BodyPart[];
}

/** A picture of the content folder. */
export interface ImageSlot {
  readonly slot: "image";
  readonly src: string;
  readonly alt: string;
  readonly title?: string;
}

/** A diagram: its drawing, where there is one, and its source. */
export interface DiagramSlot {
  readonly slot: "diagram";
  /** Where its drawing lies in the content folder. */
  readonly path: string;
  readonly source: string;
  readonly title?: string;
  readonly description?: string;
}

/** Text for the internal audience only. */
export interface InternalSlot {
  readonly slot: "internal";
  /** Whether it stands without a frame of its own: part of a list or a line. */
  readonly bare?: true;
  /** Whether it stands within a line. */
  readonly inline?: true;
  readonly children: readonly BodyPart[];
}

/** A component drawn from facts: `Timeline`, `Factors`, `ActionItems`. */
export interface ComponentSlot {
  readonly slot: "component";
  readonly name: string;
  readonly props: Readonly<Record<string, string>>;
}

export interface Heading {
  /** Level as rendered, 2 to 6. */
  readonly depth: number;
  readonly id: string;
  readonly text: string;
  /** Whether it stands in an Internal block. */
  readonly internal: boolean;
  /** Words of prose between it and the next heading of its own or a higher level. */
  readonly words: number;
  /** Whether that prose is only a placeholder such as TODO. */
  readonly placeholder: boolean;
}

export interface BodyLink {
  readonly href: string;
  readonly image: boolean;
  /** Whether it is a picture of another host, which is drawn as a link. */
  readonly remote?: true;
  /** Whether it stands in an Internal block. */
  readonly internal: boolean;
}

export interface BodyDiagram {
  /** Where its drawing lies in the content folder. */
  readonly path: string;
  readonly source: string;
  /** Whether it stands in an Internal block. */
  readonly internal: boolean;
}

/** The body of a file that has none. */
export const EMPTY_BODY: Body = {
  parts: [],
  headings: [],
  links: [],
  components: [],
  diagrams: [],
  words: 0,
};

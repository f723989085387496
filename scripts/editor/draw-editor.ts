import { escapeHtml } from "../../src/core/markdown/escape-html.ts";
import type { EditorAnswer, Place } from "./ask-language-server.ts";

/** A text in an editor, and what the server said of it. */
export interface EditorScene {
  readonly title: string;
  readonly text: string;
  readonly at: Place;
  readonly answer: EditorAnswer;
}

const WIDE = 7.8;
const HIGH = 20;
const LEFT = 44;
const WIDTH = 860;

/** Scenes of an editor under one another as SVG: squiggles where a problem is marked with its words behind the line, and what is offered below the caret. */
export function drawEditor(scenes: readonly EditorScene[]): string {
  let top = 0;
  const parts = scenes.map((scene) => {
    const part = `<g transform="translate(0 ${top})">${drawScene(scene)}</g>`;
    top += heightOf(scene) + 24;
    return part;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" font-family="ui-monospace, monospace" font-size="13"><title>What VS Code's YAML extension shows in files of Tidemark</title>
<style>.p{fill:#fbfcfd;stroke:#c6cfd1}.h{fill:#535e63;font-family:system-ui,sans-serif;font-size:12px}.n{fill:#8d989b}.t{fill:#162024}.m{fill:#b51f1f;font-size:11.5px}.s{fill:none;stroke:#b51f1f;stroke-width:1.2}.o{fill:#fff;stroke:#8d989b}.w{fill:#535e63}.c{stroke:#005f6a;stroke-width:2}</style>
${parts.join("\n")}
</svg>
`;
}

function heightOf({ text, at, answer }: EditorScene): number {
  const lines = text.split("\n").length;
  return Math.max(lines, at.line + 1 + answer.offers.length + 1) * HIGH + 40;
}

function drawScene(scene: EditorScene): string {
  const { title, text, at, answer } = scene;
  const lines = text.split("\n");
  return [
    `<rect class="p" x=".5" y=".5" width="${WIDTH - 1}" height="${heightOf(scene)}" rx="6"/>`,
    `<text class="h" x="16" y="22">${escapeHtml(title)}</text>`,
    ...lines.flatMap((line, index) => [
      `<text class="n" x="16" y="${baseline(index)}">${index + 1}</text>`,
      line.trim() === "" ? "" : words("t", column(line.search(/\S/)), baseline(index), line.trim()),
    ]),
    ...answer.problems.map(
      ({ range: { start, end } }) =>
        `<path class="s" d="${squiggle(column(start.character), column(end.character), baseline(start.line) + 4)}"/>`,
    ),
    // As in an editor, a line says what is wrong with it first.
    ...lines.flatMap((line, index) => {
      const first = answer.problems.find(({ range }) => range.start.line === index);
      return first === undefined
        ? []
        : [
            `<text class="m" x="${column(line.length + 3)}" y="${baseline(index)}">${escapeHtml(shortened(first.message))}</text>`,
          ];
    }),
    `<line class="c" x1="${column(at.character)}" x2="${column(at.character)}" y1="${baseline(at.line) - 13}" y2="${baseline(at.line) + 4}"/>`,
    ...drawOffers(scene),
  ].join("");
}

function drawOffers({ at, answer: { offers } }: EditorScene): string[] {
  if (offers.length === 0) return [];
  const left = column(at.character);
  const longest = Math.max(...offers.map(({ label }) => label.length));
  const most = Math.max(...offers.map((offer) => longest + 3 + offer.words.length));
  return [
    `<rect class="o" x="${left}" y="${baseline(at.line) + 7}" width="${(most + 2) * WIDE}" height="${offers.length * HIGH + 8}" rx="4"/>`,
    ...offers.flatMap((offer, index) => {
      const y = baseline(at.line + 1 + index) + 6;
      return [
        words("t", left + WIDE, y, offer.label),
        offer.words === "" ? "" : words("w", left + (longest + 4) * WIDE, y, offer.words),
      ];
    }),
  ];
}

/** Every letter keeps its place, whichever font the reader has. */
function words(kind: string, x: number, y: number, text: string): string {
  return `<text class="${kind}" x="${x}" y="${y}" textLength="${(text.length * WIDE).toFixed(1)}" lengthAdjust="spacingAndGlyphs">${escapeHtml(text)}</text>`;
}

function baseline(line: number): number {
  return 50 + line * HIGH;
}

function column(character: number): number {
  return LEFT + character * WIDE;
}

function squiggle(from: number, to: number, y: number): string {
  const steps = Math.round((to - from) / 3);
  return `M${from.toFixed(1)} ${y}${Array.from({ length: steps }, (_, step) => `l3 ${step % 2 === 0 ? -3 : 3}`).join("")}`;
}

function shortened(message: string): string {
  return message.length <= 62 ? message : `${message.slice(0, 61)}…`;
}

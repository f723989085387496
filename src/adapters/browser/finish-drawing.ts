/** The same diagram drawn in two schemes. */
export interface TwoDrawings {
  readonly light: string;
  readonly dark: string;
  readonly id: string;
}

/**
 * Runs in the browser's page, so it holds all that it needs: two drawings that differ in colours alone → one SVG whose colours
 * are variables that follow the scheme, sized, and without the rules, marks and HTML that nothing in it needs.
 */
export function finishDrawing({ light, dark, id }: TwoDrawings): string {
  const COLOUR =
    /#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\([^)]*\)|\b(?:black|white|navy|red|lightgr[ea]y|gr[ea]y)\b/gi;
  const LONG = /-?\d+\.\d{3,}/g;
  const PLACES = new Set(
    "d points transform x y x1 y1 x2 y2 cx cy r rx ry dx dy width height viewBox refX refY".split(" "),
  );
  const PAINTED = new Set("fill stroke color style stop-color flood-color".split(" "));

  const standing = (text: string): SVGSVGElement => {
    const holder = document.createElement("div");
    holder.innerHTML = text;
    document.body.append(holder);
    return holder.querySelector("svg")!;
  };
  const first = standing(light);
  const second = standing(dark);
  const isUsed = (rule: CSSRule, svg: Element): boolean => {
    if (!(rule instanceof CSSStyleRule)) return false;
    try {
      return svg.parentElement!.querySelector(rule.selectorText) !== null;
    } catch {
      return false;
    }
  };
  const rulesOf = (svg: Element): string[] =>
    [...svg.querySelectorAll("style")].flatMap((style) =>
      [...(style.sheet?.cssRules ?? [])].filter((rule) => isUsed(rule, svg)).map(({ cssText }) => cssText),
    );

  const pairs = new Map<string, string>();
  const merged = (one: string, other: string): string => {
    const others = other.match(COLOUR) ?? [];
    let nth = 0;
    return one.replace(COLOUR, (colour) => {
      const twin = others[nth++] ?? colour;
      if (twin === colour) return colour;
      const key = `${colour}|${twin}`;
      if (!pairs.has(key)) pairs.set(key, `--c${pairs.size}`);
      return `var(${pairs.get(key)})`;
    });
  };

  const rules = rulesOf(first);
  const twins = rulesOf(second);
  const css = rules.map((rule, index) => merged(rule, twins[index] ?? rule)).join("\n");
  for (const svg of [first, second])
    for (const element of svg.querySelectorAll("style, switch > foreignObject")) element.remove();
  const elements = [first, ...first.querySelectorAll("*")];
  const others = [second, ...second.querySelectorAll("*")];
  elements.forEach((element, index) => {
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith("data-") || name === "pointer-events") element.removeAttribute(name);
      else if (PAINTED.has(name))
        element.setAttribute(name, merged(value, others[index]?.getAttribute(name) ?? value));
      else if (PLACES.has(name))
        element.setAttribute(
          name,
          value.replace(LONG, (number) => String(Number(Number(number).toFixed(2)))),
        );
    }
  });

  // Mermaid sets the words of a state from the left of a box that it measured too wide.
  for (const label of first.querySelectorAll(".statediagram-state > .label")) {
    const [, y = "0"] = /,\s*(-?[\d.]+)\)/.exec(label.getAttribute("transform") ?? "") ?? [];
    label.setAttribute("transform", `translate(0, ${y})`);
    for (const text of label.querySelectorAll("text")) text.setAttribute("text-anchor", "middle");
  }

  const used = `${css}${[...elements].flatMap((element) => [...element.attributes].map(({ value }) => value)).join(" ")}`;
  for (const mark of first.querySelectorAll("marker, filter, linearGradient, symbol"))
    if (mark.id !== "" && !used.includes(`#${mark.id})`) && !used.includes(`#${mark.id}"`)) mark.remove();

  const [, , width = 0, height = 0] = (first.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  first.setAttribute("width", String(Math.ceil(width)));
  first.setAttribute("height", String(Math.ceil(height)));
  first.removeAttribute("style");
  first.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const values = (side: 0 | 1): string =>
    [...pairs].map(([key, name]) => `${name}:${key.split("|")[side]}`).join(";");
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = `\n#${id}{${values(0)}}\n@media (prefers-color-scheme:dark){#${id}{${values(1)}}}\n${css}\n`;
  first.prepend(style);
  const text = new XMLSerializer().serializeToString(first);
  for (const svg of [first, second]) svg.parentElement!.remove();
  return `${text}\n`;
}

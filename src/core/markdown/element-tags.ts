/** The tags around an element of Markdown's own; an element that holds nothing has no closing one. */
export function elementTags(
  tag: string,
  properties: Readonly<Record<string, unknown>>,
): { readonly open: string; readonly close: string } {
  switch (tag) {
    case "input": {
      const done = properties.checked === true;
      const words = done ? ' checked aria-label="done"' : ' aria-label="to do"';
      return { open: `<input type="checkbox" disabled${words}>`, close: "" };
    }
    case "table":
      return { open: '<div class="table-wrap" tabindex="0"><table>', close: "</table></div>" };
    case "th":
    case "td":
      return { open: `<${tag}${alignment(properties)}>`, close: `</${tag}>` };
    case "li": {
      const task = Array.isArray(properties.className) && properties.className.includes("task-list-item");
      return { open: task ? '<li class="task">' : "<li>", close: "</li>" };
    }
    case "ol":
      return {
        open: typeof properties.start === "number" ? `<ol start="${properties.start}">` : "<ol>",
        close: "</ol>",
      };
    case "br":
    case "hr":
      return { open: `<${tag}>`, close: "" };
    default:
      return { open: `<${tag}>`, close: `</${tag}>` };
  }
}

/** The parser writes alignment as a style, which the site's policy forbids: it becomes a class. */
function alignment(properties: Readonly<Record<string, unknown>>): string {
  const align = /text-align: (left|center|right)/.exec(String(properties.style ?? ""))?.[1];
  return align === undefined ? "" : ` class="align-${align}"`;
}

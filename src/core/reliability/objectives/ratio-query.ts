/** A query for a share as the two parts of its division. */
export interface RatioQuery {
  readonly good: string;
  readonly total: string;
}

/** A query of the form `good / total` as its parts, so that busy hours weigh more than quiet ones; anything else is one share. */
export function ratioQuery(query: string): RatioQuery | undefined {
  let depth = 0;
  let quote: string | undefined;
  let slash: number | undefined;
  for (let at = 0; at < query.length; at++) {
    const sign = query[at]!;
    if (quote !== undefined) {
      if (sign === "\\" && quote !== "`") at++;
      else if (sign === quote) quote = undefined;
    } else if (/["'`]/.test(sign)) quote = sign;
    else if (/[([{]/.test(sign)) depth++;
    else if (/[)\]}]/.test(sign)) depth--;
    else if (depth > 0) continue;
    else if (sign === "/" && slash === undefined) slash = at;
    // Any other operator beside the division makes it something else than a plain ratio.
    else if (/[-+*/%^<>=!]/.test(sign)) return undefined;
    else if (
      /^(?:and|or|unless|on|ignoring|group_left|group_right|bool|offset|atan2)\b/i.test(query.slice(at)) &&
      !/[\w:]/.test(query[at - 1] ?? "")
    )
      return undefined;
  }
  if (slash === undefined || depth !== 0 || quote !== undefined) return undefined;
  const parts = { good: query.slice(0, slash).trim(), total: query.slice(slash + 1).trim() };
  return parts.good === "" || parts.total === "" ? undefined : parts;
}

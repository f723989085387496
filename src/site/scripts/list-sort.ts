/** A table whose columns can be sorted; its own order comes back when nothing is asked for. */
export interface SortedTable {
  /** Sorts by a column, `-` in front of its name for descending; says whether the rows stand in their groups after it. */
  readonly sort: (by: string | undefined) => boolean;
  readonly columns: readonly { readonly name: string; readonly button: HTMLButtonElement }[];
  /** What a click on a column should sort by, given what it is sorted by now. */
  readonly next: (column: string, now: string | undefined) => string | undefined;
}

/** Makes the heads of a table into buttons that sort it. */
export function sortedTable(table: HTMLTableElement): SortedTable {
  const heads = [...table.tHead!.rows[0]!.cells].filter((head) => head.dataset.sort !== undefined);
  const own = heads.find((head) => head.ariaSort !== null);
  const ownOrder = own && signed(own.dataset.sort!, own.ariaSort === "descending");
  const columns = heads.map((head) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "row-sort";
    button.append(...head.childNodes);
    head.append(button);
    return { name: head.dataset.sort!, button };
  });
  const groups = [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));
  const rows = groups.flatMap((group) => group.rows.filter(({ dataset }) => dataset.facts !== undefined));
  const flat = document.createElement("tbody");
  let now = ownOrder;
  return {
    columns,
    next: (column, sorted = ownOrder) => {
      const down = heads.find(({ dataset }) => dataset.sort === column)?.dataset.first === "descending";
      const next = sorted === signed(column, down) ? signed(column, !down) : signed(column, down);
      return next === ownOrder ? undefined : next;
    },
    sort: (asked) => {
      const by = heads.some(({ dataset }) => dataset.sort === asked?.replace(/^-/, "")) ? asked : undefined;
      const order = by ?? ownOrder;
      // Moving rows costs more than all the rest of a change.
      if (order === now) return by === undefined;
      now = order;
      for (const head of heads) {
        const name = head.dataset.sort!;
        head.ariaSort = order === name ? "ascending" : order === `-${name}` ? "descending" : null;
      }
      if (by === undefined) {
        for (const group of groups) group.body.append(...group.rows);
        flat.remove();
        return true;
      }
      const column = heads.find(({ dataset }) => dataset.sort === by.replace(/^-/, ""))!.cellIndex;
      const sign = by.startsWith("-") ? -1 : 1;
      const keyed = rows.map((row, place) => ({ row, place, key: keyOf(row.cells[column]!) }));
      keyed.sort((a, b) => compareKeys(a.key, b.key, sign) || a.place - b.place);
      flat.replaceChildren(...keyed.map(({ row }) => row));
      table.append(flat);
      return false;
    },
  };
}

/** A number where the cell has one, its text where it has none, nothing where it is empty. */
function keyOf(cell: HTMLTableCellElement): number | string | undefined {
  const { key } = cell.dataset;
  if (key !== undefined) return key === "" ? undefined : Number(key);
  return cell.textContent.trim().toLowerCase() || undefined;
}

/** What is not known comes last, whichever way one sorts. */
function compareKeys(a: number | string | undefined, b: number | string | undefined, sign: number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a < b ? -sign : a > b ? sign : 0;
}

function signed(name: string, descending: boolean): string {
  return descending ? `-${name}` : name;
}

import Code from "./Code.astro";
import Heading from "./Heading.astro";
import Link from "./Link.astro";
import Table from "./Table.astro";

/** What Markdown's elements become in the handbook, so that they look and behave as in contributed text. */
export const elements = { a: Link, h2: Heading, pre: Code, table: Table };

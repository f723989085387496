import { slugOf } from "../drafts/slug-of.ts";
import type { StarterFile, StarterWishes } from "./starter-wishes.ts";

/** What stands around the content: the read-me, who reviews what, and what git leaves alone. */
export function starterPapers(wishes: StarterWishes): StarterFile[] {
  return [
    { path: "README.md", text: readMe(wishes) },
    { path: ".github/CODEOWNERS", text: codeOwners(wishes) },
    { path: ".gitignore", text: "node_modules/\ndist/\n.cache/\n" },
    { path: ".gitattributes", text: "* text=auto eol=lf\n" },
  ];
}

function codeOwners({ github }: StarterWishes): string {
  const owner = github === undefined ? undefined : `@${github}`;
  const rule = (pattern: string, why: string) =>
    `# ${why}\n${owner === undefined ? `# ${pattern} @your-login` : `${pattern} ${owner}`}\n`;
  return [
    rule("*", "Who is asked to review a change."),
    rule(
      "/content/site.yaml",
      "Policies, audiences and where alerts lead: a change here changes how incidents are run.",
    ),
    rule("/content/teams.yaml", "Who is called at night."),
    rule("/.github/", "What runs on GitHub, and with which rights."),
  ].join("\n");
}

function readMe({ name, service, home }: StarterWishes): string {
  return `# ${plain(name)}

Incidents, postmortems and runbooks, kept as files and reviewed like code. [Tidemark](https://github.com/${home.repository})
checks them, measures them, and makes of them a site for the team and a status page for customers.

## The three things you will do most

**Write something.** \`npx tidemark new incident\` (or \`postmortem\`, \`runbook\`, \`service\`, \`maintenance\`) asks a few questions
and writes a file into \`content/\`. Or copy one that is there: it is Markdown with fields on top.

**Check it.** \`npx tidemark check\` lists every problem with its line and what to do about it. Every pull request is checked as well.

**Look at it.** \`npx tidemark dev\` shows the site and follows what you write. \`npx tidemark build\` makes it for good.

## What is where

\`\`\`
content/
  site.yaml        the name, the address, your policies
  taxonomy.yaml    the words for severities, triggers and so on
  teams.yaml       people by handle, teams, who is on call
  services/        one page for each thing that can break (${slugOf(service)}.mdx is the first)
  runbooks/        what to do when it does
  incidents/       what happened        postmortems/   what was learned
.github/           what GitHub does by itself; each file begins with what it is for
\`\`\`

## What GitHub does by itself

| when | what |
| --- | --- |
| somebody opens a pull request | the content is checked, and a summary says what it changes and what would become public |
| the default branch changes | the public site, status page included, is published on GitHub Pages |
| an incident is declared by the form under Issues, or by an alert | its record is written and the status page follows, in the same run |
| somebody comments \`/status identified\`, \`/update …\` or \`/resolve\` on it | the record and the status page follow |
| an incident is over that needs a postmortem | a pull request with everything that is known waits for its authors |
| each day, week and month | late drafts and overdue items are reminded, a digest is written |

## Before the first push

1. In \`content/site.yaml\` set \`url\` to where the site will be. On GitHub Pages without a name of your own that is
   \`https://OWNER.github.io/REPOSITORY/\`.
2. In the repository's settings: Pages, Source: **GitHub Actions**; Actions, General: let workflows **read and write**, and let them create pull requests.
3. In \`.github/CODEOWNERS\` write who reviews what.

Workflows run commit \`${home.commit.slice(0, 12)}\` of \`${home.repository}\`, version ${home.version}. To take a newer one, change the commit in
\`.github/workflows/\`, and run \`npx tidemark migrate\` if it says that the content is older than it expects.
`;
}

/** A name as Markdown that shows it as it is. */
function plain(name: string): string {
  return name.replace(/[\\`*_[\]<>#&|]/g, "\\$&");
}

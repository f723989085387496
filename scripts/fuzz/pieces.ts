const MARKUP =
  "{ } {{ {/* */} ! a?b a=> new\u00a0a <T> if(a) ` ``` ~~~ $ < > <> </ /> <Callout> </Callout> <Internal> </Internal> </Step> <Tabs> <Evidence ![ ]( [^a] [ ] ( ) ** __ ~~ * _ | \\ \\{";
const WORDS =
  "&amp; &#x0; & &colon; javascript: https://a.example/ ../../ ?raw 2024-02-30 2026-03-14T10:00:00 1e400 .nan ~ null true 0x1f ' \" # === ---js";
const STRANGE =
  "\u0000 \u000b \u0085 \u00a0 \u00ad \u200b \u202e \u2028 \ufeff \ufffe \u0301 😀 👩‍👩‍👧‍👦 ı ⦃ ⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦎⦏⦐⦑⦒⦓⦔⦕⦖ İ ß \ud83d";
const LINES =
  "---\n;===\n;!\n;a?\n;a=>\n;|-|-|\n;| a | b |\n;# ;###### ;> ;- ;1. ;- [x] ;\n\n;\n;\r;\r\n;\t;    ;  \n;[^a]: ;[a]: ;<Step title=\"a\">;<Tab title='a'>;<Timeline />;import a from 'b'\n;export const a = 1\n;__proto__: ;<<: ;&a ;*a ;!!js ;? ;: ;%YAML 1.1\n;...\n;|\n;>-\n;$" +
  "{";

/** Pieces that parsers of ours, or of others, have stumbled over. */
export const PIECES: readonly string[] = [
  ...MARKUP.split(" "),
  ...WORDS.split(" "),
  ...STRANGE.split(" "),
  ...LINES.split(";"),
];

/**
 * Words that every site holds whatever its facts are: names of elements, attributes and keywords of HTML, CSS and
 * scripts, and (with `@`) the rules of style sheets. As an id or a handle they tell nothing, so they are not looked for.
 */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  (
    "@charset @container @counter-style @font-face @import @keyframes @layer @media @namespace @page @property @scope @starting-style " +
    "@supports @view-transition " +
    "a abbr action address all alt anchor and any area aria article as aside async attribute audio author auto await b base block " +
    "blockquote body bold border bottom box br break button by canvas caption case catch center charset checked circle cite class " +
    "clear click clip close code col color column columns const content context continue controls copy count cover cursor dark data " +
    "date datetime day dd default defer define del delete description details dialog dir disabled display div dl do document done dt " +
    "each element ellipse else em email empty enabled end ends entry error event export false field figure file fill filter finally first " +
    "fixed flex float focus font footer for form format frame from function g get global grid group h1 h2 h3 h4 h5 h6 head header " +
    "height hidden hide home host hour hover hr href html i icon id if iframe image img import in index init inline inner input inset " +
    "item items join key keys kind label lang language last layer layout lead left legend length let li light line linear link list load " +
    "loading local location loop main map margin mark match max media menu message meta method min minute module month more move " +
    "name nav navigation new next no node none normal not note null number object of off ol on open opacity option or order origin " +
    "outer outline output overflow p padding page param parent parse part path pattern picture pin plain play point pointer position pre " +
    "prefix prev print progress promise property public push q query read ready rect redirect ref refresh rel remove replace request " +
    "required reset resource response rest result return reverse right role root rotate round row rows run s samp scale scheme scope " +
    "screen script search section select self set shape show sidebar site size skip slice slot small solid some sort source span split " +
    "src start state static status step sticky stop string strong stroke style sub submit summary sup super svg switch symbol system tab " +
    "table target tbody td template test text th thead then this throw time title to toggle token top tr track transform transition " +
    "true try type u ul undefined unit update url use user utf value values var version video view viewport void wait warn weight " +
    "while width window with word worker wrap write x xml y yes yield zone"
  ).split(" "),
);

/** The colours of a diagram in one scheme, the site's own in the notation that mermaid can calculate with. */
export interface Palette {
  readonly dark: boolean;
  readonly paper: string;
  readonly sunk: string;
  readonly line: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly warnSoft: string;
  readonly warn: string;
  readonly bad: string;
  readonly badSoft: string;
}

export const LIGHT: Palette = {
  dark: false,
  paper: "#fbfcfc",
  sunk: "#f2f5f6",
  line: "#b9c0c3",
  ink: "#171e22",
  muted: "#566065",
  accent: "#005b66",
  accentSoft: "#deeff1",
  warnSoft: "#fdf3de",
  warn: "#835000",
  bad: "#b3211f",
  badSoft: "#fdefed",
};

export const DARK: Palette = {
  dark: true,
  paper: "#0f1416",
  sunk: "#171e21",
  line: "#4a5357",
  ink: "#e3e8ea",
  muted: "#a2acb0",
  accent: "#6fcdd6",
  accentSoft: "#143036",
  warnSoft: "#342616",
  warn: "#efbe76",
  bad: "#fa9389",
  badSoft: "#3a1d1b",
};

/** The variables of mermaid's base theme in a palette. */
export function themeOf(palette: Palette): Record<string, unknown> {
  const { dark, paper, sunk, line, ink, muted, accent, accentSoft, warnSoft, warn, bad, badSoft } = palette;
  return {
    darkMode: dark,
    fontSize: "14px",
    fontFamily: "Inter, Arial, sans-serif",
    background: paper,
    primaryColor: accentSoft,
    primaryTextColor: ink,
    primaryBorderColor: accent,
    secondaryColor: sunk,
    secondaryTextColor: ink,
    secondaryBorderColor: line,
    tertiaryColor: sunk,
    tertiaryTextColor: ink,
    tertiaryBorderColor: line,
    lineColor: muted,
    textColor: ink,
    mainBkg: accentSoft,
    nodeBorder: accent,
    nodeTextColor: ink,
    clusterBkg: sunk,
    clusterBorder: line,
    titleColor: ink,
    edgeLabelBackground: paper,
    noteBkgColor: warnSoft,
    noteTextColor: ink,
    noteBorderColor: warn,
    actorBkg: accentSoft,
    actorBorder: accent,
    actorTextColor: ink,
    actorLineColor: line,
    signalColor: muted,
    signalTextColor: ink,
    labelBoxBkgColor: sunk,
    labelBoxBorderColor: line,
    labelTextColor: ink,
    loopTextColor: ink,
    activationBkgColor: sunk,
    activationBorderColor: muted,
    sequenceNumberColor: paper,
    errorBkgColor: badSoft,
    errorTextColor: bad,
    sectionBkgColor: sunk,
    altSectionBkgColor: paper,
    sectionBkgColor2: sunk,
    taskBkgColor: accentSoft,
    taskBorderColor: accent,
    taskTextColor: ink,
    taskTextDarkColor: ink,
    taskTextLightColor: ink,
    taskTextOutsideColor: ink,
    activeTaskBkgColor: warnSoft,
    activeTaskBorderColor: warn,
    doneTaskBkgColor: sunk,
    doneTaskBorderColor: line,
    critBkgColor: badSoft,
    critBorderColor: bad,
    gridColor: line,
    todayLineColor: bad,
    pieStrokeColor: paper,
    pieOuterStrokeColor: line,
    transitionColor: muted,
    transitionLabelColor: ink,
    stateLabelColor: ink,
    stateBkg: accentSoft,
    labelBackgroundColor: paper,
    compositeBackground: sunk,
    compositeTitleBackground: sunk,
    specialStateColor: ink,
    innerEndBackground: paper,
  };
}

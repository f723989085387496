/** Words about the logs of changes and pages. */
export const enLogs = {
  changeLog: {
    title: "Changes",
    newest: "The newest",
    of: "of",
    setOff: "set off",
  },
};

/** The page of all objectives. */
export const OBJECTIVES_PAGE = "/objectives/";

/** The burn-downs of all objectives. */
export const BURN_DOWN_CSV = "/objectives/burn-down.csv";

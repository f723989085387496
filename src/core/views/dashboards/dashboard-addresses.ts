/** What those who steer look at. */
export const EXECUTIVE_PAGE = "/dashboards/executive/";

/** What whoever is on call looks at. */
export const ON_CALL_DASHBOARD = "/dashboards/on-call/";

/** What is said of a repository before it exists; every field has a default but its source of workflows. */
export interface StarterWishes {
  /** Name of the organisation or of the knowledge base. */
  readonly name: string;
  /** Where the site will be published, with base path. */
  readonly url: string;
  readonly zone: string;
  /** Name of the first team. */
  readonly team: string;
  /** Handle of the first person. */
  readonly handle: string;
  /** GitHub login of that person. */
  readonly github?: string;
  /** Name of the first service. */
  readonly service: string;
  /** Where Tidemark's own repository lies, `OWNER/REPOSITORY`, and which commit of it workflows run. */
  readonly home: TidemarkHome;
}

/** The commit of Tidemark's repository that workflows of other repositories run. */
export interface TidemarkHome {
  /** `OWNER/REPOSITORY`. */
  readonly repository: string;
  /** All forty digits. */
  readonly commit: string;
  readonly version: string;
}

/** A file of a new repository. */
export interface StarterFile {
  /** Path below the folder of the repository. */
  readonly path: string;
  readonly text: string;
}

/** What `init --yes` takes where nothing else is said. */
export const STARTER_DEFAULTS: Omit<StarterWishes, "home"> = {
  name: "Our knowledge base",
  url: "https://knowledge.example.org/",
  zone: "UTC",
  team: "Platform",
  handle: "first-responder",
  service: "Website",
};

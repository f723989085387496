import { extname } from "node:path";

/** The address of a program beside a module: TypeScript in a checkout, JavaScript where the package is installed. */
export function siblingOf(module: string, name: string): URL {
  return new URL(`./${name}${extname(new URL(module).pathname)}`, module);
}

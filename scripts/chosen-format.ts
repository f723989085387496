import type { Command } from "commander";

/** `--format` as it was given, before or after the command's word; a usage problem where the command has no such format. */
export function chosenFormat(command: Command, format: string | undefined): { format?: string } {
  if (format === undefined) return {};
  const known = command.options.find(({ long }) => long === "--format")?.argChoices;
  if (known?.includes(format)) return { format };
  return command.error(
    known
      ? `error: option '--format <format>' argument '${format}' is invalid. Allowed choices are ${known.join(", ")}.`
      : `error: unknown option '--format': ${command.name()} has one way to report`,
  );
}

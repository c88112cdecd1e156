/** Puts values into a sentence that the page has handed to the script: "Give {sum} once". */
export function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

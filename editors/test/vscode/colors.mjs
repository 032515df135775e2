// The extension's own colours can be read in every kind of theme.
import { readFileSync } from "node:fs";
import { check, demand } from "./checks.mjs";

/** By kind of theme: a background, and the contrast that words need on it. */
const THEMES = { dark: ["#1f1f1f", 4.5], light: ["#ffffff", 4.5], highContrast: ["#000000", 7], highContrastLight: ["#ffffff", 7] };

/** How bright a colour is to the eye, as WCAG counts. */
function luminance(color) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

export function colors(page) {
  const { contributes } = JSON.parse(readFileSync(new URL("../../vscode/package.json", import.meta.url), "utf8"));
  return check(page, "each colour can be read in light, dark and high-contrast themes", () => {
    demand(contributes.colors.length > 10, "there are no colours");
    for (const { id, defaults } of contributes.colors) {
      for (const [theme, [background, least]] of Object.entries(THEMES)) {
        const color = defaults[theme];
        // What lets the background through is drawn behind words, not with them.
        if (color.length === 9) continue;
        const found = contrast(color, background);
        demand(found >= least, `${id} in ${theme}: ${color} on ${background} has a contrast of ${found.toFixed(1)}, not ${least}`);
      }
    }
  });
}

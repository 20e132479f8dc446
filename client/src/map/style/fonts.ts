/** The fonts of the map's labels; `fonts.css` declares them. */
import "./fonts.css";

/** MapLibre reads weight and slant from these names, so "Semibold" and "Italic" in them matter. */
export const MAP_FONTS = {
  regular: ["Atkinson Map"],
  semibold: ["Atkinson Map Semibold"],
  italic: ["Atkinson Map Italic"],
};

/**
 * Loads the faces before the map is made, so that the first labels are drawn with them. A font that cannot be
 * loaded is no reason to have no map: labels then take the browser's sans-serif.
 */
export async function mapFontsReady(): Promise<void> {
  const faces = [
    `400 24px "${MAP_FONTS.regular[0]}"`,
    `600 24px "${MAP_FONTS.semibold[0]}"`,
    `italic 400 24px "${MAP_FONTS.italic[0]}"`,
  ];
  await Promise.allSettled(faces.map((face) => document.fonts.load(face, "Åäö")));
}

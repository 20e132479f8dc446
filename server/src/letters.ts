/** Crockford's base 32, for codes that people write down: no I, L, O or U, so nothing is misread. */
export const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

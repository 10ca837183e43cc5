/** What an id of a question, pack, category or exercise may be; ids become file names and keys. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

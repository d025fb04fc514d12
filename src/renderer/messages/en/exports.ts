export const exports = {
  title: 'Exports',
} as const;

export const actors = {
  title: 'Actors',
} as const;

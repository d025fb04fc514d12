/** The news databases whose exports are split into their articles. */
export const databases = [
  { id: 'nexis', label: 'Nexis' },
  { id: 'factiva', label: 'Factiva' },
] as const;

export type DatabaseId = (typeof databases)[number]['id'];

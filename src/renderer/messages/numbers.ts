const format = new Intl.NumberFormat('en');

/** A count as it is read: "1,180". */
export const formatCount = (count: number): string => format.format(count);

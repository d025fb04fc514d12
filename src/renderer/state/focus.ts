let kept = false;

/** What opens next leaves the focus where it is: something in a list goes on being worked on. */
export const keepFocus = (): void => {
  kept = true;
};

/** Whether what just opened may take the focus. Asked once for each thing that opens. */
export function mayTakeFocus(): boolean {
  const may = !kept;
  kept = false;
  return may;
}

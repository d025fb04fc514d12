export const searchBoxId = 'search-box';

/** Puts the cursor into the search box, its text selected. */
export function focusSearch(): void {
  const box = document.getElementById(searchBoxId);
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
}

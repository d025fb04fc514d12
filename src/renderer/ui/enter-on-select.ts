/**
 * For `keydown` around a form: a closed list opens with Space and the arrows, Enter is for the form,
 * as in its fields.
 */
export function enterOnSelect(event: KeyboardEvent): void {
  const { key, target } = event;
  if (key !== 'Enter' || !(target instanceof HTMLSelectElement) || target.form === null) return;
  event.preventDefault();
  target.form.requestSubmit();
}

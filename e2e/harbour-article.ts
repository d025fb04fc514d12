/** A short report with a byline, a quotation and a line that belongs to no report. */
export const harbour = `Harbour opens at dawn

By Nils Arne

The harbour opened at dawn on Tuesday after a night of talks about the ferry.

Sign up for our newsletter to get stories like this in your inbox every morning.

“We will open the gate,” the harbour master told the crews. The crews waited.
`;

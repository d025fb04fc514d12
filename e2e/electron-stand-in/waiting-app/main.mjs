import { app } from 'electron';

await app.whenReady();
app.exit(0);

process.stderr.write('The desktop app is not built yet.\n');

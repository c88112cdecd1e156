// @ts-check
// Ends this process, politely first, when the one that started it is gone: a killed `npm start`
// must leave nothing behind that holds a port.
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), 18_000).unref();
    process.kill(process.pid, 'SIGTERM');
  });
}

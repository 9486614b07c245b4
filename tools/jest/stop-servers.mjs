/** Stops the servers of the run and removes their data. */
export default async function stopServers() {
  await globalThis.stopRiggenTestServers?.();
}

// snarkjs as a prover on request: node prove_on_request.mjs KEY.zkey WITNESS.wtns
// `cargo xtask peers` starts it; benches/src/prove_on_request.rs says what it is asked and what it answers.
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import * as snarkjs from "snarkjs";

const [key, witness] = process.argv.slice(2);
const say = (answer) => process.stdout.write(JSON.stringify(answer) + "\n");
const secondsSince = (start) => Number(process.hrtime.bigint() - start) / 1e9;
const manifest = new URL("node_modules/snarkjs/package.json", import.meta.url);
const { version } = JSON.parse(readFileSync(manifest, "utf8"));
const options = process.env.WORKPROOF_THREADS === "1" ? { singleThread: true } : undefined;

// Linux carries the parent's peak over into maxRSS, so its own count is read there
const peakMemory = () => {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const own = status.match(/^VmHWM:\s+(\d+) kB$/m);
  return (own ? Number(own[1]) : process.resourceUsage().maxRSS) * 1024;
};

const start = process.hrtime.bigint();
const inMemory = (name) => ({ type: "mem", data: new Uint8Array(readFileSync(name)) });
const [zkey, wtns] = [inMemory(key), inMemory(witness)];
say({ load_seconds: secondsSince(start), version });

for await (const line of createInterface({ input: process.stdin })) {
  if (line !== "prove") {
    throw new Error(`unknown request: ${line}`);
  }
  const [began, before] = [process.hrtime.bigint(), process.cpuUsage()];
  const { proof } = await snarkjs.groth16.prove(zkey, wtns, undefined, options);
  const used = process.cpuUsage(before);
  say({
    wall_seconds: secondsSince(began),
    cpu_seconds: (used.user + used.system) / 1e6,
    peak_memory: peakMemory(),
    proof,
  });
}
process.exit(0);

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

/** A headless browser with an empty profile. */
export async function browser(options = {}) {
  const profile = await mkdtemp(join(tmpdir(), "workproof-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.WORKPROOF_CHROMIUM || "/usr/bin/chromium",
    headless: true,
    chromiumSandbox: false,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    ...options,
  });
  return { context, close: async () => (await context.close(), await rm(profile, { recursive: true, force: true })) };
}

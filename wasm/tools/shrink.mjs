// Makes a module small: node shrink.mjs IN.wasm OUT.wasm [--names]
//
// With --names the functions keep their names, for profile.mjs.
//
// A panic ends in `unreachable` (see wasm/call), so the code that would put its message together never does anything a
// user could see. It is cut off at `core::panicking`, and what only it needed goes with it.
import { readFile, writeFile } from "node:fs/promises";
import binaryen from "binaryen";

const PANICKING = new RegExp(
  [
    "4core9panicking",
    "4core6result13unwrap_failed",
    "4core6option1[23](unwrap|expect)_failed",
    "4core3str16slice_error_fail",
    "4core3str19slice_error_fail_rt",
    "4core5slice5index\\w*_fail",
    "4core4cell\\d+panic_already",
    "5alloc5alloc18handle_alloc_error",
    "5alloc7raw_vec12handle_error",
    "5alloc7raw_vec17capacity_overflow",
  ].join("|"),
);

const [input, output, names] = process.argv.slice(2);
const module = binaryen.readBinary(new Uint8Array(await readFile(input)));
module.setFeatures(
  binaryen.Features.MVP |
    binaryen.Features.MutableGlobals |
    binaryen.Features.SignExt |
    binaryen.Features.BulkMemory |
    binaryen.Features.BulkMemoryOpt |
    binaryen.Features.NontrappingFPToInt |
    binaryen.Features.Multivalue |
    binaryen.Features.ReferenceTypes |
    binaryen.Features.CallIndirectOverlong,
);

let cut = 0;
for (let index = 0; index < module.getNumFunctions(); index += 1) {
  const found = module.getFunctionByIndex(index);
  if (PANICKING.test(binaryen.getFunctionInfo(found).name)) {
    binaryen.Function(found).setBody(module.unreachable());
    cut += 1;
  }
}
if (cut === 0) throw new Error("the module names no function of core::panicking: build it with its names");

binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);
// each round leaves the next something to do
for (let [before, after] = [Infinity, module.emitBinary().length]; after < before; ) {
  module.runPasses(["generate-global-effects"]);
  module.optimize();
  [before, after] = [after, module.emitBinary().length];
}
// relatives stand side by side, where a compressor finds what they share
module.runPasses(["reorder-functions-by-name"]);
const debug = names === "--names" ? [] : ["strip-debug"];
binaryen.setDebugInfo(debug.length === 0);
module.runPasses([...debug, "strip-producers", "strip-target-features"]);
if (!module.validate()) throw new Error("the module is not valid");
await writeFile(output, module.emitBinary());

// Our voucher, verified by zk-kit and by circomlibjs.
import { verifySignature } from "@zk-kit/eddsa-poseidon";
import { loadCircomlib } from "../lib/circomlib.mjs";
import { voucherMessage } from "../lib/domain.mjs";
import { parseVoucher } from "../lib/forms.mjs";

/** `form`: a voucher file. */
export default async function checkVoucher(form) {
  const voucher = parseVoucher(form);
  const message = voucherMessage(voucher);
  if (!verifySignature(message, voucher.signature, voucher.publicKey)) return "zk-kit refuses the signature";
  const circomlib = await loadCircomlib();
  if (!circomlib.verify(message, voucher.signature, voucher.publicKey)) return "circomlibjs refuses the signature";
  return null;
}

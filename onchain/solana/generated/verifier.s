// Written by `workproof export solana` for the circuit relay-10, key 0xfd7547bcb3ecf8a409a1f67498c253eed61d2994ccb3b80e227838e6dbbb637f.
// DEVELOPMENT KEY: anyone can forge proofs for it. Never let this program decide about money.
// Instruction data: -A (64), B (128), C (64), then 7 inputs of 32 bytes, all big-endian. No accounts.
.globl entrypoint

entrypoint:
  // the number of accounts, the length of the data, the data
  ldxdw r2, [r1 + 0]
  jne r2, 0, malformed
  ldxdw r2, [r1 + 8]
  jne r2, 480, malformed
  mov64 r6, r1
  add64 r6, 16
  lddw r7, 0x300000000
  ldxdw r2, [r6 + 0]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_0
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 8]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_0
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 16]
  be64 r2
  lddw r3, 0x97816a916871ca8d
  jlt r2, r3, below_0
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 24]
  be64 r2
  lddw r3, 0x3c208c16d87cfd47
  jlt r2, r3, below_0
  jgt r2, r3, no_point
  ja no_point
below_0:
  ldxdw r2, [r6 + 32]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_32
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 40]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_32
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 48]
  be64 r2
  lddw r3, 0x97816a916871ca8d
  jlt r2, r3, below_32
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 56]
  be64 r2
  lddw r3, 0x3c208c16d87cfd47
  jlt r2, r3, below_32
  jgt r2, r3, no_point
  ja no_point
below_32:
  ldxdw r2, [r6 + 64]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_64
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 72]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_64
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 80]
  be64 r2
  lddw r3, 0x97816a916871ca8d
  jlt r2, r3, below_64
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 88]
  be64 r2
  lddw r3, 0x3c208c16d87cfd47
  jlt r2, r3, below_64
  jgt r2, r3, no_point
  ja no_point
below_64:
  ldxdw r2, [r6 + 96]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_96
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 104]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_96
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 112]
  be64 r2
  lddw r3, 0x97816a916871ca8d
  jlt r2, r3, below_96
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 120]
  be64 r2
  lddw r3, 0x3c208c16d87cfd47
  jlt r2, r3, below_96
  jgt r2, r3, no_point
  ja no_point
below_96:
  ldxdw r2, [r6 + 128]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_128
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 136]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_128
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 144]
  be64 r2
  lddw r3, 0x97816a916871ca8d
  jlt r2, r3, below_128
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 152]
  be64 r2
  lddw r3, 0x3c208c16d87cfd47
  jlt r2, r3, below_128
  jgt r2, r3, no_point
  ja no_point
below_128:
  ldxdw r2, [r6 + 160]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_160
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 168]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_160
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 176]
  be64 r2
  lddw r3, 0x97816a916871ca8d
  jlt r2, r3, below_160
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 184]
  be64 r2
  lddw r3, 0x3c208c16d87cfd47
  jlt r2, r3, below_160
  jgt r2, r3, no_point
  ja no_point
below_160:
  ldxdw r2, [r6 + 192]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_192
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 200]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_192
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 208]
  be64 r2
  lddw r3, 0x97816a916871ca8d
  jlt r2, r3, below_192
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 216]
  be64 r2
  lddw r3, 0x3c208c16d87cfd47
  jlt r2, r3, below_192
  jgt r2, r3, no_point
  ja no_point
below_192:
  ldxdw r2, [r6 + 224]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_224
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 232]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_224
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 240]
  be64 r2
  lddw r3, 0x97816a916871ca8d
  jlt r2, r3, below_224
  jgt r2, r3, no_point
  ldxdw r2, [r6 + 248]
  be64 r2
  lddw r3, 0x3c208c16d87cfd47
  jlt r2, r3, below_224
  jgt r2, r3, no_point
  ja no_point
below_224:
  ldxdw r2, [r6 + 256]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_256
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 264]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_256
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 272]
  be64 r2
  lddw r3, 0x2833e84879b97091
  jlt r2, r3, below_256
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 280]
  be64 r2
  lddw r3, 0x43e1f593f0000001
  jlt r2, r3, below_256
  jgt r2, r3, not_below_r
  ja not_below_r
below_256:
  ldxdw r2, [r6 + 288]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_288
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 296]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_288
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 304]
  be64 r2
  lddw r3, 0x2833e84879b97091
  jlt r2, r3, below_288
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 312]
  be64 r2
  lddw r3, 0x43e1f593f0000001
  jlt r2, r3, below_288
  jgt r2, r3, not_below_r
  ja not_below_r
below_288:
  ldxdw r2, [r6 + 320]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_320
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 328]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_320
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 336]
  be64 r2
  lddw r3, 0x2833e84879b97091
  jlt r2, r3, below_320
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 344]
  be64 r2
  lddw r3, 0x43e1f593f0000001
  jlt r2, r3, below_320
  jgt r2, r3, not_below_r
  ja not_below_r
below_320:
  ldxdw r2, [r6 + 352]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_352
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 360]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_352
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 368]
  be64 r2
  lddw r3, 0x2833e84879b97091
  jlt r2, r3, below_352
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 376]
  be64 r2
  lddw r3, 0x43e1f593f0000001
  jlt r2, r3, below_352
  jgt r2, r3, not_below_r
  ja not_below_r
below_352:
  ldxdw r2, [r6 + 384]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_384
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 392]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_384
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 400]
  be64 r2
  lddw r3, 0x2833e84879b97091
  jlt r2, r3, below_384
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 408]
  be64 r2
  lddw r3, 0x43e1f593f0000001
  jlt r2, r3, below_384
  jgt r2, r3, not_below_r
  ja not_below_r
below_384:
  ldxdw r2, [r6 + 416]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_416
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 424]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_416
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 432]
  be64 r2
  lddw r3, 0x2833e84879b97091
  jlt r2, r3, below_416
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 440]
  be64 r2
  lddw r3, 0x43e1f593f0000001
  jlt r2, r3, below_416
  jgt r2, r3, not_below_r
  ja not_below_r
below_416:
  ldxdw r2, [r6 + 448]
  be64 r2
  lddw r3, 0x30644e72e131a029
  jlt r2, r3, below_448
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 456]
  be64 r2
  lddw r3, 0xb85045b68181585d
  jlt r2, r3, below_448
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 464]
  be64 r2
  lddw r3, 0x2833e84879b97091
  jlt r2, r3, below_448
  jgt r2, r3, not_below_r
  ldxdw r2, [r6 + 472]
  be64 r2
  lddw r3, 0x43e1f593f0000001
  jlt r2, r3, below_448
  jgt r2, r3, not_below_r
  ja not_below_r
below_448:
  // the sum of the inputs' points, each times its input
  lddw r2, 0x528540d5a1004d24
  stxdw [r7 + 0], r2
  lddw r2, 0xb4ce7f23d609cab1
  stxdw [r7 + 8], r2
  lddw r2, 0x6c69d5b8bc593cbb
  stxdw [r7 + 16], r2
  lddw r2, 0x5a9ecf1030df882e
  stxdw [r7 + 24], r2
  lddw r2, 0x83322a93edc7ef19
  stxdw [r7 + 32], r2
  lddw r2, 0xc7ac4113ea34c3ba
  stxdw [r7 + 40], r2
  lddw r2, 0x9ca867155ba18003
  stxdw [r7 + 48], r2
  lddw r2, 0xd175375b1fa48efd
  stxdw [r7 + 56], r2
  lddw r2, 0x7b5ac2c6d4ceb023
  stxdw [r7 + 64], r2
  lddw r2, 0xc0d40111ed72d5dc
  stxdw [r7 + 72], r2
  lddw r2, 0xadfc5844a1381e3f
  stxdw [r7 + 80], r2
  lddw r2, 0xb31bc1e2c3b3974
  stxdw [r7 + 88], r2
  lddw r2, 0x6efb4a0b2c8ea428
  stxdw [r7 + 96], r2
  lddw r2, 0x6c113e761f7efcce
  stxdw [r7 + 104], r2
  lddw r2, 0xe9c78270c0db1a0e
  stxdw [r7 + 112], r2
  lddw r2, 0x30c60b46e5e9e297
  stxdw [r7 + 120], r2
  ldxdw r2, [r6 + 256]
  stxdw [r7 + 128], r2
  ldxdw r2, [r6 + 264]
  stxdw [r7 + 136], r2
  ldxdw r2, [r6 + 272]
  stxdw [r7 + 144], r2
  ldxdw r2, [r6 + 280]
  stxdw [r7 + 152], r2
  mov64 r1, 2
  mov64 r2, r7
  add64 r2, 64
  mov64 r3, 96
  mov64 r4, r7
  add64 r4, 64
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  mov64 r1, 0
  mov64 r2, r7
  add64 r2, 0
  mov64 r3, 128
  mov64 r4, r7
  add64 r4, 0
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  lddw r2, 0xc12288390187d40d
  stxdw [r7 + 64], r2
  lddw r2, 0x97e20a4abc16786b
  stxdw [r7 + 72], r2
  lddw r2, 0x1980e7333c0d46eb
  stxdw [r7 + 80], r2
  lddw r2, 0x8ec0415c528a9f46
  stxdw [r7 + 88], r2
  lddw r2, 0xe0b4ab757f308425
  stxdw [r7 + 96], r2
  lddw r2, 0x62766908852026d5
  stxdw [r7 + 104], r2
  lddw r2, 0x9a98a9f3c6b34959
  stxdw [r7 + 112], r2
  lddw r2, 0x2b51f4dfd509cc2e
  stxdw [r7 + 120], r2
  ldxdw r2, [r6 + 288]
  stxdw [r7 + 128], r2
  ldxdw r2, [r6 + 296]
  stxdw [r7 + 136], r2
  ldxdw r2, [r6 + 304]
  stxdw [r7 + 144], r2
  ldxdw r2, [r6 + 312]
  stxdw [r7 + 152], r2
  mov64 r1, 2
  mov64 r2, r7
  add64 r2, 64
  mov64 r3, 96
  mov64 r4, r7
  add64 r4, 64
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  mov64 r1, 0
  mov64 r2, r7
  add64 r2, 0
  mov64 r3, 128
  mov64 r4, r7
  add64 r4, 0
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  lddw r2, 0x4f3d9dbe4b299b1e
  stxdw [r7 + 64], r2
  lddw r2, 0xfc9f829b0c6910eb
  stxdw [r7 + 72], r2
  lddw r2, 0x74ac1c8ef3ce4549
  stxdw [r7 + 80], r2
  lddw r2, 0xcee291c26c5fb72
  stxdw [r7 + 88], r2
  lddw r2, 0x1785f460a29ac101
  stxdw [r7 + 96], r2
  lddw r2, 0x69bb9b51aa38c7e0
  stxdw [r7 + 104], r2
  lddw r2, 0x361d8e6db8527346
  stxdw [r7 + 112], r2
  lddw r2, 0x98114fe9028ea01e
  stxdw [r7 + 120], r2
  ldxdw r2, [r6 + 320]
  stxdw [r7 + 128], r2
  ldxdw r2, [r6 + 328]
  stxdw [r7 + 136], r2
  ldxdw r2, [r6 + 336]
  stxdw [r7 + 144], r2
  ldxdw r2, [r6 + 344]
  stxdw [r7 + 152], r2
  mov64 r1, 2
  mov64 r2, r7
  add64 r2, 64
  mov64 r3, 96
  mov64 r4, r7
  add64 r4, 64
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  mov64 r1, 0
  mov64 r2, r7
  add64 r2, 0
  mov64 r3, 128
  mov64 r4, r7
  add64 r4, 0
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  lddw r2, 0x6ea96edccac41025
  stxdw [r7 + 64], r2
  lddw r2, 0x3b0655a4bb2b7f2c
  stxdw [r7 + 72], r2
  lddw r2, 0x2e5ac46a4e8d7750
  stxdw [r7 + 80], r2
  lddw r2, 0xb107155b43a23c05
  stxdw [r7 + 88], r2
  lddw r2, 0x9a7b539598bd7918
  stxdw [r7 + 96], r2
  lddw r2, 0xfbff870d38058081
  stxdw [r7 + 104], r2
  lddw r2, 0x6d4c6ce4277d0a5c
  stxdw [r7 + 112], r2
  lddw r2, 0x38ded446b5c74d33
  stxdw [r7 + 120], r2
  ldxdw r2, [r6 + 352]
  stxdw [r7 + 128], r2
  ldxdw r2, [r6 + 360]
  stxdw [r7 + 136], r2
  ldxdw r2, [r6 + 368]
  stxdw [r7 + 144], r2
  ldxdw r2, [r6 + 376]
  stxdw [r7 + 152], r2
  mov64 r1, 2
  mov64 r2, r7
  add64 r2, 64
  mov64 r3, 96
  mov64 r4, r7
  add64 r4, 64
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  mov64 r1, 0
  mov64 r2, r7
  add64 r2, 0
  mov64 r3, 128
  mov64 r4, r7
  add64 r4, 0
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  lddw r2, 0xe9de76ada9dba52d
  stxdw [r7 + 64], r2
  lddw r2, 0x560c23b8b4645bbd
  stxdw [r7 + 72], r2
  lddw r2, 0x8fd95f3ac43b37f9
  stxdw [r7 + 80], r2
  lddw r2, 0x8e4dab7774576e12
  stxdw [r7 + 88], r2
  lddw r2, 0xbebb99a0938fe40a
  stxdw [r7 + 96], r2
  lddw r2, 0x36f641187666cb14
  stxdw [r7 + 104], r2
  lddw r2, 0xb549eeadec82577d
  stxdw [r7 + 112], r2
  lddw r2, 0x9a8694e9bc04c435
  stxdw [r7 + 120], r2
  ldxdw r2, [r6 + 384]
  stxdw [r7 + 128], r2
  ldxdw r2, [r6 + 392]
  stxdw [r7 + 136], r2
  ldxdw r2, [r6 + 400]
  stxdw [r7 + 144], r2
  ldxdw r2, [r6 + 408]
  stxdw [r7 + 152], r2
  mov64 r1, 2
  mov64 r2, r7
  add64 r2, 64
  mov64 r3, 96
  mov64 r4, r7
  add64 r4, 64
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  mov64 r1, 0
  mov64 r2, r7
  add64 r2, 0
  mov64 r3, 128
  mov64 r4, r7
  add64 r4, 0
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  lddw r2, 0x6904ab6b3e7d962b
  stxdw [r7 + 64], r2
  lddw r2, 0xb8781e0a74fad7d2
  stxdw [r7 + 72], r2
  lddw r2, 0xd6ebb09a9af05420
  stxdw [r7 + 80], r2
  lddw r2, 0x9aed4a82a73d4480
  stxdw [r7 + 88], r2
  lddw r2, 0x612d5fc89da8022d
  stxdw [r7 + 96], r2
  lddw r2, 0x68543010b5fe0e20
  stxdw [r7 + 104], r2
  lddw r2, 0x8dffc7567d065438
  stxdw [r7 + 112], r2
  lddw r2, 0xa9f8583c98ae62d8
  stxdw [r7 + 120], r2
  ldxdw r2, [r6 + 416]
  stxdw [r7 + 128], r2
  ldxdw r2, [r6 + 424]
  stxdw [r7 + 136], r2
  ldxdw r2, [r6 + 432]
  stxdw [r7 + 144], r2
  ldxdw r2, [r6 + 440]
  stxdw [r7 + 152], r2
  mov64 r1, 2
  mov64 r2, r7
  add64 r2, 64
  mov64 r3, 96
  mov64 r4, r7
  add64 r4, 64
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  mov64 r1, 0
  mov64 r2, r7
  add64 r2, 0
  mov64 r3, 128
  mov64 r4, r7
  add64 r4, 0
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  lddw r2, 0x275fc5529ba8670b
  stxdw [r7 + 64], r2
  lddw r2, 0xaee82ba6eecb84f1
  stxdw [r7 + 72], r2
  lddw r2, 0x932671aab7ab3a9e
  stxdw [r7 + 80], r2
  lddw r2, 0x27013d70db3eba52
  stxdw [r7 + 88], r2
  lddw r2, 0xf2cc54d801b1aa0d
  stxdw [r7 + 96], r2
  lddw r2, 0x39f9f3de2069490e
  stxdw [r7 + 104], r2
  lddw r2, 0x44cabd8dceace144
  stxdw [r7 + 112], r2
  lddw r2, 0x1f88f45626f12dce
  stxdw [r7 + 120], r2
  ldxdw r2, [r6 + 448]
  stxdw [r7 + 128], r2
  ldxdw r2, [r6 + 456]
  stxdw [r7 + 136], r2
  ldxdw r2, [r6 + 464]
  stxdw [r7 + 144], r2
  ldxdw r2, [r6 + 472]
  stxdw [r7 + 152], r2
  mov64 r1, 2
  mov64 r2, r7
  add64 r2, 64
  mov64 r3, 96
  mov64 r4, r7
  add64 r4, 64
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  mov64 r1, 0
  mov64 r2, r7
  add64 r2, 0
  mov64 r3, 128
  mov64 r4, r7
  add64 r4, 0
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  // e(-A, B) e(alpha, beta) e(sum, gamma) e(C, delta) is 1
  ldxdw r2, [r6 + 0]
  stxdw [r7 + 256], r2
  ldxdw r2, [r6 + 8]
  stxdw [r7 + 264], r2
  ldxdw r2, [r6 + 16]
  stxdw [r7 + 272], r2
  ldxdw r2, [r6 + 24]
  stxdw [r7 + 280], r2
  ldxdw r2, [r6 + 32]
  stxdw [r7 + 288], r2
  ldxdw r2, [r6 + 40]
  stxdw [r7 + 296], r2
  ldxdw r2, [r6 + 48]
  stxdw [r7 + 304], r2
  ldxdw r2, [r6 + 56]
  stxdw [r7 + 312], r2
  ldxdw r2, [r6 + 64]
  stxdw [r7 + 320], r2
  ldxdw r2, [r6 + 72]
  stxdw [r7 + 328], r2
  ldxdw r2, [r6 + 80]
  stxdw [r7 + 336], r2
  ldxdw r2, [r6 + 88]
  stxdw [r7 + 344], r2
  ldxdw r2, [r6 + 96]
  stxdw [r7 + 352], r2
  ldxdw r2, [r6 + 104]
  stxdw [r7 + 360], r2
  ldxdw r2, [r6 + 112]
  stxdw [r7 + 368], r2
  ldxdw r2, [r6 + 120]
  stxdw [r7 + 376], r2
  ldxdw r2, [r6 + 128]
  stxdw [r7 + 384], r2
  ldxdw r2, [r6 + 136]
  stxdw [r7 + 392], r2
  ldxdw r2, [r6 + 144]
  stxdw [r7 + 400], r2
  ldxdw r2, [r6 + 152]
  stxdw [r7 + 408], r2
  ldxdw r2, [r6 + 160]
  stxdw [r7 + 416], r2
  ldxdw r2, [r6 + 168]
  stxdw [r7 + 424], r2
  ldxdw r2, [r6 + 176]
  stxdw [r7 + 432], r2
  ldxdw r2, [r6 + 184]
  stxdw [r7 + 440], r2
  lddw r2, 0xb611452acb39d92a
  stxdw [r7 + 448], r2
  lddw r2, 0xb1bae7d2a989dade
  stxdw [r7 + 456], r2
  lddw r2, 0x4fbe7328c866f1cb
  stxdw [r7 + 464], r2
  lddw r2, 0x1d162cec75dfb3b4
  stxdw [r7 + 472], r2
  lddw r2, 0x9d35606c1bfb213
  stxdw [r7 + 480], r2
  lddw r2, 0xf2683a6a25d0a152
  stxdw [r7 + 488], r2
  lddw r2, 0x481aad33a670bc53
  stxdw [r7 + 496], r2
  lddw r2, 0x83c0d5b4f73cf7de
  stxdw [r7 + 504], r2
  lddw r2, 0x723276ef21a91116
  stxdw [r7 + 512], r2
  lddw r2, 0x8e259c72a487c2bd
  stxdw [r7 + 520], r2
  lddw r2, 0x6387a9fca6bffb54
  stxdw [r7 + 528], r2
  lddw r2, 0x722ec76127885ecd
  stxdw [r7 + 536], r2
  lddw r2, 0x98a24b6afb94051d
  stxdw [r7 + 544], r2
  lddw r2, 0xb9e7c209bc41d6c6
  stxdw [r7 + 552], r2
  lddw r2, 0x96b8b327d81961b2
  stxdw [r7 + 560], r2
  lddw r2, 0x6cadcb3d71368e8a
  stxdw [r7 + 568], r2
  lddw r2, 0x490bf0238ab5e41c
  stxdw [r7 + 576], r2
  lddw r2, 0xf3288295ca2ad904
  stxdw [r7 + 584], r2
  lddw r2, 0xe8af9b0f6b8db774
  stxdw [r7 + 592], r2
  lddw r2, 0xf4210ae8eb9bc7c1
  stxdw [r7 + 600], r2
  lddw r2, 0xa0809a43b1677116
  stxdw [r7 + 608], r2
  lddw r2, 0x79f94f9b4a622d1e
  stxdw [r7 + 616], r2
  lddw r2, 0x4b9256ead2ff94c0
  stxdw [r7 + 624], r2
  lddw r2, 0xfb8368daae4cf1db
  stxdw [r7 + 632], r2
  ldxdw r2, [r7 + 0]
  stxdw [r7 + 640], r2
  ldxdw r2, [r7 + 8]
  stxdw [r7 + 648], r2
  ldxdw r2, [r7 + 16]
  stxdw [r7 + 656], r2
  ldxdw r2, [r7 + 24]
  stxdw [r7 + 664], r2
  ldxdw r2, [r7 + 32]
  stxdw [r7 + 672], r2
  ldxdw r2, [r7 + 40]
  stxdw [r7 + 680], r2
  ldxdw r2, [r7 + 48]
  stxdw [r7 + 688], r2
  ldxdw r2, [r7 + 56]
  stxdw [r7 + 696], r2
  lddw r2, 0x3a480d9293938e19
  stxdw [r7 + 704], r2
  lddw r2, 0x255dfb31b7bf6072
  stxdw [r7 + 712], r2
  lddw r2, 0x12e7a9353349aaf1
  stxdw [r7 + 720], r2
  lddw r2, 0xc212f3aeb785e497
  stxdw [r7 + 728], r2
  lddw r2, 0x761e1f12efde0018
  stxdw [r7 + 736], r2
  lddw r2, 0x79445c5e66006a42
  stxdw [r7 + 744], r2
  lddw r2, 0xddda5ef7d4224367
  stxdw [r7 + 752], r2
  lddw r2, 0xedf692d95cbdde46
  stxdw [r7 + 760], r2
  lddw r2, 0x75f05f58d0890609
  stxdw [r7 + 768], r2
  lddw r2, 0x95330c69ad999eec
  stxdw [r7 + 776], r2
  lddw r2, 0xf38eb37033314bbc
  stxdw [r7 + 784], r2
  lddw r2, 0x5b9722d1dcdaac55
  stxdw [r7 + 792], r2
  lddw r2, 0xeb6d8cdba55ec812
  stxdw [r7 + 800], r2
  lddw r2, 0x8f40cb8d8071ab4a
  stxdw [r7 + 808], r2
  lddw r2, 0x7bd3430c69e7d1e3
  stxdw [r7 + 816], r2
  lddw r2, 0xaa7dfa6601cce64c
  stxdw [r7 + 824], r2
  ldxdw r2, [r6 + 192]
  stxdw [r7 + 832], r2
  ldxdw r2, [r6 + 200]
  stxdw [r7 + 840], r2
  ldxdw r2, [r6 + 208]
  stxdw [r7 + 848], r2
  ldxdw r2, [r6 + 216]
  stxdw [r7 + 856], r2
  ldxdw r2, [r6 + 224]
  stxdw [r7 + 864], r2
  ldxdw r2, [r6 + 232]
  stxdw [r7 + 872], r2
  ldxdw r2, [r6 + 240]
  stxdw [r7 + 880], r2
  ldxdw r2, [r6 + 248]
  stxdw [r7 + 888], r2
  lddw r2, 0x10a59dae24f71d0c
  stxdw [r7 + 896], r2
  lddw r2, 0xa6d11951df257eca
  stxdw [r7 + 904], r2
  lddw r2, 0x8fb985ab964b3
  stxdw [r7 + 912], r2
  lddw r2, 0x9310495cd78a81f0
  stxdw [r7 + 920], r2
  lddw r2, 0xc61cee76600b1028
  stxdw [r7 + 928], r2
  lddw r2, 0x282ecb03b5a2720a
  stxdw [r7 + 936], r2
  lddw r2, 0xd93c445492e06e1b
  stxdw [r7 + 944], r2
  lddw r2, 0xb140a5c80d6c8e1a
  stxdw [r7 + 952], r2
  lddw r2, 0x843912221d255623
  stxdw [r7 + 960], r2
  lddw r2, 0x4dd9b88d3709f5fd
  stxdw [r7 + 968], r2
  lddw r2, 0xd20ec0d1ff86de43
  stxdw [r7 + 976], r2
  lddw r2, 0xafdca429c9957ca2
  stxdw [r7 + 984], r2
  lddw r2, 0x501cd04fd1410919
  stxdw [r7 + 992], r2
  lddw r2, 0x16ce2214e01440e9
  stxdw [r7 + 1000], r2
  lddw r2, 0x1da797b0510262e4
  stxdw [r7 + 1008], r2
  lddw r2, 0x7d61433435ee6b9f
  stxdw [r7 + 1016], r2
  mov64 r1, 3
  mov64 r2, r7
  add64 r2, 256
  mov64 r3, 768
  mov64 r4, r7
  add64 r4, 1024
  call sol_alt_bn128_group_op
  jne r0, 0, no_point
  // a word of 32 bytes, big-endian: 1
  ldxdw r2, [r7 + 1024]
  jne r2, 0, refused
  ldxdw r2, [r7 + 1032]
  jne r2, 0, refused
  ldxdw r2, [r7 + 1040]
  jne r2, 0, refused
  ldxdw r2, [r7 + 1048]
  be64 r2
  jne r2, 1, refused
  mov64 r0, 0
  exit
malformed:
  mov64 r0, 1
  exit
not_below_r:
  mov64 r0, 2
  exit
no_point:
  mov64 r0, 3
  exit
refused:
  mov64 r0, 4
  exit

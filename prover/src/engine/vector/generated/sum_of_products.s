# Written by `cargo xtask kernels`; do not edit.
push rbp
mov rbp, rsp
and rsp, -64
sub rsp, 320
vmovapd ymm6, ymmword ptr [rcx + 0]
vmovapd ymm7, ymmword ptr [rcx + 32]
vmovdqa ymm0, ymmword ptr [rcx + 1056]
vmovdqa ymm1, ymmword ptr [rcx + 1088]
vmovdqa ymm2, ymmword ptr [rcx + 1120]
vmovdqa ymm3, ymmword ptr [rcx + 1056]
vmovdqa ymm4, ymmword ptr [rcx + 1088]
vmovdqa ymm5, ymmword ptr [rcx + 1120]
vmovapd ymm9, ymmword ptr [rdx + 0]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm9, ymmword ptr [rdx + 160]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rdx + 320]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 320]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 320]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm9, ymmword ptr [rdx + 480]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 480]
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 480]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rdx + 32]
vmovapd ymm8, ymm6
vpand ymm10, ymm0, ymmword ptr [rcx + 64]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vpand ymm13, ymm3, ymmword ptr [rcx + 64]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vpor ymm10, ymm10, ymmword ptr [rcx + 96]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vpor ymm13, ymm13, ymmword ptr [rcx + 96]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm10, ymm10, ymmword ptr [rcx + 128]
vmovapd ymm9, ymmword ptr [rdx + 192]
vmovapd ymm8, ymm6
vsubpd ymm13, ymm13, ymmword ptr [rcx + 128]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vpsrlq ymm0, ymm0, 51
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vpsrlq ymm3, ymm3, 51
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vmovapd ymm11, ymm10
vpaddq ymm4, ymm4, ymm8
vmovapd ymm14, ymm13
vmovapd ymm9, ymmword ptr [rdx + 0]
vmovapd ymm8, ymm6
vfmadd132pd ymm11, ymm6, ymmword ptr [rcx + 160]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 32]
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 160]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vmovapd ymm12, ymm10
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 32]
vmovapd ymm15, ymm13
vpaddq ymm1, ymm1, ymm8
vfmadd132pd ymm12, ymm6, ymmword ptr [rcx + 1024]
vmovapd ymm9, ymmword ptr [rdx + 160]
vmovapd ymm8, ymm6
vfmadd132pd ymm15, ymm6, ymmword ptr [rcx + 1024]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 192]
vpaddq ymm1, ymm1, ymm0
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vpaddq ymm4, ymm4, ymm3
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 192]
vsubpd ymm11, ymm6, ymm11
vpaddq ymm4, ymm4, ymm8
vsubpd ymm14, ymm6, ymm14
vmovapd ymm9, ymmword ptr [rdx + 352]
vmovapd ymm8, ymm6
vsubpd ymm12, ymm7, ymm12
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 320]
vsubpd ymm15, ymm7, ymm15
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm11, ymm10, ymmword ptr [rcx + 160]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 320]
vfmadd231pd ymm14, ymm13, ymmword ptr [rcx + 160]
vpaddq ymm1, ymm1, ymm8
vfmadd231pd ymm12, ymm10, ymmword ptr [rcx + 1024]
vmovapd ymm9, ymmword ptr [rdx + 512]
vmovapd ymm8, ymm6
vfmadd231pd ymm15, ymm13, ymmword ptr [rcx + 1024]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 480]
vpaddq ymm1, ymm1, ymm12
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vpaddq ymm4, ymm4, ymm15
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 480]
vmovapd ymm10, ymm11
vpaddq ymm4, ymm4, ymm8
vmovapd ymm13, ymm14
vmovapd ymm9, ymmword ptr [rdx + 320]
vmovapd ymm8, ymm6
vfmadd132pd ymm10, ymm6, ymmword ptr [rcx + 224]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 352]
vfmadd132pd ymm13, ymm6, ymmword ptr [rcx + 224]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vpaddq ymm1, ymm1, ymm10
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 352]
vpaddq ymm4, ymm4, ymm13
vpaddq ymm1, ymm1, ymm8
vmovapd ymmword ptr [rsp + 0], ymm11
vmovapd ymm9, ymmword ptr [rdx + 480]
vmovapd ymm8, ymm6
vmovapd ymmword ptr [rsp + 32], ymm14
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 512]
vfmadd132pd ymm11, ymm6, ymmword ptr [rcx + 256]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 256]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 512]
vpaddq ymm2, ymm2, ymm11
vpaddq ymm4, ymm4, ymm8
vpaddq ymm5, ymm5, ymm14
vmovdqa ymm0, ymmword ptr [rcx + 1152]
vmovdqa ymm3, ymmword ptr [rcx + 1152]
vmovapd ymm9, ymmword ptr [rdx + 64]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vpand ymm10, ymm1, ymmword ptr [rcx + 64]
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vpand ymm13, ymm4, ymmword ptr [rcx + 64]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm9, ymmword ptr [rdx + 224]
vpor ymm10, ymm10, ymmword ptr [rcx + 96]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vpor ymm13, ymm13, ymmword ptr [rcx + 96]
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vsubpd ymm10, ymm10, ymmword ptr [rcx + 128]
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rdx + 32]
vsubpd ymm13, ymm13, ymmword ptr [rcx + 128]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 32]
vpsrlq ymm1, ymm1, 51
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 32]
vpsrlq ymm4, ymm4, 51
vpaddq ymm2, ymm2, ymm8
vmovapd ymm9, ymmword ptr [rdx + 192]
vmovapd ymm11, ymm10
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 192]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm14, ymm13
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 192]
vfmadd132pd ymm11, ymm6, ymmword ptr [rcx + 160]
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rdx + 0]
vmovapd ymm8, ymm6
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 160]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 64]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm12, ymm10
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 64]
vmovapd ymm15, ymm13
vpaddq ymm2, ymm2, ymm8
vmovapd ymm9, ymmword ptr [rdx + 160]
vmovapd ymm8, ymm6
vfmadd132pd ymm12, ymm6, ymmword ptr [rcx + 1024]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 224]
vpaddq ymm3, ymm3, ymm8
vfmadd132pd ymm15, ymm6, ymmword ptr [rcx + 1024]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 224]
vpaddq ymm5, ymm5, ymm8
vpaddq ymm2, ymm2, ymm1
vmovapd ymm9, ymmword ptr [rdx + 384]
vmovapd ymm8, ymm6
vpaddq ymm5, ymm5, ymm4
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 320]
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vsubpd ymm11, ymm6, ymm11
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 320]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm14, ymm6, ymm14
vmovapd ymm9, ymmword ptr [rdx + 544]
vmovapd ymm8, ymm6
vsubpd ymm12, ymm7, ymm12
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 480]
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vsubpd ymm15, ymm7, ymm15
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 480]
vpaddq ymm5, ymm5, ymm8
vfmadd231pd ymm11, ymm10, ymmword ptr [rcx + 160]
vmovapd ymm9, ymmword ptr [rdx + 352]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 352]
vfmadd231pd ymm14, ymm13, ymmword ptr [rcx + 160]
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm12, ymm10, ymmword ptr [rcx + 1024]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 352]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm9, ymmword ptr [rdx + 512]
vfmadd231pd ymm15, ymm13, ymmword ptr [rcx + 1024]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 512]
vpaddq ymm2, ymm2, ymm12
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vpaddq ymm5, ymm5, ymm15
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 512]
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rdx + 320]
vmovapd ymm10, ymm11
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 384]
vmovapd ymm13, ymm14
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 384]
vfmadd132pd ymm10, ymm6, ymmword ptr [rcx + 224]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm9, ymmword ptr [rdx + 480]
vfmadd132pd ymm13, ymm6, ymmword ptr [rcx + 224]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 544]
vpaddq ymm3, ymm3, ymm8
vpaddq ymm2, ymm2, ymm10
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 544]
vpaddq ymm5, ymm5, ymm13
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rcx + 288]
vmovapd ymmword ptr [rsp + 64], ymm11
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 0]
vpaddq ymm0, ymm0, ymm8
vmovapd ymmword ptr [rsp + 96], ymm14
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 0]
vfmadd132pd ymm11, ymm6, ymmword ptr [rcx + 256]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 32]
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 256]
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vpaddq ymm0, ymm0, ymm11
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 32]
vpaddq ymm5, ymm5, ymm8
vpaddq ymm3, ymm3, ymm14
vmovdqa ymm1, ymmword ptr [rcx + 1184]
vmovdqa ymm4, ymmword ptr [rcx + 1184]
vmovapd ymm9, ymmword ptr [rdx + 96]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vpaddq ymm1, ymm1, ymm8
vpand ymm10, ymm2, ymmword ptr [rcx + 64]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vpaddq ymm0, ymm0, ymm8
vpand ymm13, ymm5, ymmword ptr [rcx + 64]
vmovapd ymm9, ymmword ptr [rdx + 256]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vpaddq ymm4, ymm4, ymm8
vpor ymm10, ymm10, ymmword ptr [rcx + 96]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vpaddq ymm3, ymm3, ymm8
vpor ymm13, ymm13, ymmword ptr [rcx + 96]
vmovapd ymm9, ymmword ptr [rdx + 64]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 32]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm10, ymm10, ymmword ptr [rcx + 128]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 32]
vpaddq ymm0, ymm0, ymm8
vsubpd ymm13, ymm13, ymmword ptr [rcx + 128]
vmovapd ymm9, ymmword ptr [rdx + 224]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 192]
vpaddq ymm4, ymm4, ymm8
vpsrlq ymm2, ymm2, 51
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 192]
vpaddq ymm3, ymm3, ymm8
vpsrlq ymm5, ymm5, 51
vmovapd ymm9, ymmword ptr [rdx + 32]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 64]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm11, ymm10
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 64]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm14, ymm13
vmovapd ymm9, ymmword ptr [rdx + 192]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 224]
vfmadd132pd ymm11, ymm6, ymmword ptr [rcx + 160]
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 224]
vpaddq ymm3, ymm3, ymm8
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 160]
vmovapd ymm9, ymmword ptr [rdx + 0]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 96]
vmovapd ymm12, ymm10
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 96]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm15, ymm13
vmovapd ymm9, ymmword ptr [rdx + 160]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 256]
vfmadd132pd ymm12, ymm6, ymmword ptr [rcx + 1024]
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 256]
vpaddq ymm3, ymm3, ymm8
vfmadd132pd ymm15, ymm6, ymmword ptr [rcx + 1024]
vmovapd ymm9, ymmword ptr [rdx + 416]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 320]
vpaddq ymm0, ymm0, ymm2
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 320]
vpaddq ymm0, ymm0, ymm8
vpaddq ymm3, ymm3, ymm5
vmovapd ymm9, ymmword ptr [rdx + 576]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 480]
vsubpd ymm11, ymm6, ymm11
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 480]
vsubpd ymm14, ymm6, ymm14
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rdx + 384]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 352]
vsubpd ymm12, ymm7, ymm12
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 352]
vsubpd ymm15, ymm7, ymm15
vpaddq ymm0, ymm0, ymm8
vmovapd ymm9, ymmword ptr [rdx + 544]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 512]
vfmadd231pd ymm11, ymm10, ymmword ptr [rcx + 160]
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 512]
vfmadd231pd ymm14, ymm13, ymmword ptr [rcx + 160]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rdx + 352]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 384]
vfmadd231pd ymm12, ymm10, ymmword ptr [rcx + 1024]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 384]
vfmadd231pd ymm15, ymm13, ymmword ptr [rcx + 1024]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm9, ymmword ptr [rdx + 512]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 544]
vpaddq ymm0, ymm0, ymm12
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 544]
vpaddq ymm3, ymm3, ymm15
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rdx + 320]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 416]
vmovapd ymm10, ymm11
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 416]
vmovapd ymm13, ymm14
vpaddq ymm0, ymm0, ymm8
vmovapd ymm9, ymmword ptr [rdx + 480]
vmovapd ymm8, ymm6
vfmadd132pd ymm10, ymm6, ymmword ptr [rcx + 224]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 576]
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 576]
vfmadd132pd ymm13, ymm6, ymmword ptr [rcx + 224]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rcx + 320]
vmovapd ymm8, ymm6
vpaddq ymm0, ymm0, ymm10
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 0]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 0]
vpaddq ymm3, ymm3, ymm13
vpaddq ymm0, ymm0, ymm8
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 32]
vmovapd ymmword ptr [rsp + 128], ymm11
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 32]
vpaddq ymm3, ymm3, ymm8
vmovapd ymmword ptr [rsp + 160], ymm14
vmovapd ymm9, ymmword ptr [rcx + 288]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 64]
vfmadd132pd ymm11, ymm6, ymmword ptr [rcx + 256]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 64]
vpaddq ymm0, ymm0, ymm8
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 256]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 96]
vpaddq ymm4, ymm4, ymm8
vpaddq ymm1, ymm1, ymm11
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 96]
vpaddq ymm3, ymm3, ymm8
vpaddq ymm4, ymm4, ymm14
vmovdqa ymm2, ymmword ptr [rcx + 1216]
vmovdqa ymm5, ymmword ptr [rcx + 1216]
vmovapd ymm9, ymmword ptr [rdx + 128]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vpand ymm10, ymm0, ymmword ptr [rcx + 64]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm9, ymmword ptr [rdx + 288]
vmovapd ymm8, ymm6
vpand ymm13, ymm3, ymmword ptr [rcx + 64]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vpaddq ymm4, ymm4, ymm8
vpor ymm10, ymm10, ymmword ptr [rcx + 96]
vmovapd ymm9, ymmword ptr [rdx + 96]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 32]
vpaddq ymm2, ymm2, ymm8
vpor ymm13, ymm13, ymmword ptr [rcx + 96]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 32]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm9, ymmword ptr [rdx + 256]
vmovapd ymm8, ymm6
vsubpd ymm10, ymm10, ymmword ptr [rcx + 128]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 192]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 192]
vsubpd ymm13, ymm13, ymmword ptr [rcx + 128]
vpaddq ymm4, ymm4, ymm8
vmovapd ymm9, ymmword ptr [rdx + 64]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 64]
vpaddq ymm2, ymm2, ymm8
vpsrlq ymm0, ymm0, 51
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 64]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm9, ymmword ptr [rdx + 224]
vpsrlq ymm3, ymm3, 51
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 224]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 224]
vmovapd ymm11, ymm10
vpaddq ymm4, ymm4, ymm8
vmovapd ymm9, ymmword ptr [rdx + 32]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 96]
vmovapd ymm14, ymm13
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 96]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm9, ymmword ptr [rdx + 192]
vfmadd132pd ymm11, ymm6, ymmword ptr [rcx + 160]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 256]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 160]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 256]
vpaddq ymm4, ymm4, ymm8
vmovapd ymm9, ymmword ptr [rdx + 0]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 128]
vmovapd ymm12, ymm10
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 128]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm15, ymm13
vmovapd ymm9, ymmword ptr [rdx + 160]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 288]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd132pd ymm12, ymm6, ymmword ptr [rcx + 1024]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 288]
vpaddq ymm4, ymm4, ymm8
vmovapd ymm9, ymmword ptr [rdx + 448]
vmovapd ymm8, ymm6
vfmadd132pd ymm15, ymm6, ymmword ptr [rcx + 1024]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 320]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 320]
vpaddq ymm1, ymm1, ymm8
vpaddq ymm1, ymm1, ymm0
vmovapd ymm9, ymmword ptr [rdx + 608]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 480]
vpaddq ymm5, ymm5, ymm8
vpaddq ymm4, ymm4, ymm3
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 480]
vpaddq ymm4, ymm4, ymm8
vmovapd ymm9, ymmword ptr [rdx + 416]
vmovapd ymm8, ymm6
vsubpd ymm11, ymm6, ymm11
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 352]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 352]
vsubpd ymm14, ymm6, ymm14
vpaddq ymm1, ymm1, ymm8
vmovapd ymm9, ymmword ptr [rdx + 576]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 512]
vsubpd ymm12, ymm7, ymm12
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 512]
vpaddq ymm4, ymm4, ymm8
vmovapd ymm9, ymmword ptr [rdx + 384]
vsubpd ymm15, ymm7, ymm15
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 384]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm11, ymm10, ymmword ptr [rcx + 160]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 384]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm9, ymmword ptr [rdx + 544]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 544]
vfmadd231pd ymm14, ymm13, ymmword ptr [rcx + 160]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 544]
vpaddq ymm4, ymm4, ymm8
vfmadd231pd ymm12, ymm10, ymmword ptr [rcx + 1024]
vmovapd ymm9, ymmword ptr [rdx + 352]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 416]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm15, ymm13, ymmword ptr [rcx + 1024]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 416]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm9, ymmword ptr [rdx + 512]
vmovapd ymm8, ymm6
vpaddq ymm1, ymm1, ymm12
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 576]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 576]
vpaddq ymm4, ymm4, ymm8
vpaddq ymm4, ymm4, ymm15
vmovapd ymm9, ymmword ptr [rdx + 320]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 448]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm10, ymm11
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 448]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm9, ymmword ptr [rdx + 480]
vmovapd ymm8, ymm6
vmovapd ymm13, ymm14
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 608]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 608]
vfmadd132pd ymm10, ymm6, ymmword ptr [rcx + 224]
vpaddq ymm4, ymm4, ymm8
vmovapd ymm9, ymmword ptr [rcx + 352]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 0]
vpaddq ymm2, ymm2, ymm8
vfmadd132pd ymm13, ymm6, ymmword ptr [rcx + 224]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 0]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm8, ymm6
vpaddq ymm1, ymm1, ymm10
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 32]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 32]
vpaddq ymm4, ymm4, ymm8
vpaddq ymm4, ymm4, ymm13
vmovapd ymm9, ymmword ptr [rcx + 320]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 64]
vpaddq ymm2, ymm2, ymm8
vmovapd ymmword ptr [rsp + 192], ymm11
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 64]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 96]
vmovapd ymmword ptr [rsp + 224], ymm14
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 96]
vpaddq ymm4, ymm4, ymm8
vfmadd132pd ymm11, ymm6, ymmword ptr [rcx + 256]
vmovapd ymm9, ymmword ptr [rcx + 288]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 128]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 256]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 128]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 160]
vpaddq ymm2, ymm2, ymm11
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 160]
vpaddq ymm4, ymm4, ymm8
vpaddq ymm5, ymm5, ymm14
vmovdqa ymm0, ymmword ptr [rcx + 1248]
vmovdqa ymm3, ymmword ptr [rcx + 1248]
vmovapd ymm9, ymmword ptr [rdx + 128]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 32]
vpaddq ymm0, ymm0, ymm8
vpand ymm10, ymm1, ymmword ptr [rcx + 64]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 32]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm9, ymmword ptr [rdx + 288]
vpand ymm13, ymm4, ymmword ptr [rcx + 64]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 192]
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vpor ymm10, ymm10, ymmword ptr [rcx + 96]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 192]
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rdx + 96]
vmovapd ymm8, ymm6
vpor ymm13, ymm13, ymmword ptr [rcx + 96]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 64]
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vsubpd ymm10, ymm10, ymmword ptr [rcx + 128]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 64]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm9, ymmword ptr [rdx + 256]
vmovapd ymm8, ymm6
vsubpd ymm13, ymm13, ymmword ptr [rcx + 128]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 224]
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 224]
vpsrlq ymm1, ymm1, 51
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rdx + 64]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 96]
vpsrlq ymm4, ymm4, 51
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 96]
vmovapd ymm11, ymm10
vpaddq ymm2, ymm2, ymm8
vmovapd ymm9, ymmword ptr [rdx + 224]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 256]
vmovapd ymm14, ymm13
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 256]
vpaddq ymm5, ymm5, ymm8
vfmadd132pd ymm11, ymm6, ymmword ptr [rcx + 160]
vmovapd ymm9, ymmword ptr [rdx + 32]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 128]
vpaddq ymm0, ymm0, ymm8
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 160]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 128]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm9, ymmword ptr [rdx + 192]
vmovapd ymm12, ymm10
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 288]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm15, ymm13
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 288]
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rdx + 448]
vfmadd132pd ymm12, ymm6, ymmword ptr [rcx + 1024]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 352]
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd132pd ymm15, ymm6, ymmword ptr [rcx + 1024]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 352]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm9, ymmword ptr [rdx + 608]
vmovapd ymm8, ymm6
vpaddq ymm2, ymm2, ymm1
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 512]
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vpaddq ymm5, ymm5, ymm4
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 512]
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rdx + 416]
vmovapd ymm8, ymm6
vsubpd ymm11, ymm6, ymm11
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 384]
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 384]
vsubpd ymm14, ymm6, ymm14
vpaddq ymm2, ymm2, ymm8
vmovapd ymm9, ymmword ptr [rdx + 576]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 544]
vsubpd ymm12, ymm7, ymm12
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 544]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm15, ymm7, ymm15
vmovapd ymm9, ymmword ptr [rdx + 384]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 416]
vfmadd231pd ymm11, ymm10, ymmword ptr [rcx + 160]
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 416]
vpaddq ymm2, ymm2, ymm8
vfmadd231pd ymm14, ymm13, ymmword ptr [rcx + 160]
vmovapd ymm9, ymmword ptr [rdx + 544]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 576]
vpaddq ymm3, ymm3, ymm8
vfmadd231pd ymm12, ymm10, ymmword ptr [rcx + 1024]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 576]
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rdx + 352]
vfmadd231pd ymm15, ymm13, ymmword ptr [rcx + 1024]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 448]
vpaddq ymm0, ymm0, ymm8
vpaddq ymm2, ymm2, ymm12
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 448]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm9, ymmword ptr [rdx + 512]
vpaddq ymm5, ymm5, ymm15
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 608]
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vmovapd ymm10, ymm11
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 608]
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rcx + 352]
vmovapd ymm8, ymm6
vmovapd ymm13, ymm14
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 64]
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 64]
vfmadd132pd ymm10, ymm6, ymmword ptr [rcx + 224]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 96]
vfmadd132pd ymm13, ymm6, ymmword ptr [rcx + 224]
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 96]
vpaddq ymm5, ymm5, ymm8
vpaddq ymm2, ymm2, ymm10
vmovapd ymm9, ymmword ptr [rcx + 320]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 128]
vpaddq ymm0, ymm0, ymm8
vpaddq ymm5, ymm5, ymm13
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 128]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm8, ymm6
vmovapd ymmword ptr [rsp + 256], ymm11
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 160]
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vmovapd ymmword ptr [rsp + 288], ymm14
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 160]
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rcx + 288]
vmovapd ymm8, ymm6
vfmadd132pd ymm11, ymm6, ymmword ptr [rcx + 256]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 192]
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 192]
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 256]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 224]
vpaddq ymm3, ymm3, ymm8
vpaddq ymm0, ymm0, ymm11
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 224]
vpaddq ymm5, ymm5, ymm8
vpaddq ymm3, ymm3, ymm14
vmovdqa ymm1, ymmword ptr [rcx + 1280]
vmovdqa ymm4, ymmword ptr [rcx + 1280]
vmovapd ymm9, ymmword ptr [rdx + 128]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 64]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 64]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm9, ymmword ptr [rdx + 288]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 224]
vpaddq ymm4, ymm4, ymm8
vpand ymm10, ymm2, ymmword ptr [rcx + 64]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 224]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rdx + 96]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 96]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 96]
vpaddq ymm0, ymm0, ymm8
vpand ymm13, ymm5, ymmword ptr [rcx + 64]
vmovapd ymm9, ymmword ptr [rdx + 256]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 256]
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 256]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rdx + 64]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 128]
vpor ymm10, ymm10, ymmword ptr [rcx + 96]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 128]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm9, ymmword ptr [rdx + 224]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 288]
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 288]
vpor ymm13, ymm13, ymmword ptr [rcx + 96]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rdx + 448]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 384]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 384]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm9, ymmword ptr [rdx + 608]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 544]
vsubpd ymm10, ymm10, ymmword ptr [rcx + 128]
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 544]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rdx + 416]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 416]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 416]
vsubpd ymm13, ymm13, ymmword ptr [rcx + 128]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm9, ymmword ptr [rdx + 576]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 576]
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 576]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rdx + 384]
vmovapd ymm8, ymm6
vmovapd ymmword ptr [rdi + 0], ymm10
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 448]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 448]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm9, ymmword ptr [rdx + 544]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 608]
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vmovapd ymmword ptr [rdi + 160], ymm13
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 608]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rcx + 352]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 128]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 128]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 160]
vpsrlq ymm2, ymm2, 51
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 160]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rcx + 320]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 192]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 192]
vpsrlq ymm5, ymm5, 51
vpaddq ymm0, ymm0, ymm8
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 224]
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 224]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rcx + 288]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 256]
vpaddq ymm0, ymm0, ymm2
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 256]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 288]
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 288]
vpaddq ymm3, ymm3, ymm8
vpaddq ymm3, ymm3, ymm5
vmovdqa ymm2, ymmword ptr [rcx + 1312]
vmovdqa ymm5, ymmword ptr [rcx + 1312]
vmovapd ymm9, ymmword ptr [rdx + 128]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 96]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 96]
vpaddq ymm1, ymm1, ymm8
vpand ymm10, ymm0, ymmword ptr [rcx + 64]
vmovapd ymm9, ymmword ptr [rdx + 288]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 256]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 256]
vpaddq ymm4, ymm4, ymm8
vpand ymm13, ymm3, ymmword ptr [rcx + 64]
vmovapd ymm9, ymmword ptr [rdx + 96]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 128]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 128]
vpaddq ymm1, ymm1, ymm8
vpor ymm10, ymm10, ymmword ptr [rcx + 96]
vmovapd ymm9, ymmword ptr [rdx + 256]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 288]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 288]
vpaddq ymm4, ymm4, ymm8
vpor ymm13, ymm13, ymmword ptr [rcx + 96]
vmovapd ymm9, ymmword ptr [rdx + 448]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 416]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 416]
vpaddq ymm1, ymm1, ymm8
vsubpd ymm10, ymm10, ymmword ptr [rcx + 128]
vmovapd ymm9, ymmword ptr [rdx + 608]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 576]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 576]
vsubpd ymm13, ymm13, ymmword ptr [rcx + 128]
vpaddq ymm4, ymm4, ymm8
vmovapd ymm9, ymmword ptr [rdx + 416]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 448]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 448]
vmovapd ymmword ptr [rdi + 32], ymm10
vpaddq ymm1, ymm1, ymm8
vmovapd ymm9, ymmword ptr [rdx + 576]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 608]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 608]
vmovapd ymmword ptr [rdi + 192], ymm13
vpaddq ymm4, ymm4, ymm8
vmovapd ymm9, ymmword ptr [rcx + 352]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 192]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 192]
vpsrlq ymm0, ymm0, 51
vpaddq ymm1, ymm1, ymm8
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 224]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 224]
vpaddq ymm4, ymm4, ymm8
vpsrlq ymm3, ymm3, 51
vmovapd ymm9, ymmword ptr [rcx + 320]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 256]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 256]
vpaddq ymm1, ymm1, ymm8
vpaddq ymm1, ymm1, ymm0
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 288]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 288]
vpaddq ymm4, ymm4, ymm8
vpaddq ymm4, ymm4, ymm3
vmovdqa ymm0, ymmword ptr [rcx + 1344]
vmovdqa ymm3, ymmword ptr [rcx + 1344]
vmovapd ymm9, ymmword ptr [rdx + 128]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 128]
vpaddq ymm0, ymm0, ymm8
vpand ymm10, ymm1, ymmword ptr [rcx + 64]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 128]
vpaddq ymm2, ymm2, ymm8
vpand ymm13, ymm4, ymmword ptr [rcx + 64]
vmovapd ymm9, ymmword ptr [rdx + 288]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 288]
vpaddq ymm3, ymm3, ymm8
vpor ymm10, ymm10, ymmword ptr [rcx + 96]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 288]
vpaddq ymm5, ymm5, ymm8
vpor ymm13, ymm13, ymmword ptr [rcx + 96]
vmovapd ymm9, ymmword ptr [rdx + 448]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 448]
vpaddq ymm0, ymm0, ymm8
vsubpd ymm10, ymm10, ymmword ptr [rcx + 128]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 448]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm13, ymm13, ymmword ptr [rcx + 128]
vmovapd ymm9, ymmword ptr [rdx + 608]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 608]
vmovapd ymmword ptr [rdi + 64], ymm10
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 608]
vpaddq ymm5, ymm5, ymm8
vmovapd ymmword ptr [rdi + 224], ymm13
vmovapd ymm9, ymmword ptr [rcx + 352]
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 256]
vpsrlq ymm1, ymm1, 51
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 256]
vpaddq ymm2, ymm2, ymm8
vpsrlq ymm4, ymm4, 51
vmovapd ymm8, ymm6
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 288]
vpaddq ymm3, ymm3, ymm8
vpaddq ymm2, ymm2, ymm1
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 288]
vpaddq ymm5, ymm5, ymm8
vpaddq ymm5, ymm5, ymm4
vpand ymm10, ymm2, ymmword ptr [rcx + 64]
vpand ymm13, ymm5, ymmword ptr [rcx + 64]
vpor ymm10, ymm10, ymmword ptr [rcx + 96]
vpor ymm13, ymm13, ymmword ptr [rcx + 96]
vsubpd ymm10, ymm10, ymmword ptr [rcx + 128]
vsubpd ymm13, ymm13, ymmword ptr [rcx + 128]
vmovapd ymmword ptr [rdi + 96], ymm10
vmovapd ymmword ptr [rdi + 256], ymm13
vpsrlq ymm2, ymm2, 51
vpsrlq ymm5, ymm5, 51
vpaddq ymm0, ymm0, ymm2
vpaddq ymm3, ymm3, ymm5
vsubpd ymm0, ymm0, ymmword ptr [rcx + 192]
vmovapd ymmword ptr [rdi + 128], ymm0
vsubpd ymm3, ymm3, ymmword ptr [rcx + 192]
vmovapd ymmword ptr [rdi + 288], ymm3
vzeroupper
mov rsp, rbp
pop rbp
ret

# Written by `cargo xtask kernels`; do not edit.
push rbp
mov rbp, rsp
and rsp, -64
sub rsp, 640
vmovapd ymm6, ymmword ptr [rcx + 0]
vmovapd ymm7, ymmword ptr [rcx + 32]
vmovdqa ymm10, ymmword ptr [rcx + 64]
vmovapd ymm11, ymmword ptr [rcx + 96]
vmovapd ymm9, ymmword ptr [rsi + 32]
vaddpd ymm9, ymm9, ymm9
vmovapd ymmword ptr [rsp + 352], ymm9
vmovapd ymm9, ymmword ptr [rsi + 64]
vaddpd ymm9, ymm9, ymm9
vmovapd ymmword ptr [rsp + 384], ymm9
vmovapd ymm9, ymmword ptr [rsi + 96]
vaddpd ymm9, ymm9, ymm9
vmovapd ymmword ptr [rsp + 416], ymm9
vmovapd ymm9, ymmword ptr [rsi + 128]
vaddpd ymm9, ymm9, ymm9
vmovapd ymmword ptr [rsp + 448], ymm9
vmovapd ymm9, ymmword ptr [rsi + 192]
vaddpd ymm9, ymm9, ymm9
vmovapd ymmword ptr [rsp + 512], ymm9
vmovapd ymm9, ymmword ptr [rsi + 224]
vaddpd ymm9, ymm9, ymm9
vmovapd ymmword ptr [rsp + 544], ymm9
vmovapd ymm9, ymmword ptr [rsi + 256]
vaddpd ymm9, ymm9, ymm9
vmovapd ymmword ptr [rsp + 576], ymm9
vmovapd ymm9, ymmword ptr [rsi + 288]
vaddpd ymm9, ymm9, ymm9
vmovapd ymmword ptr [rsp + 608], ymm9
vmovdqa ymm0, ymmword ptr [rcx + 704]
vmovdqa ymm1, ymmword ptr [rcx + 736]
vmovdqa ymm2, ymmword ptr [rcx + 768]
vmovdqa ymm3, ymmword ptr [rcx + 704]
vmovdqa ymm4, ymmword ptr [rcx + 736]
vmovdqa ymm5, ymmword ptr [rcx + 768]
vmovapd ymm9, ymmword ptr [rsi + 0]
vmovapd ymm8, ymmword ptr [rsi + 0]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm9, ymmword ptr [rsi + 160]
vmovapd ymm8, ymmword ptr [rsi + 160]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rsp + 352]
vpand ymm12, ymm0, ymm10
vmovapd ymm8, ymmword ptr [rsi + 0]
vpand ymm14, ymm3, ymm10
vpor ymm12, ymm12, ymm11
vfmadd213pd ymm8, ymm9, ymm6
vpor ymm14, ymm14, ymm11
vsubpd ymm12, ymm12, ymmword ptr [rcx + 128]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm14, ymm14, ymmword ptr [rcx + 128]
vpsrlq ymm0, ymm0, 51
vsubpd ymm8, ymm7, ymm8
vpsrlq ymm3, ymm3, 51
vmovapd ymm13, ymm12
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vmovapd ymm15, ymm14
vfmadd132pd ymm13, ymm6, ymmword ptr [rcx + 160]
vpaddq ymm1, ymm1, ymm8
vfmadd132pd ymm15, ymm6, ymmword ptr [rcx + 160]
vpaddq ymm1, ymm1, ymm0
vmovapd ymm9, ymmword ptr [rsp + 512]
vpaddq ymm4, ymm4, ymm3
vmovapd ymm8, ymmword ptr [rsi + 160]
vsubpd ymm13, ymm6, ymm13
vsubpd ymm15, ymm6, ymm15
vfmadd213pd ymm8, ymm9, ymm6
vfmadd231pd ymm13, ymm12, ymmword ptr [rcx + 160]
vfmadd231pd ymm15, ymm14, ymmword ptr [rcx + 160]
vpaddq ymm5, ymm5, ymm8
vmovapd ymmword ptr [rsp + 0], ymm13
vmovapd ymmword ptr [rsp + 32], ymm15
vsubpd ymm8, ymm7, ymm8
vmovapd ymm12, ymm13
vmovapd ymm14, ymm15
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vfmadd132pd ymm12, ymm6, ymmword ptr [rcx + 224]
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 224]
vpaddq ymm4, ymm4, ymm8
vpaddq ymm1, ymm1, ymm12
vpaddq ymm4, ymm4, ymm14
vmovapd ymm9, ymmword ptr [rcx + 256]
vmovapd ymm12, ymm13
vmovapd ymm14, ymm15
vfmadd132pd ymm12, ymm6, ymm9
vfmadd132pd ymm14, ymm6, ymm9
vpaddq ymm2, ymm2, ymm12
vpaddq ymm5, ymm5, ymm14
vsubpd ymm12, ymm7, ymm12
vsubpd ymm14, ymm7, ymm14
vfmadd231pd ymm12, ymm13, ymm9
vfmadd231pd ymm14, ymm15, ymm9
vpaddq ymm1, ymm1, ymm12
vpaddq ymm4, ymm4, ymm14
vmovdqa ymm0, ymmword ptr [rcx + 800]
vmovdqa ymm3, ymmword ptr [rcx + 800]
vmovapd ymm9, ymmword ptr [rsp + 384]
vmovapd ymm8, ymmword ptr [rsi + 0]
vpand ymm12, ymm1, ymm10
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm0, ymm0, ymm8
vpand ymm14, ymm4, ymm10
vsubpd ymm8, ymm7, ymm8
vpor ymm12, ymm12, ymm11
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vpaddq ymm2, ymm2, ymm8
vpor ymm14, ymm14, ymm11
vmovapd ymm9, ymmword ptr [rsp + 544]
vsubpd ymm12, ymm12, ymmword ptr [rcx + 128]
vmovapd ymm8, ymmword ptr [rsi + 160]
vfmadd213pd ymm8, ymm9, ymm6
vsubpd ymm14, ymm14, ymmword ptr [rcx + 128]
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vpsrlq ymm1, ymm1, 51
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vpsrlq ymm4, ymm4, 51
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rsi + 32]
vmovapd ymm13, ymm12
vmovapd ymm8, ymmword ptr [rsi + 32]
vmovapd ymm15, ymm14
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm0, ymm0, ymm8
vfmadd132pd ymm13, ymm6, ymmword ptr [rcx + 160]
vsubpd ymm8, ymm7, ymm8
vfmadd132pd ymm15, ymm6, ymmword ptr [rcx + 160]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 32]
vpaddq ymm2, ymm2, ymm8
vpaddq ymm2, ymm2, ymm1
vmovapd ymm9, ymmword ptr [rsi + 192]
vmovapd ymm8, ymmword ptr [rsi + 192]
vpaddq ymm5, ymm5, ymm4
vfmadd213pd ymm8, ymm9, ymm6
vsubpd ymm13, ymm6, ymm13
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vsubpd ymm15, ymm6, ymm15
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 192]
vfmadd231pd ymm13, ymm12, ymmword ptr [rcx + 160]
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rcx + 288]
vfmadd231pd ymm15, ymm14, ymmword ptr [rcx + 160]
vmovapd ymm8, ymmword ptr [rsp + 0]
vmovapd ymmword ptr [rsp + 64], ymm13
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm0, ymm0, ymm8
vmovapd ymmword ptr [rsp + 96], ymm15
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 0]
vmovapd ymm12, ymm13
vpaddq ymm2, ymm2, ymm8
vmovapd ymm14, ymm15
vmovapd ymm8, ymmword ptr [rsp + 32]
vfmadd213pd ymm8, ymm9, ymm6
vfmadd132pd ymm12, ymm6, ymmword ptr [rcx + 224]
vpaddq ymm3, ymm3, ymm8
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 224]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 32]
vpaddq ymm2, ymm2, ymm12
vpaddq ymm5, ymm5, ymm8
vpaddq ymm5, ymm5, ymm14
vmovapd ymm9, ymmword ptr [rcx + 256]
vmovapd ymm12, ymm13
vmovapd ymm14, ymm15
vfmadd132pd ymm12, ymm6, ymm9
vfmadd132pd ymm14, ymm6, ymm9
vpaddq ymm0, ymm0, ymm12
vpaddq ymm3, ymm3, ymm14
vsubpd ymm12, ymm7, ymm12
vsubpd ymm14, ymm7, ymm14
vfmadd231pd ymm12, ymm13, ymm9
vfmadd231pd ymm14, ymm15, ymm9
vpaddq ymm2, ymm2, ymm12
vpaddq ymm5, ymm5, ymm14
vmovdqa ymm1, ymmword ptr [rcx + 832]
vmovdqa ymm4, ymmword ptr [rcx + 832]
vmovapd ymm9, ymmword ptr [rsp + 416]
vmovapd ymm8, ymmword ptr [rsi + 0]
vfmadd213pd ymm8, ymm9, ymm6
vpand ymm12, ymm2, ymm10
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vpand ymm14, ymm5, ymm10
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vpaddq ymm0, ymm0, ymm8
vpor ymm12, ymm12, ymm11
vmovapd ymm9, ymmword ptr [rsp + 576]
vmovapd ymm8, ymmword ptr [rsi + 160]
vpor ymm14, ymm14, ymm11
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm4, ymm4, ymm8
vsubpd ymm12, ymm12, ymmword ptr [rcx + 128]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vsubpd ymm14, ymm14, ymmword ptr [rcx + 128]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rsp + 384]
vpsrlq ymm2, ymm2, 51
vmovapd ymm8, ymmword ptr [rsi + 32]
vfmadd213pd ymm8, ymm9, ymm6
vpsrlq ymm5, ymm5, 51
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vmovapd ymm13, ymm12
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 32]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm15, ymm14
vmovapd ymm9, ymmword ptr [rsp + 544]
vmovapd ymm8, ymmword ptr [rsi + 192]
vfmadd132pd ymm13, ymm6, ymmword ptr [rcx + 160]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm4, ymm4, ymm8
vfmadd132pd ymm15, ymm6, ymmword ptr [rcx + 160]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 192]
vpaddq ymm0, ymm0, ymm2
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rcx + 320]
vmovapd ymm8, ymmword ptr [rsp + 0]
vpaddq ymm3, ymm3, ymm5
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm1, ymm1, ymm8
vsubpd ymm13, ymm6, ymm13
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 0]
vsubpd ymm15, ymm6, ymm15
vpaddq ymm0, ymm0, ymm8
vmovapd ymm8, ymmword ptr [rsp + 32]
vfmadd231pd ymm13, ymm12, ymmword ptr [rcx + 160]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm4, ymm4, ymm8
vfmadd231pd ymm15, ymm14, ymmword ptr [rcx + 160]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 32]
vmovapd ymmword ptr [rsp + 128], ymm13
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rcx + 288]
vmovapd ymmword ptr [rsp + 160], ymm15
vmovapd ymm8, ymmword ptr [rsp + 64]
vfmadd213pd ymm8, ymm9, ymm6
vmovapd ymm12, ymm13
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vmovapd ymm14, ymm15
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 64]
vpaddq ymm0, ymm0, ymm8
vfmadd132pd ymm12, ymm6, ymmword ptr [rcx + 224]
vmovapd ymm8, ymmword ptr [rsp + 96]
vfmadd213pd ymm8, ymm9, ymm6
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 224]
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vpaddq ymm0, ymm0, ymm12
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 96]
vpaddq ymm3, ymm3, ymm8
vpaddq ymm3, ymm3, ymm14
vmovapd ymm9, ymmword ptr [rcx + 256]
vmovapd ymm12, ymm13
vmovapd ymm14, ymm15
vfmadd132pd ymm12, ymm6, ymm9
vfmadd132pd ymm14, ymm6, ymm9
vpaddq ymm1, ymm1, ymm12
vpaddq ymm4, ymm4, ymm14
vsubpd ymm12, ymm7, ymm12
vsubpd ymm14, ymm7, ymm14
vfmadd231pd ymm12, ymm13, ymm9
vfmadd231pd ymm14, ymm15, ymm9
vpaddq ymm0, ymm0, ymm12
vpaddq ymm3, ymm3, ymm14
vmovdqa ymm2, ymmword ptr [rcx + 864]
vmovdqa ymm5, ymmword ptr [rcx + 864]
vmovapd ymm9, ymmword ptr [rsp + 448]
vmovapd ymm8, ymmword ptr [rsi + 0]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm2, ymm2, ymm8
vpand ymm12, ymm0, ymm10
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 0]
vpaddq ymm1, ymm1, ymm8
vpand ymm14, ymm3, ymm10
vmovapd ymm9, ymmword ptr [rsp + 608]
vmovapd ymm8, ymmword ptr [rsi + 160]
vfmadd213pd ymm8, ymm9, ymm6
vpor ymm12, ymm12, ymm11
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 160]
vpor ymm14, ymm14, ymm11
vpaddq ymm4, ymm4, ymm8
vmovapd ymm9, ymmword ptr [rsp + 416]
vmovapd ymm8, ymmword ptr [rsi + 32]
vsubpd ymm12, ymm12, ymmword ptr [rcx + 128]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vsubpd ymm14, ymm14, ymmword ptr [rcx + 128]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 32]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm9, ymmword ptr [rsp + 576]
vpsrlq ymm0, ymm0, 51
vmovapd ymm8, ymmword ptr [rsi + 192]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm5, ymm5, ymm8
vpsrlq ymm3, ymm3, 51
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 192]
vpaddq ymm4, ymm4, ymm8
vmovapd ymm9, ymmword ptr [rsi + 64]
vmovapd ymm13, ymm12
vmovapd ymm8, ymmword ptr [rsi + 64]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm2, ymm2, ymm8
vmovapd ymm15, ymm14
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 64]
vpaddq ymm1, ymm1, ymm8
vfmadd132pd ymm13, ymm6, ymmword ptr [rcx + 160]
vmovapd ymm9, ymmword ptr [rsi + 224]
vmovapd ymm8, ymmword ptr [rsi + 224]
vfmadd213pd ymm8, ymm9, ymm6
vfmadd132pd ymm15, ymm6, ymmword ptr [rcx + 160]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 224]
vpaddq ymm1, ymm1, ymm0
vpaddq ymm4, ymm4, ymm8
vmovapd ymm9, ymmword ptr [rcx + 352]
vmovapd ymm8, ymmword ptr [rsp + 0]
vpaddq ymm4, ymm4, ymm3
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vsubpd ymm13, ymm6, ymm13
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 0]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm8, ymmword ptr [rsp + 32]
vsubpd ymm15, ymm6, ymm15
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm13, ymm12, ymmword ptr [rcx + 160]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 32]
vpaddq ymm4, ymm4, ymm8
vmovapd ymm9, ymmword ptr [rcx + 320]
vmovapd ymm8, ymmword ptr [rsp + 64]
vfmadd231pd ymm15, ymm14, ymmword ptr [rcx + 160]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vmovapd ymmword ptr [rsp + 192], ymm13
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 64]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm8, ymmword ptr [rsp + 96]
vmovapd ymmword ptr [rsp + 224], ymm15
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vmovapd ymm12, ymm13
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 96]
vpaddq ymm4, ymm4, ymm8
vmovapd ymm9, ymmword ptr [rcx + 288]
vmovapd ymm14, ymm15
vmovapd ymm8, ymmword ptr [rsp + 128]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm2, ymm2, ymm8
vfmadd132pd ymm12, ymm6, ymmword ptr [rcx + 224]
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 128]
vpaddq ymm1, ymm1, ymm8
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 224]
vmovapd ymm8, ymmword ptr [rsp + 160]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm5, ymm5, ymm8
vpaddq ymm1, ymm1, ymm12
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 160]
vpaddq ymm4, ymm4, ymm8
vpaddq ymm4, ymm4, ymm14
vmovapd ymm9, ymmword ptr [rcx + 256]
vmovapd ymm12, ymm13
vmovapd ymm14, ymm15
vfmadd132pd ymm12, ymm6, ymm9
vfmadd132pd ymm14, ymm6, ymm9
vpaddq ymm2, ymm2, ymm12
vpaddq ymm5, ymm5, ymm14
vsubpd ymm12, ymm7, ymm12
vsubpd ymm14, ymm7, ymm14
vfmadd231pd ymm12, ymm13, ymm9
vfmadd231pd ymm14, ymm15, ymm9
vpaddq ymm1, ymm1, ymm12
vpaddq ymm4, ymm4, ymm14
vmovdqa ymm0, ymmword ptr [rcx + 896]
vmovdqa ymm3, ymmword ptr [rcx + 896]
vmovapd ymm9, ymmword ptr [rsp + 448]
vmovapd ymm8, ymmword ptr [rsi + 32]
vfmadd213pd ymm8, ymm9, ymm6
vpand ymm12, ymm1, ymm10
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 32]
vpand ymm14, ymm4, ymm10
vpaddq ymm2, ymm2, ymm8
vmovapd ymm9, ymmword ptr [rsp + 608]
vpor ymm12, ymm12, ymm11
vmovapd ymm8, ymmword ptr [rsi + 192]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm3, ymm3, ymm8
vpor ymm14, ymm14, ymm11
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 192]
vsubpd ymm12, ymm12, ymmword ptr [rcx + 128]
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rsp + 416]
vmovapd ymm8, ymmword ptr [rsi + 64]
vsubpd ymm14, ymm14, ymmword ptr [rcx + 128]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vpsrlq ymm1, ymm1, 51
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 64]
vpaddq ymm2, ymm2, ymm8
vpsrlq ymm4, ymm4, 51
vmovapd ymm9, ymmword ptr [rsp + 576]
vmovapd ymm8, ymmword ptr [rsi + 224]
vfmadd213pd ymm8, ymm9, ymm6
vmovapd ymm13, ymm12
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vmovapd ymm15, ymm14
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 224]
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rcx + 352]
vfmadd132pd ymm13, ymm6, ymmword ptr [rcx + 160]
vmovapd ymm8, ymmword ptr [rsp + 64]
vfmadd213pd ymm8, ymm9, ymm6
vfmadd132pd ymm15, ymm6, ymmword ptr [rcx + 160]
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 64]
vpaddq ymm2, ymm2, ymm1
vpaddq ymm2, ymm2, ymm8
vmovapd ymm8, ymmword ptr [rsp + 96]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm5, ymm5, ymm4
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vsubpd ymm13, ymm6, ymm13
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 96]
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rcx + 320]
vsubpd ymm15, ymm6, ymm15
vmovapd ymm8, ymmword ptr [rsp + 128]
vfmadd213pd ymm8, ymm9, ymm6
vfmadd231pd ymm13, ymm12, ymmword ptr [rcx + 160]
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 128]
vfmadd231pd ymm15, ymm14, ymmword ptr [rcx + 160]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm8, ymmword ptr [rsp + 160]
vmovapd ymmword ptr [rsp + 256], ymm13
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vmovapd ymmword ptr [rsp + 288], ymm15
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 160]
vpaddq ymm5, ymm5, ymm8
vmovapd ymm9, ymmword ptr [rcx + 288]
vmovapd ymm12, ymm13
vmovapd ymm8, ymmword ptr [rsp + 192]
vfmadd213pd ymm8, ymm9, ymm6
vmovapd ymm14, ymm15
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 192]
vfmadd132pd ymm12, ymm6, ymmword ptr [rcx + 224]
vpaddq ymm2, ymm2, ymm8
vmovapd ymm8, ymmword ptr [rsp + 224]
vfmadd132pd ymm14, ymm6, ymmword ptr [rcx + 224]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vpaddq ymm2, ymm2, ymm12
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 224]
vpaddq ymm5, ymm5, ymm8
vpaddq ymm5, ymm5, ymm14
vmovapd ymm9, ymmword ptr [rcx + 256]
vmovapd ymm12, ymm13
vmovapd ymm14, ymm15
vfmadd132pd ymm12, ymm6, ymm9
vfmadd132pd ymm14, ymm6, ymm9
vpaddq ymm0, ymm0, ymm12
vpaddq ymm3, ymm3, ymm14
vsubpd ymm12, ymm7, ymm12
vsubpd ymm14, ymm7, ymm14
vfmadd231pd ymm12, ymm13, ymm9
vfmadd231pd ymm14, ymm15, ymm9
vpaddq ymm2, ymm2, ymm12
vpaddq ymm5, ymm5, ymm14
vmovdqa ymm1, ymmword ptr [rcx + 928]
vmovdqa ymm4, ymmword ptr [rcx + 928]
vmovapd ymm9, ymmword ptr [rsp + 448]
vmovapd ymm8, ymmword ptr [rsi + 64]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 64]
vpand ymm12, ymm2, ymm10
vpaddq ymm0, ymm0, ymm8
vmovapd ymm9, ymmword ptr [rsp + 608]
vmovapd ymm8, ymmword ptr [rsi + 224]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vpand ymm14, ymm5, ymm10
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 224]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rsi + 96]
vmovapd ymm8, ymmword ptr [rsi + 96]
vfmadd213pd ymm8, ymm9, ymm6
vpor ymm12, ymm12, ymm11
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 96]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm9, ymmword ptr [rsi + 256]
vmovapd ymm8, ymmword ptr [rsi + 256]
vpor ymm14, ymm14, ymm11
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 256]
vpaddq ymm3, ymm3, ymm8
vsubpd ymm12, ymm12, ymmword ptr [rcx + 128]
vmovapd ymm9, ymmword ptr [rcx + 352]
vmovapd ymm8, ymmword ptr [rsp + 128]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 128]
vsubpd ymm14, ymm14, ymmword ptr [rcx + 128]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm8, ymmword ptr [rsp + 160]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 160]
vmovapd ymmword ptr [rdi + 0], ymm12
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rcx + 320]
vmovapd ymm8, ymmword ptr [rsp + 192]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm1, ymm1, ymm8
vmovapd ymmword ptr [rdi + 160], ymm14
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 192]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm8, ymmword ptr [rsp + 224]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm4, ymm4, ymm8
vpsrlq ymm2, ymm2, 51
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 224]
vpaddq ymm3, ymm3, ymm8
vmovapd ymm9, ymmword ptr [rcx + 288]
vmovapd ymm8, ymmword ptr [rsp + 256]
vpsrlq ymm5, ymm5, 51
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm1, ymm1, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 256]
vpaddq ymm0, ymm0, ymm8
vmovapd ymm8, ymmword ptr [rsp + 288]
vpaddq ymm0, ymm0, ymm2
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm4, ymm4, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 288]
vpaddq ymm3, ymm3, ymm8
vpaddq ymm3, ymm3, ymm5
vmovdqa ymm2, ymmword ptr [rcx + 960]
vmovdqa ymm5, ymmword ptr [rcx + 960]
vmovapd ymm9, ymmword ptr [rsp + 448]
vmovapd ymm8, ymmword ptr [rsi + 96]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm2, ymm2, ymm8
vpand ymm12, ymm0, ymm10
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 96]
vpaddq ymm1, ymm1, ymm8
vpand ymm14, ymm3, ymm10
vmovapd ymm9, ymmword ptr [rsp + 608]
vmovapd ymm8, ymmword ptr [rsi + 256]
vfmadd213pd ymm8, ymm9, ymm6
vpor ymm12, ymm12, ymm11
vpaddq ymm5, ymm5, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 256]
vpaddq ymm4, ymm4, ymm8
vpor ymm14, ymm14, ymm11
vmovapd ymm9, ymmword ptr [rcx + 352]
vmovapd ymm8, ymmword ptr [rsp + 192]
vfmadd213pd ymm8, ymm9, ymm6
vsubpd ymm12, ymm12, ymmword ptr [rcx + 128]
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 192]
vsubpd ymm14, ymm14, ymmword ptr [rcx + 128]
vpaddq ymm1, ymm1, ymm8
vmovapd ymm8, ymmword ptr [rsp + 224]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm5, ymm5, ymm8
vmovapd ymmword ptr [rdi + 32], ymm12
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 224]
vpaddq ymm4, ymm4, ymm8
vmovapd ymmword ptr [rdi + 192], ymm14
vmovapd ymm9, ymmword ptr [rcx + 320]
vmovapd ymm8, ymmword ptr [rsp + 256]
vfmadd213pd ymm8, ymm9, ymm6
vpsrlq ymm0, ymm0, 51
vpaddq ymm2, ymm2, ymm8
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 256]
vpaddq ymm1, ymm1, ymm8
vpsrlq ymm3, ymm3, 51
vmovapd ymm8, ymmword ptr [rsp + 288]
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm5, ymm5, ymm8
vpaddq ymm1, ymm1, ymm0
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 288]
vpaddq ymm4, ymm4, ymm8
vpaddq ymm4, ymm4, ymm3
vmovdqa ymm0, ymmword ptr [rcx + 992]
vmovdqa ymm3, ymmword ptr [rcx + 992]
vmovapd ymm9, ymmword ptr [rsi + 128]
vmovapd ymm8, ymmword ptr [rsi + 128]
vfmadd213pd ymm8, ymm9, ymm6
vpand ymm12, ymm1, ymm10
vpaddq ymm0, ymm0, ymm8
vsubpd ymm8, ymm7, ymm8
vpand ymm14, ymm4, ymm10
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 128]
vpaddq ymm2, ymm2, ymm8
vpor ymm12, ymm12, ymm11
vmovapd ymm9, ymmword ptr [rsi + 288]
vmovapd ymm8, ymmword ptr [rsi + 288]
vpor ymm14, ymm14, ymm11
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vsubpd ymm12, ymm12, ymmword ptr [rcx + 128]
vfmadd231pd ymm8, ymm9, ymmword ptr [rsi + 288]
vpaddq ymm5, ymm5, ymm8
vsubpd ymm14, ymm14, ymmword ptr [rcx + 128]
vmovapd ymm9, ymmword ptr [rcx + 352]
vmovapd ymm8, ymmword ptr [rsp + 256]
vmovapd ymmword ptr [rdi + 64], ymm12
vfmadd213pd ymm8, ymm9, ymm6
vpaddq ymm0, ymm0, ymm8
vmovapd ymmword ptr [rdi + 224], ymm14
vsubpd ymm8, ymm7, ymm8
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 256]
vpaddq ymm2, ymm2, ymm8
vpsrlq ymm1, ymm1, 51
vmovapd ymm8, ymmword ptr [rsp + 288]
vfmadd213pd ymm8, ymm9, ymm6
vpsrlq ymm4, ymm4, 51
vpaddq ymm3, ymm3, ymm8
vsubpd ymm8, ymm7, ymm8
vpaddq ymm2, ymm2, ymm1
vfmadd231pd ymm8, ymm9, ymmword ptr [rsp + 288]
vpaddq ymm5, ymm5, ymm8
vpaddq ymm5, ymm5, ymm4
vpand ymm12, ymm2, ymm10
vpand ymm14, ymm5, ymm10
vpor ymm12, ymm12, ymm11
vpor ymm14, ymm14, ymm11
vsubpd ymm12, ymm12, ymmword ptr [rcx + 128]
vsubpd ymm14, ymm14, ymmword ptr [rcx + 128]
vmovapd ymmword ptr [rdi + 96], ymm12
vmovapd ymmword ptr [rdi + 256], ymm14
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

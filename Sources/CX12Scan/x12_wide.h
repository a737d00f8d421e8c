// What the machine can do; for the variants in C alone.
#ifndef X12_WIDE_H
#define X12_WIDE_H

#if defined(__x86_64__)
#include <immintrin.h>

#define X12_WIDE __attribute__((target("avx2,bmi,popcnt")))
#define X12_WIDER __attribute__((target("avx512f,avx512bw,avx512vl,bmi,bmi2,popcnt")))
#define X12_WIDEST \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,bmi,bmi2,popcnt")))

// Whether the machine has what the wide variants need.
static inline int x12_is_wide(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("popcnt");
}

// The same for the wider ones.
static inline int x12_is_wider(void) {
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("bmi2") && x12_is_wide();
}

// The same for the widest.
static inline int x12_is_widest(void) {
    return __builtin_cpu_supports("avx512vbmi2") && x12_is_wider();
}
#endif
#endif

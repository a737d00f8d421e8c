// What the machine can do, and how what needs that is marked.
#ifndef TABLE_WIDE_H
#define TABLE_WIDE_H

#if defined(__x86_64__)
#include <immintrin.h>

#define TABLE_WIDE __attribute__((target("avx2,bmi,popcnt")))
#define TABLE_WIDEST \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,bmi,bmi2,popcnt")))

static inline int table_is_wide(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("popcnt");
}

// Machines that can pack bytes do not slow down for wide vectors.
static inline int table_is_widest(void) {
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("bmi2") &&
           table_is_wide();
}
#endif

#endif

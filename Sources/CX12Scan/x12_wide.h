// What the machine can do; for the variants in C alone.
#ifndef X12_WIDE_H
#define X12_WIDE_H

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdint.h>

#define X12_WIDE __attribute__((target("avx2,bmi,popcnt")))
#define X12_WIDEST \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,bmi,bmi2,popcnt")))

// One bit for each of 64 bytes that is the wanted one.
// One bit for each byte of two vectors whose highest bit is set.
X12_WIDE static inline uint64_t x12_wide_bits(__m256i low, __m256i high) {
    return (uint32_t)_mm256_movemask_epi8(low) |
           (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

X12_WIDE static inline uint64_t x12_wide_equal(__m256i low, __m256i high, __m256i wanted) {
    return x12_wide_bits(_mm256_cmpeq_epi8(low, wanted), _mm256_cmpeq_epi8(high, wanted));
}

// Whether the machine has what the wide variants need.
static inline int x12_is_wide(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("popcnt");
}

// The same for the widest: machines that can pack bytes do not slow down for wide vectors.
static inline int x12_is_widest(void) {
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("bmi2") &&
           x12_is_wide();
}
#endif
#endif

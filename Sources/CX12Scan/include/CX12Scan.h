// Finds delimiters a vector at a time; the only C of the project, as Swift's SIMD64 compares are
// scalarised. Callers guarantee 64 readable bytes at every pointer.
#ifndef CX12SCAN_H
#define CX12SCAN_H

#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint64_t x12_mask_equal(const uint8_t *bytes, uint8_t wanted) {
    const __m128i *v = (const __m128i *)bytes;
    const __m128i w = _mm_set1_epi8((char)wanted);
    uint64_t a = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(v), w));
    uint64_t b = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(v + 1), w));
    uint64_t c = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(v + 2), w));
    uint64_t d = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(v + 3), w));
    return a | b << 16 | c << 32 | d << 48;
}
#elif defined(__ARM_NEON)
#include <arm_neon.h>

static inline uint64_t x12_mask_equal(const uint8_t *bytes, uint8_t wanted) {
    const uint8x16_t bit = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t w = vdupq_n_u8(wanted);
    uint8x16_t a = vandq_u8(vceqq_u8(vld1q_u8(bytes), w), bit);
    uint8x16_t b = vandq_u8(vceqq_u8(vld1q_u8(bytes + 16), w), bit);
    uint8x16_t c = vandq_u8(vceqq_u8(vld1q_u8(bytes + 32), w), bit);
    uint8x16_t d = vandq_u8(vceqq_u8(vld1q_u8(bytes + 48), w), bit);
    uint8x16_t sum = vpaddq_u8(vpaddq_u8(a, b), vpaddq_u8(c, d));
    sum = vpaddq_u8(sum, sum);
    return vgetq_lane_u64(vreinterpretq_u64_u8(sum), 0);
}
#else
static inline uint64_t x12_mask_equal(const uint8_t *bytes, uint8_t wanted) {
    uint64_t mask = 0;
    for (int i = 0; i < 64; i++) mask |= (uint64_t)(bytes[i] == wanted) << i;
    return mask;
}
#endif

#endif

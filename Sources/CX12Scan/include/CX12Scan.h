// Finds delimiters a vector at a time: C, as Swift's SIMD64 compares are scalarised and it has no way
// to choose by what the machine can do. Callers guarantee 64 readable bytes at every pointer.
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

// How many of the first `count` bytes, a multiple of 16, are `wanted`.
static inline size_t x12_count(const uint8_t *bytes, size_t count, uint8_t wanted) {
    const __m128i w = _mm_set1_epi8((char)wanted), zero = _mm_setzero_si128();
    __m128i total = zero;
    while (count >= 16) {
        size_t batch = count / 16 < 255 ? count / 16 : 255;
        __m128i sums = zero;
        for (size_t i = 0; i < batch; i++, bytes += 16)
            sums = _mm_sub_epi8(
                sums, _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)bytes), w));
        total = _mm_add_epi64(total, _mm_sad_epu8(sums, zero));
        count -= batch * 16;
    }
    return (size_t)(_mm_cvtsi128_si64(total) +
                    _mm_cvtsi128_si64(_mm_unpackhi_epi64(total, total)));
}

// Whether all bytes are printable ASCII, none a quotation mark or backslash, none one of the two
// separators; 16 bytes beyond the last are readable.
static inline _Bool x12_is_plain(const uint8_t *bytes, size_t count, uint8_t a, uint8_t b) {
    const __m128i blank = _mm_set1_epi8(0x20), del = _mm_set1_epi8(0x7F);
    const __m128i va = _mm_set1_epi8((char)a), vb = _mm_set1_epi8((char)b);
    const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\');
    for (;;) {
        __m128i v = _mm_loadu_si128((const __m128i *)bytes);
        __m128i odd = _mm_or_si128(_mm_cmplt_epi8(v, blank), _mm_cmpeq_epi8(v, del));
        odd = _mm_or_si128(odd, _mm_or_si128(_mm_cmpeq_epi8(v, va), _mm_cmpeq_epi8(v, vb)));
        odd = _mm_or_si128(odd, _mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, slash)));
        uint32_t mask = (uint32_t)_mm_movemask_epi8(odd);
        if (count <= 16) return (mask & ((1u << count) - 1)) == 0;
        if (mask) return 0;
        bytes += 16;
        count -= 16;
    }
}

// Which of eight elements were sent, a bit for each, and from bit 8 on which of these are shorter or
// longer than they may be. `ends` is that of what comes before the first; `least` and `most` are the
// lengths they may have, each one more; 32767 stands for any from there on.
static inline uint32_t x12_lengths(
    const uint32_t *ends, const int16_t *least, const int16_t *most) {
    const __m128i a = _mm_sub_epi32(
        _mm_loadu_si128((const __m128i *)(ends + 1)), _mm_loadu_si128((const __m128i *)ends));
    const __m128i b = _mm_sub_epi32(
        _mm_loadu_si128((const __m128i *)(ends + 5)),
        _mm_loadu_si128((const __m128i *)(ends + 4)));
    const __m128i lengths = _mm_packs_epi32(a, b);
    const __m128i empty = _mm_cmpeq_epi16(lengths, _mm_set1_epi16(1));
    const __m128i wrong = _mm_or_si128(
        _mm_cmpgt_epi16(_mm_loadu_si128((const __m128i *)least), lengths),
        _mm_cmpgt_epi16(lengths, _mm_loadu_si128((const __m128i *)most)));
    return 0xFF ^ (uint32_t)_mm_movemask_epi8(
                      _mm_packs_epi16(empty, _mm_andnot_si128(empty, wrong)));
}
#else

#if defined(__ARM_NEON)
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

static inline size_t x12_count(const uint8_t *bytes, size_t count, uint8_t wanted) {
    size_t total = 0;
    for (size_t i = 0; i < count; i++) total += bytes[i] == wanted;
    return total;
}

static inline _Bool x12_is_plain(const uint8_t *bytes, size_t count, uint8_t a, uint8_t b) {
    uint8_t odd = 0;
    for (size_t i = 0; i < count; i++) {
        uint8_t c = bytes[i];
        odd |= (uint8_t)((c < 0x20) | (c > 0x7E) | (c == a) | (c == b) | (c == '"') | (c == '\\'));
    }
    return !odd;
}

static inline uint32_t x12_lengths(
    const uint32_t *ends, const int16_t *least, const int16_t *most) {
    uint32_t found = 0;
    for (int i = 0; i < 8; i++) {
        const uint32_t sent = ends[i + 1] - ends[i];
        const int32_t length = sent < INT16_MAX ? (int32_t)sent : INT16_MAX;
        const uint32_t wrong = (length < least[i]) | (length > most[i]);
        found |= (uint32_t)(length != 1) << i | ((length != 1) & wrong) << (8 + i);
    }
    return found;
}
#endif

// Appends the offsets of element separators and terminators from `start` to before `stop` to
// `ends`, and for each terminator the number of ends up to and with it to `marks`; both counts go
// on from where they are. 64 bytes beyond `stop` are readable, and there is room for 64 numbers more
// than there are bytes.
void x12_index(const uint8_t *bytes, size_t start, size_t stop, uint8_t element,
               uint8_t terminator, uint32_t *ends, uint32_t *marks, size_t *end_count,
               size_t *mark_count);

// What a segment must be so that nobody needs to look at it twice.
struct x12_usual {
    // Ids that it does not have; and of their first and second letters the last five bits, each as
    // one bit, which most others have not.
    uint32_t ids[16], first_letters, second_letters;
    // A line feed where it may stand in front of a segment; what is no byte where it has another
    // meaning.
    uint32_t line_feed;
    // Bytes that it may have without its terminator.
    uint32_t longest;
};

// Segments that are taken one after the other.
struct x12_run {
    // The mark of the next one.
    const uint32_t *next;
    // Where it is entered: four numbers, as below.
    uint32_t *entry;
    // Offset after the last terminator, index of the next end, line feeds that were passed over.
    uint32_t position, first_end, blanks;
};

// Takes segments up to `last` as long as they are usual: an id of two or three characters that is not
// one of the listed, no blank in front but one line feed, not too long. There is room for eight
// entries more than there are marks.
void x12_take(const uint8_t *bytes, const uint32_t *ends, const uint32_t *last,
              const struct x12_usual *usual, struct x12_run *run);

// What separates elements, and the two that separate what is inside them.
struct x12_separators {
    uint8_t element, a, b;
};

// For each segment 2 where all its bytes are printable ASCII, none a quotation mark or backslash;
// 1 where some of these are one of the two separators inside elements; else 0. To 1 and 2 are added
// 4 where no element begins or ends with a blank. 64 bytes beyond the last are readable.
// No segment has its terminator inside, or a line feed in front.
// An entry of a segment is four numbers: offset, index of its first end, number of ends, id.
void x12_mark_plain(const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries,
                    size_t segments, struct x12_separators separators, uint8_t *plain);

// The same without the widest vectors that a machine may have; then without any, as on every
// machine.
void x12_index_by_32(const uint8_t *bytes, size_t start, size_t stop, uint8_t element,
                     uint8_t terminator, uint32_t *ends, uint32_t *marks, size_t *end_count,
                     size_t *mark_count);
void x12_index_narrow(const uint8_t *bytes, size_t start, size_t stop, uint8_t element,
                      uint8_t terminator, uint32_t *ends, uint32_t *marks, size_t *end_count,
                      size_t *mark_count);
void x12_mark_plain_narrow(const uint8_t *bytes, const uint32_t *ends, const uint32_t *entries,
                           size_t segments, struct x12_separators separators, uint8_t *plain);
void x12_take_narrow(const uint8_t *bytes, const uint32_t *ends, const uint32_t *last,
                     const struct x12_usual *usual, struct x12_run *run);

#endif

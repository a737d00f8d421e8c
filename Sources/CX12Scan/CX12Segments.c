#include "CX12Scan.h"
#include "x12_wide.h"

#include <string.h>

static inline uint32_t x12_word(const uint8_t *bytes) {
    uint32_t word;
    memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap32(word);
#endif
    return word;
}

static int x12_is_unusual(uint32_t id, const struct x12_usual *usual) {
    if (!(usual->first_letters >> (id & 31) & usual->second_letters >> (id >> 8 & 31) & 1)) return 0;
    for (int i = 0; i < 16; i++)
        if (usual->ids[i] == id) return 1;
    return 0;
}

void x12_take_narrow(const uint8_t *bytes, const uint32_t *ends, const uint32_t *last,
                     const struct x12_usual *usual, struct x12_run *run) {
    struct x12_run r = *run;
    while (r.next != last) {
        const uint32_t end = *r.next, terminator = ends[end - 1];
        uint32_t from = r.position, word = x12_word(bytes + from);
        if ((word & 0xFF) <= 0x20) {
            // Most often one line feed stands between segments.
            if ((word & 0xFF) != usual->line_feed || (word >> 8 & 0xFF) <= 0x20) break;
            from++;
            word >>= 8;
        }
        const uint32_t length = ends[r.first_end] - from;
        if ((length | 1) != 3 || terminator - from > usual->longest) break;
        const uint32_t id = word & (length == 3 ? 0xFFFFFF : 0xFFFF);
        if (x12_is_unusual(id, usual)) break;
        r.blanks += from - r.position;
        r.position = terminator + 1;
        const uint32_t entry[4] = {from, r.first_end, end - r.first_end, id};
        memcpy(r.entry, entry, sizeof entry);
        r.entry += 4;
        r.first_end = end;
        r.next++;
    }
    *run = r;
}

#if defined(__x86_64__)
// Eight numbers, each the one before its own, the first from elsewhere.
X12_WIDE static inline __m256i x12_wide_before(__m256i v, uint32_t first) {
    const __m256i back = _mm256_setr_epi32(7, 0, 1, 2, 3, 4, 5, 6);
    return _mm256_blend_epi32(
        _mm256_permutevar8x32_epi32(v, back), _mm256_set1_epi32((int)first), 1);
}

X12_WIDE static inline uint32_t x12_wide_lanes(__m256i v) {
    return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(v));
}

// One bit for each of eight ids that is unusual.
X12_WIDE static inline uint32_t x12_wide_unusual(__m256i id, const struct x12_usual *usual) {
    const __m256i five = _mm256_set1_epi32(31);
    const __m256i first = _mm256_srlv_epi32(
        _mm256_set1_epi32((int)usual->first_letters), _mm256_and_si256(id, five));
    const __m256i second = _mm256_srlv_epi32(
        _mm256_set1_epi32((int)usual->second_letters),
        _mm256_and_si256(_mm256_srli_epi32(id, 8), five));
    if (_mm256_testz_si256(_mm256_and_si256(first, second), _mm256_set1_epi32(1))) return 0;
    __m256i found = _mm256_setzero_si256();
    for (int i = 0; i < 16; i++)
        found = _mm256_or_si256(
            found, _mm256_cmpeq_epi32(id, _mm256_set1_epi32((int)usual->ids[i])));
    return x12_wide_lanes(found);
}

// Writes eight entries, of which each vector has one number.
X12_WIDE static inline void x12_wide_enter(
    uint32_t *entry, __m256i from, __m256i first_end, __m256i count, __m256i id) {
    const __m256i a = _mm256_unpacklo_epi32(from, first_end);
    const __m256i b = _mm256_unpackhi_epi32(from, first_end);
    const __m256i c = _mm256_unpacklo_epi32(count, id), d = _mm256_unpackhi_epi32(count, id);
    const __m256i r0 = _mm256_unpacklo_epi64(a, c), r1 = _mm256_unpackhi_epi64(a, c);
    const __m256i r2 = _mm256_unpacklo_epi64(b, d), r3 = _mm256_unpackhi_epi64(b, d);
    __m256i *out = (__m256i *)entry;
    _mm256_storeu_si256(out, _mm256_permute2x128_si256(r0, r1, 0x20));
    _mm256_storeu_si256(out + 1, _mm256_permute2x128_si256(r2, r3, 0x20));
    _mm256_storeu_si256(out + 2, _mm256_permute2x128_si256(r0, r1, 0x31));
    _mm256_storeu_si256(out + 3, _mm256_permute2x128_si256(r2, r3, 0x31));
}

// Eight segments at a time; what is written beyond the last is written over.
X12_WIDE static void x12_take_wide(
    const uint8_t *bytes, const uint32_t *ends, const uint32_t *last,
    const struct x12_usual *usual, struct x12_run *run) {
    const __m256i one = _mm256_set1_epi32(1), three = _mm256_set1_epi32(3);
    const __m256i low = _mm256_set1_epi32(0xFF), blank = _mm256_set1_epi32(0x20);
    const __m256i feed = _mm256_set1_epi32((int)usual->line_feed);
    const __m256i longest = _mm256_set1_epi32((int)usual->longest);
    struct x12_run r = *run;
    uint32_t taken = 8;
    while (taken == 8 && last - r.next >= 8) {
        const uint32_t *m = r.next;
        const uint32_t t[8] = {ends[m[0] - 1], ends[m[1] - 1], ends[m[2] - 1], ends[m[3] - 1],
                               ends[m[4] - 1], ends[m[5] - 1], ends[m[6] - 1], ends[m[7] - 1]};
        const __m256i mark = _mm256_loadu_si256((const __m256i *)m);
        const __m256i terminator = _mm256_setr_epi32(
            (int)t[0], (int)t[1], (int)t[2], (int)t[3], (int)t[4], (int)t[5], (int)t[6], (int)t[7]);
        const __m256i words = _mm256_setr_epi32(
            (int)x12_word(bytes + r.position), (int)x12_word(bytes + t[0] + 1),
            (int)x12_word(bytes + t[1] + 1), (int)x12_word(bytes + t[2] + 1),
            (int)x12_word(bytes + t[3] + 1), (int)x12_word(bytes + t[4] + 1),
            (int)x12_word(bytes + t[5] + 1), (int)x12_word(bytes + t[6] + 1));
        const __m256i id_end = _mm256_setr_epi32(
            (int)ends[r.first_end], (int)ends[m[0]], (int)ends[m[1]], (int)ends[m[2]],
            (int)ends[m[3]], (int)ends[m[4]], (int)ends[m[5]], (int)ends[m[6]]);
        const __m256i first_end = x12_wide_before(mark, r.first_end);
        const __m256i position =
            x12_wide_before(_mm256_add_epi32(terminator, one), r.position);
        // Most often one line feed stands between segments.
        const __m256i letter = _mm256_and_si256(words, low);
        const __m256i fed = _mm256_cmpeq_epi32(letter, feed);
        const __m256i from = _mm256_sub_epi32(position, fed);
        const __m256i word =
            _mm256_srlv_epi32(words, _mm256_and_si256(fed, _mm256_set1_epi32(8)));
        const __m256i begins = _mm256_cmpgt_epi32(_mm256_and_si256(word, low), blank);
        const __m256i length = _mm256_sub_epi32(id_end, from);
        const __m256i named = _mm256_cmpeq_epi32(_mm256_or_si256(length, one), three);
        const __m256i long_one =
            _mm256_cmpgt_epi32(_mm256_sub_epi32(terminator, from), longest);
        const __m256i third =
            _mm256_and_si256(_mm256_cmpeq_epi32(length, three), _mm256_set1_epi32(0xFF0000));
        const __m256i id = _mm256_and_si256(word, _mm256_or_si256(third, _mm256_set1_epi32(0xFFFF)));
        x12_wide_enter(r.entry, from, first_end, _mm256_sub_epi32(mark, first_end), id);
        const __m256i usual_one =
            _mm256_andnot_si256(long_one, _mm256_and_si256(begins, named));
        const uint32_t odd = (x12_wide_lanes(usual_one) ^ 0xFF) | x12_wide_unusual(id, usual);
        taken = odd ? (uint32_t)_tzcnt_u32(odd) : 8;
        r.blanks += (uint32_t)_mm_popcnt_u32(x12_wide_lanes(fed) & ((1u << taken) - 1));
        if (taken > 0) {
            r.first_end = m[taken - 1];
            r.position = ends[r.first_end - 1] + 1;
        }
        r.next += taken;
        r.entry += 4 * taken;
    }
    *run = r;
    if (taken == 8) x12_take_narrow(bytes, ends, last, usual, run);
}
#endif

void x12_take(const uint8_t *bytes, const uint32_t *ends, const uint32_t *last,
              const struct x12_usual *usual, struct x12_run *run) {
#if defined(__x86_64__)
    if (x12_is_wide()) {
        x12_take_wide(bytes, ends, last, usual, run);
        return;
    }
#endif
    x12_take_narrow(bytes, ends, last, usual, run);
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/expositionlexer.h"

#include <bit>
#include <cstddef>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Sixteen bytes at a time where the processor has SSE2, which every x86-64 has, else byte by byte. Nothing at
// or behind `end` is ever read.
namespace sightglass::bytescan {

inline constexpr std::ptrdiff_t blockSize = 16;

#if defined(__SSE2__)
/// One bit per byte of a block.
inline unsigned bitsOf(__m128i bytes) noexcept
{
    return static_cast<unsigned>(_mm_movemask_epi8(bytes));
}

inline __m128i loadBlock(const char *p) noexcept
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(p));
}

/// Bytes in [first, first + count) as 0xFF, count >= 1.
inline __m128i inRange(__m128i bytes, char first, char count) noexcept
{
    const __m128i offset = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
    return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8(static_cast<char>(count - 1))), offset);
}

inline unsigned nonNameBits(const char *p, char digitsAndColon) noexcept
{
    const __m128i bytes = loadBlock(p);
    const __m128i letters = inRange(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 26);
    const __m128i others =
        _mm_or_si128(inRange(bytes, '0', digitsAndColon), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('_')));
    return bitsOf(_mm_or_si128(letters, others)) ^ 0xFFFFU;
}
#endif

enum class Colon : char
{
    Outside = 10,
    Inside = 11
};

/// The first byte that is neither letter, digit, underscore nor, if it is inside the class, colon.
template<Colon colon>
inline const char *endOfName(const char *p, const char *end) noexcept
{
#if defined(__SSE2__)
    for (; end - p >= blockSize; p += blockSize) {
        if (const unsigned bits = nonNameBits(p, static_cast<char>(colon)))
            return p + std::countr_zero(bits);
    }
#endif
    while (p != end && (isNameStart(*p) || isAsciiDigit(*p) || (colon == Colon::Inside && *p == ':')))
        ++p;
    return p;
}

enum class ByteClass : unsigned char
{
    Ascii,
    Wider
};

/// The first quote, backslash or line feed, or end. Says whether all bytes before it are ASCII.
inline const char *endOfPlainText(const char *p, const char *end, ByteClass &bytes) noexcept
{
    bytes = ByteClass::Ascii;
#if defined(__SSE2__)
    for (; end - p >= blockSize; p += blockSize) {
        const __m128i block = loadBlock(p);
        const __m128i quotes = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
        const __m128i others = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('\\')),
                                            _mm_cmpeq_epi8(block, _mm_set1_epi8('\n')));
        const unsigned stops = bitsOf(_mm_or_si128(quotes, others));
        // The bits below the lowest stop; all of them where there is none.
        if ((bitsOf(block) & (stops - 1U) & ~stops) != 0)
            bytes = ByteClass::Wider;
        if (stops != 0)
            return p + std::countr_zero(stops);
    }
#endif
    for (; p != end && *p != '"' && *p != '\\' && *p != '\n'; ++p) {
        if (static_cast<unsigned char>(*p) >= 0x80)
            bytes = ByteClass::Wider;
    }
    return p;
}

} // namespace sightglass::bytescan

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sightglass {

/// A pattern of Go's regexp package in the words of our RE2, and what RE2 would not tell of it.
struct GoRegexSyntax
{
    std::string text;            ///< for RE2: (?<n>…) is (?P<n>…), and \C, which Go refuses, is \c
    bool anyByteIsFirst = false; ///< of \C and \c, which RE2 refuses, \C is the first
    std::string badGroup;        ///< the first (?<…> that is no name; left as it is, so that RE2 refuses it
    std::size_t unicodeClasses = 0; ///< \p and \P, each of which is hundreds of ranges
    std::size_t captureDepth = 0;   ///< of the groups within each other
};

/// Reads over a pattern outside classes, escapes and \Q…\E. Never fails: what is wrong with the pattern is
/// RE2's to find.
[[nodiscard]] GoRegexSyntax goRegexSyntax(std::string_view pattern);

} // namespace sightglass

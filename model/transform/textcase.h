// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Case of UTF-8 texts, whatever the locale: of Latin, Greek and Cyrillic letters. Bytes that are no UTF-8
/// stay as they are.
[[nodiscard]] std::string upperCase(std::string_view text);
[[nodiscard]] std::string lowerCase(std::string_view text);

/// The first character in the other case, the rest as it is.
[[nodiscard]] std::string capitalized(std::string_view text);
[[nodiscard]] std::string uncapitalized(std::string_view text);

/// The words between blanks, each with a capital and otherwise small letters, joined anew.
[[nodiscard]] std::string capitalWords(std::string_view text, std::string_view joint);

/// Where each character begins, and the text's end.
[[nodiscard]] std::vector<std::size_t> characterStarts(std::string_view text);

} // namespace sightglass

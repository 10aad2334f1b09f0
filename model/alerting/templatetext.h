// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"

#include <string>
#include <string_view>

namespace sightglass {

/// Go's strings.ToUpper and ToLower: rune by rune, Unicode's simple mappings, whatever the language.
[[nodiscard]] std::string upperCased(std::string_view text);
[[nodiscard]] std::string lowerCased(std::string_view text);

/// The first letter of every word in title case, the others as they are; words as Unicode tells them, so that
/// the apostrophe of "don't" and the point of "a.b" do not begin a new one.
[[nodiscard]] std::string titleCased(std::string_view text);

/// Go's html, js and urlquery of text/template.
[[nodiscard]] std::string htmlEscaped(std::string_view text);
[[nodiscard]] std::string jsEscaped(std::string_view text);
[[nodiscard]] std::string queryEscaped(std::string_view text);

/// The host of host:port or [host]:port; the text itself where Go's net.SplitHostPort() takes it for neither.
[[nodiscard]] std::string portStripped(std::string_view hostPort);

/// The first label of the host's name, with the port where there is one; addresses as they are.
[[nodiscard]] std::string domainStripped(std::string_view hostPort);

/// The path of a URL, percent-decoded.
[[nodiscard]] std::string urlPath(std::string_view url);

/// Go's regexp.MatchString(): anywhere in the text. Errors: ConfigSyntax with Go's text.
[[nodiscard]] Result<bool> regexMatches(const std::string &pattern, std::string_view text);

/// Go's ReplaceAllString() with $1, ${name} and $$ in the replacement. Ends where the result exceeds
/// mostBytes. Errors: ConfigSyntax with what regexp.MustCompile() panics with.
[[nodiscard]] Result<std::string> regexReplaced(const std::string &pattern, std::string_view replacement,
                                                std::string_view text, std::size_t mostBytes);

} // namespace sightglass

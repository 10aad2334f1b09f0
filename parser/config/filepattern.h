// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sightglass {

// The patterns by which a configuration names files: rule_files, scrape_config_files, file_sd. What follows
// is text only; directories are listed elsewhere.

/// `^[^*]*(\*[^/]*)?$`: an asterisk in the last part only.
[[nodiscard]] bool isFilePattern(std::string_view pattern);

/// The same, with an ending that file_sd reads: json, yml or yaml, all lower or all upper case.
[[nodiscard]] bool isDiscoveryFilePattern(std::string_view pattern);

/// Whether the pattern has to be expanded: it holds one of * ? [ \.
[[nodiscard]] bool isWildcard(std::string_view pattern);

/// The directory to list and the pattern for the names in it; the directory is "/" or has no slash at its
/// end, and is "." where the pattern has none.
struct FilePattern
{
    std::string directory;
    std::string name;

    friend bool operator==(const FilePattern &, const FilePattern &) = default;
};
[[nodiscard]] FilePattern splitFilePattern(std::string_view pattern);

/// Whether a file's name (no path) matches, as Go's filepath.Match: * and ? stand for anything but '/',
/// [a-c] and [^a] for one character of a set, \x for x. False for a malformed pattern. Takes time in
/// proportion to the product of both lengths at most.
[[nodiscard]] bool matchesFileName(std::string_view pattern, std::string_view name);

} // namespace sightglass

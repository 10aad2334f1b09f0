// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/labelnames.h"

#include "parser/base/quoting.h"

#include <algorithm>

namespace sightglass {
namespace {

bool isWord(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t wordLength(std::string_view text)
{
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isWord) - text.begin());
}

/// The length of "$name" or "${name}" at the text's begin; 0 where there is neither.
std::size_t referenceLength(std::string_view text)
{
    const bool braces = text.substr(1).starts_with('{');
    const std::size_t begin = braces ? 2 : 1;
    const std::size_t length = wordLength(text.substr(begin));
    if (length == 0 || (braces && !text.substr(begin + length).starts_with('}')))
        return 0;
    return begin + length + (braces ? 1 : 0);
}

} // namespace

bool isLabelName(std::string_view name, NameValidation names)
{
    return names == NameValidation::Legacy ? isLegacyLabelName(name) : !name.empty() && isValidUtf8(name);
}

bool isLabelTemplate(std::string_view text, NameValidation names)
{
    if (names == NameValidation::Utf8)
        return isLabelName(text, names);
    if (text.empty() || (text[0] >= '0' && text[0] <= '9'))
        return false;
    while (!text.empty()) {
        const std::size_t length = text[0] == '$' ? referenceLength(text) : wordLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

} // namespace sightglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/secretdraft.h"

#include <algorithm>

namespace sightglass {

std::size_t SecretDraft::ways() const
{
    return (text.empty() ? 0U : 1U) + (file.empty() ? 0U : 1U) + (reference.empty() ? 0U : 1U);
}

Secret secretOf(const SecretDraft &draft)
{
    if (!draft.text.empty())
        return SecretText{draft.text};
    if (!draft.file.empty())
        return SecretFile{draft.file};
    return std::monostate{};
}

bool isFieldText(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7F;
    });
}

bool isFieldName(std::string_view text)
{
    constexpr std::string_view tokens = "!#$%&'*+-.^_`|~0123456789"
                                        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return !text.empty() && text.find_first_not_of(tokens) == std::string_view::npos;
}

} // namespace sightglass

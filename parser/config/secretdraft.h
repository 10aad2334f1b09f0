// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/httpclientconfig.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sightglass {

/// The three ways in which a configuration can give a secret, as they stand in it.
struct SecretDraft
{
    std::string text;
    std::string file;      ///< absolute
    std::string reference; ///< a name in a secret manager, which neither Prometheus nor we have

    /// How many of the three are there.
    [[nodiscard]] std::size_t ways() const;
    [[nodiscard]] bool empty() const { return ways() == 0; }
};

/// Of a draft with at most one way. A reference is nothing.
[[nodiscard]] Secret secretOf(const SecretDraft &draft);

/// Whether a text may stand in the head of a request: no control characters, which could begin another
/// field.
[[nodiscard]] bool isFieldText(std::string_view text);

/// Whether it may be the name of a header.
[[nodiscard]] bool isFieldName(std::string_view text);

} // namespace sightglass

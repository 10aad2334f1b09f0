// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/languagedocs.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace sightglass {

/// The call whose arguments are being written.
struct SignatureHelp
{
    const WordDoc *doc = nullptr; ///< never null; of a function or aggregation
    std::vector<Parameter> parameters;
    std::size_t active = 0; ///< the parameter at the cursor; beyond the last where there are too many
    promql::ValueType result = promql::ValueType::InstantVector;
};

/// The innermost call around the cursor (a byte offset), finished or not; empty outside of calls and where
/// the function is unknown.
[[nodiscard]] std::optional<SignatureHelp> signatureAt(std::string_view query, std::size_t cursor);

} // namespace sightglass

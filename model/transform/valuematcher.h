// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"
#include "model/fields/jsregex.h"
#include "model/transform/optionreader.h"
#include "model/transform/transformcontext.h"

#include <cstdint>
#include <functional>
#include <string>

namespace sightglass {

/// Which cells a filter means: Grafana's value matchers, as they are written. Values may hold variables.
struct ValueMatching
{
    enum class Kind : std::uint8_t
    {
        Never,
        Regex,
        IsNull,
        IsNotNull,
        Greater,
        GreaterOrEqual,
        Lower,
        LowerOrEqual,
        Equal,
        NotEqual,
        Substring,
        NotSubstring,
        Between ///< both ends excluded
    };
    Kind kind = Kind::Never;
    std::string value; ///< or the lower end
    std::string upper;
    /// The value as it was written where it is no text: comparing with true or 5 is not comparing with "5".
    FieldValue typed;

    /// Of a matcher's {"id": …, "options": {"value": …} or {"from": …, "to": …}}.
    [[nodiscard]] static ValueMatching read(OptionReader matcher);
};

using ValueSelector = std::function<bool(const FieldValue &)>;

[[nodiscard]] ValueSelector valueSelector(const ValueMatching &matching, TransformContext &context);

} // namespace sightglass

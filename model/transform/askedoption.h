// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sightglass {

struct TransformationSpec;

/// An option that a transformation looks at: what its reader asks for is what a form can offer, so that
/// neither can know an option that the other does not.
struct AskedOption
{
    enum class Kind : std::uint8_t
    {
        Value, ///< as it is: names with flags, numbers or other names
        Text,
        Flag,
        Number,
        Texts,
        Pattern,
        Word,
        Calculation,  ///< by its id
        Calculations, ///< a list of them
        Objects,      ///< a list; what is asked of its entries follows behind it, "/list/0/name"
        Members       ///< an object by names; its entries follow, "/fields/cpu/operation"
    };
    std::string pointer; ///< JSON pointer into the options; empty: all of them
    Kind kind = Kind::Text;
    std::vector<std::string> words = {}; ///< of Word
    std::string standard = {};           ///< what absent means, as text; empty: nothing, or not known

    friend bool operator==(const AskedOption &, const AskedOption &) = default;
};

/// What the transformation asks for as its options are: other modes ask for other options. In the order in
/// which they are read, each once. Empty where the id is not known.
[[nodiscard]] std::vector<AskedOption> askedOptions(const TransformationSpec &spec);

} // namespace sightglass

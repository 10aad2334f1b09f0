// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"

#include <span>
#include <string>

namespace sightglass {

/// The display names of many fields (see displayName()): what depends on all frames is looked at once.
class DisplayNames
{
public:
    explicit DisplayNames(std::span<const Frame> frames);

    /// The name under the field's present config. `field` is one of the frame's.
    [[nodiscard]] std::string of(const Field &field, const Frame &frame) const;

private:
    [[nodiscard]] std::string ownName(const Field &field, const Frame &frame) const;
    [[nodiscard]] std::string filledIn(std::string_view text, const Field &field, const Frame &frame) const;
    [[nodiscard]] std::optional<std::string> macro(std::string_view name, const Field &field,
                                                   const Frame &frame) const;

    bool m_framesDiffer = false;
    std::string m_onlyLabel; ///< the one name that all labels of all fields have; empty where there is none
};

} // namespace sightglass

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/valuemapping.h"
#include "model/grafana/fieldsource.h"

#include <optional>
#include <vector>

namespace sightglass::grafana {

/// Value mappings as Grafana has them since version 8: one entry "value" holds many values by their index.
[[nodiscard]] std::vector<ValueMapping> readMappings(const Json &list, const MemberPlace &place,
                                                     ImportNotes &notes);

/// Neighbouring exact values are one entry; readMappings() of it gives the same.
[[nodiscard]] OrderedJson mappingsJson(const std::vector<ValueMapping> &mappings);

template<typename Io>
void describeMappings(Io &io, std::optional<std::vector<ValueMapping>> &mappings)
{
    if constexpr (Io::reading) {
        if (const Json *list = io.raw("mappings")) {
            mappings = readMappings(*list, io.placeOf("mappings"), io.notes());
            io.keepWhole("mappings");
            if (!mappings->empty())
                io.notes().used(io.placeOf("mappings").pointer, io.placeOf("mappings").path);
        }
    } else if (mappings || !Io::writing) {
        io.put("mappings", mappings ? mappingsJson(*mappings) : OrderedJson::array());
    }
}

} // namespace sightglass::grafana

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/config/configreading.h"

#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// external_labels as they are written; names are checked later, when the scheme is known.
struct ExternalLabelsDraft
{
    struct Entry
    {
        Label label;
        SourcePosition namePosition;
        SourcePosition valuePosition;
    };
    std::vector<Entry> entries;
};

void readExternalLabels(const YamlNode &node, ExternalLabelsDraft &draft, ConfigReading &reading);

/// With their names checked and $VAR, ${VAR} and $$ in values replaced; sorted by name. A variable that is
/// not set is empty, and a remark.
[[nodiscard]] std::vector<Label> finishedExternalLabels(const ExternalLabelsDraft &draft,
                                                        NameValidation names, ConfigReading &reading);

} // namespace sightglass

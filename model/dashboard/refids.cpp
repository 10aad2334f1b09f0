// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/refids.h"

#include <set>
#include <string>

namespace sightglass {

namespace {

std::string letters(std::size_t index)
{
    std::string name;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name;
}

} // namespace

void nameQueries(PanelSpec &panel)
{
    std::set<std::string> taken;
    for (const PanelQuery &query : panel.queries)
        taken.insert(query.refId);
    std::size_t next = 0;
    for (PanelQuery &query : panel.queries) {
        while (query.refId.empty()) {
            const std::string name = letters(next++);
            if (taken.insert(name).second)
                query.refId = name;
        }
    }
}

} // namespace sightglass

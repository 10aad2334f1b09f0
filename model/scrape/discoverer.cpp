// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/discoverer.h"

#include <utility>

namespace sightglass {

void Discoverer::found(std::vector<TargetGroup> groups, std::vector<Error> problems)
{
    if (groups == m_groups && problems == m_problems)
        return;
    m_groups = std::move(groups);
    m_problems = std::move(problems);
    emit changed();
}

} // namespace sightglass

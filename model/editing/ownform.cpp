// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/ownform.h"

#include "model/grafana/dashboardfile.h"
#include "model/grafana/importdashboard.h"

#include <map>
#include <utility>

namespace sightglass {

Result<EditableText> readForEditing(std::string_view text)
{
    auto read = importDashboardStrictly(text);
    if (!read)
        return read.error();
    EditableText result{std::move(read->dashboard), {}};
    // What is still told of the text that comes back has been kept.
    std::map<std::string, int> kept;
    if (auto again = importDashboardStrictly(writeDashboard(result.spec))) {
        for (const ImportLoss &loss : again->losses)
            ++kept[loss.feature];
    }
    for (const ImportLoss &loss : read->losses) {
        if (--kept[loss.feature] < 0) {
            result.gone = loss;
            break;
        }
    }
    return result;
}

bool isOwnForm(std::string_view text)
{
    if (text.find("\"sightglass\"") == std::string_view::npos)
        return false;
    const auto read = readForEditing(text);
    return read && !read->gone;
}

} // namespace sightglass

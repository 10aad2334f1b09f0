// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/panels/framedpanels.h"

#include <utility>

namespace sightglass::test {

PanelSpec specOf(PanelType type)
{
    PanelSpec spec;
    spec.options = standardOptions(type);
    spec.title = "A <b>title</b>";
    spec.description = "HELP of the metric";
    spec.queries.push_back({"rate(x[5m]) +* 2", "", false});
    return spec;
}

PanelDataPtr failed(std::vector<PanelSeries> series)
{
    auto data = std::make_shared<PanelData>();
    data->range = {0, 300'000};
    data->series = std::move(series);
    data->error = Error{ErrorCode::PromqlSyntax, {"unexpected <op:*>"}, {13, 14}, {1, 14}};
    return data;
}

} // namespace sightglass::test

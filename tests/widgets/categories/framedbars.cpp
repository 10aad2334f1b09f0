// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/categories/framedbars.h"

#include <limits>
#include <utility>

namespace sightglass::test {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

} // namespace

Field textField(const std::string &name, const std::vector<std::string> &values)
{
    Field field;
    field.name = name;
    field.type = FieldType::Text;
    for (const std::string &value : values)
        field.values.emplace_back(value);
    return field;
}

Field numberField(const std::string &name, const std::vector<double> &values, const std::string &unit)
{
    Field field;
    field.name = name;
    if (!unit.empty())
        field.config.unit = unit;
    for (const double value : values)
        field.values.emplace_back(value);
    return field;
}

PanelDataPtr framed(std::vector<Field> fields)
{
    auto data = std::make_shared<PanelData>();
    Frame frame;
    frame.fields = std::move(fields);
    data->frames = std::make_shared<const std::vector<Frame>>(std::vector<Frame>{std::move(frame)});
    return data;
}

PanelDataPtr cities()
{
    return framed({textField("city", {"Oslo", "Rome", "<b>Bern</b>"}), numberField("rain", {10, -4, 20}),
                   numberField("sun", {5, 6, nan})});
}

PanelSpec barSpec(BarChartOptions options)
{
    PanelSpec spec;
    spec.title = "Bars";
    spec.options = std::move(options);
    return spec;
}

BarData dataOf(const PanelDataPtr &data, const BarChartOptions &options)
{
    SeriesColorBook book;
    const PanelSpec spec = barSpec(options);
    return barData(spec, *data, darkTheme(), book);
}

} // namespace sightglass::test

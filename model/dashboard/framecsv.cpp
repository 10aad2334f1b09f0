// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/framecsv.h"

#include "parser/base/csvfield.h"
#include "parser/base/numbertext.h"

namespace sightglass {

namespace {

std::string cellText(const Field &field, std::size_t row)
{
    if (row >= field.values.size())
        return {};
    const FieldValue &value = field.values[row];
    if (const double *number = std::get_if<double>(&value))
        return formatFloat(field.type == FieldType::Time ? *number / 1000 : *number);
    if (const bool *flag = std::get_if<bool>(&value))
        return *flag ? "true" : "false";
    const std::string *text = std::get_if<std::string>(&value);
    return text != nullptr ? spreadsheetField(*text) : std::string();
}

} // namespace

CsvTable framesCsv(std::span<const Frame> frames, std::size_t mostRows)
{
    CsvTable table;
    const std::vector<Frame> all(frames.begin(), frames.end());
    for (const Frame &frame : all) {
        if (frame.fields.empty())
            continue;
        if (!table.text.empty())
            table.text += "\r\n\r\n";
        for (const Field &field : frame.fields)
            table.text += (&field == &frame.fields.front() ? "" : ",") +
                          spreadsheetField(displayName(field, frame, all));
        for (std::size_t row = 0; row < frame.rows(); ++row) {
            if (table.rows == mostRows) {
                table.cut = true;
                return table;
            }
            table.text += "\r\n";
            for (const Field &field : frame.fields)
                table.text += (&field == &frame.fields.front() ? "" : ",") + cellText(field, row);
            ++table.rows;
        }
    }
    return table;
}

CsvTable shownCsv(const PanelData &data, std::size_t mostRows)
{
    return data.frames ? framesCsv(*data.frames, mostRows) : panelCsv(data, mostRows);
}

} // namespace sightglass

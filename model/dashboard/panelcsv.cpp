// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelcsv.h"

#include "model/histogram/histogramtext.h"
#include "parser/base/csvfield.h"
#include "parser/base/numbertext.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>

namespace sightglass {

namespace {

/// Writes rows until there are enough.
class CsvWriter
{
public:
    CsvWriter(const PanelData &data, std::size_t mostRows)
        : m_mostRows(mostRows)
    {
        for (const PanelSeries &series : data.series) {
            for (const LabelView label : series.labels)
                m_names.emplace(label.name);
        }
        m_thinned = std::ranges::any_of(data.series, &PanelSeries::isThinned);
        m_table.text = m_thinned ? "time,value,sample" : "time,value";
        for (const std::string &name : m_names)
            m_table.text += ',' + spreadsheetField(name);
    }

    void write(const PanelSeries &series)
    {
        std::string labels;
        for (const std::string &name : m_names)
            labels += ',' + spreadsheetField(series.labels.value(name));
        auto sample = series.samples.begin();
        auto histogram = series.histograms.begin();
        while (sample != series.samples.end() || histogram != series.histograms.end()) {
            const bool number = histogram == series.histograms.end() ||
                                (sample != series.samples.end() && sample->t < histogram->t);
            const TimestampMs t = number ? sample->t : histogram->t;
            const std::string_view kind = !m_thinned                          ? ""
                                          : !number || series.isStep(*sample) ? ",step"
                                                                              : ",between";
            const std::string value =
                number ? formatFloat((sample++)->v) : csvField(toText(*(histogram++)->histogram));
            if (m_table.rows == m_mostRows) {
                m_table.cut = true;
                return;
            }
            m_table.text += "\r\n" + formatFloat(static_cast<double>(t) / 1000) + ',' + value;
            m_table.text += kind;
            m_table.text += labels;
            ++m_table.rows;
        }
    }

    CsvTable take() { return std::move(m_table); }

private:
    std::set<std::string, std::less<>> m_names;
    std::size_t m_mostRows;
    bool m_thinned = false;
    CsvTable m_table;
};

} // namespace

CsvTable panelCsv(const PanelData &data, std::size_t mostRows)
{
    CsvWriter writer(data, mostRows);
    for (const PanelSeries &series : data.series)
        writer.write(series);
    return writer.take();
}

} // namespace sightglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelcsv.h"

#include "model/core/timegrid.h"
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
        m_leavesOut = std::ranges::any_of(
            data.series, [](const PanelSeries &series) { return series.isStored() && !series.isWhole(); });
        m_table.text = "time,value";
        m_table.text += m_thinned ? ",sample" : "";
        m_table.text += m_leavesOut ? ",left_out" : "";
        for (const std::string &name : m_names)
            m_table.text += ',' + spreadsheetField(name);
    }

    void write(const PanelSeries &series)
    {
        std::string labels;
        for (const std::string &name : m_names)
            labels += ',' + spreadsheetField(series.labels.value(name));
        const std::span<const Sample> samples = series.inRange();
        auto histogram = series.histograms.begin();
        for (std::size_t i = 0; i < samples.size() || histogram != series.histograms.end();) {
            if (m_table.rows == m_mostRows) {
                m_table.cut = true;
                return;
            }
            const bool number =
                i < samples.size() && (histogram == series.histograms.end() || samples[i].t < histogram->t);
            beginRow(number ? samples[i].t : histogram->t,
                     number ? formatFloat(samples[i].v) : csvField(toText(*histogram->histogram)));
            const std::string_view kind = series.isStored()                      ? "stored"
                                          : !number || series.isStep(samples[i]) ? "step"
                                                                                 : "between";
            if (m_thinned)
                m_table.text.append(",").append(kind);
            if (m_leavesOut)
                m_table.text.append(",").append(number ? leftOutWith(series, samples, i) : "");
            m_table.text += labels;
            if (number)
                ++i;
            else
                ++histogram;
        }
    }

    CsvTable take() { return std::move(m_table); }

private:
    void beginRow(TimestampMs t, const std::string &value)
    {
        m_table.text += "\r\n" + formatFloat(static_cast<double>(t) / 1000) + ',' + value;
        ++m_table.rows;
    }

    /// What was left out of a column is told beside its last sample.
    static std::string leftOutWith(const PanelSeries &series, std::span<const Sample> samples, std::size_t i)
    {
        if (!series.isStored())
            return {};
        const TimestampMs end = gridFloor(samples[i].t - 1, series.columnMs) + series.columnMs;
        if (i + 1 < samples.size() && samples[i + 1].t <= end)
            return "0";
        const SampleRun &counts = series.stored->leftOutCounts;
        const auto column = std::ranges::lower_bound(counts, end, {}, &Sample::t);
        return column != counts.end() && column->t == end ? formatFloat(column->v) : "0";
    }

    std::set<std::string, std::less<>> m_names;
    std::size_t m_mostRows;
    bool m_thinned = false;   ///< there are samples of several kinds
    bool m_leavesOut = false; ///< there are more stored samples than come
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

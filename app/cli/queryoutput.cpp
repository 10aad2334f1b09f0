// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/queryoutput.h"

#include "model/api/apitime.h"
#include "model/api/jsonwriter.h"
#include "model/api/resultjson.h"
#include "model/histogram/histogramtext.h"
#include "model/presentation/displaytext.h"
#include "parser/base/numbertext.h"

#include <algorithm>
#include <set>
#include <vector>

namespace sightglass {

namespace {

constexpr qsizetype longestText = 2000;
constexpr qsizetype widestColumn = 100;

/// One value with all that belongs to it: what tables and CSV are made of.
struct Row
{
    Labels labels;
    TimestampMs t = 0;
    std::string value;
};

std::string valueText(double value, const HistogramPtr &histogram)
{
    return histogram ? toText(*histogram) : formatFloat(value);
}

/// The floats and histograms of a series in the order of time.
void addSeries(std::vector<Row> &rows, const MatrixSeries &series)
{
    const std::size_t first = rows.size();
    for (const Sample &sample : series.samples)
        rows.push_back({series.labels, sample.t, formatFloat(sample.v)});
    for (const HistogramSample &sample : series.histograms)
        rows.push_back({series.labels, sample.t, toText(*sample.histogram)});
    std::inplace_merge(rows.begin() + static_cast<std::ptrdiff_t>(first),
                       rows.begin() + static_cast<std::ptrdiff_t>(first + series.samples.size()), rows.end(),
                       [](const Row &a, const Row &b) { return a.t < b.t; });
}

std::vector<Row> rowsOf(const QueryResult &result, TimestampMs t)
{
    std::vector<Row> rows;
    switch (result.type) {
    case promql::ValueType::Scalar:
        rows.push_back({{}, result.scalar.t, formatFloat(result.scalar.v)});
        break;
    case promql::ValueType::String:
        rows.push_back({{}, t, result.string});
        break;
    case promql::ValueType::InstantVector:
        for (const VectorElement &element : result.vector)
            rows.push_back({element.labels, t, valueText(element.value, element.histogram)});
        break;
    case promql::ValueType::RangeVector:
        for (const MatrixSeries &series : result.matrix)
            addSeries(rows, series);
        break;
    }
    return rows;
}

void addLine(QString &text, const QString &line)
{
    if (!text.isEmpty())
        text += QLatin1Char('\n');
    text += line;
}

QString seriesText(const Labels &labels)
{
    return displayText(labels.toString(), longestText);
}

QString vectorTable(const std::vector<Row> &rows)
{
    qsizetype width = 0;
    for (const Row &row : rows)
        width = std::max(width, seriesText(row.labels).size());
    width = std::min(width, widestColumn);
    QString text;
    for (const Row &row : rows)
        addLine(text, seriesText(row.labels).leftJustified(width) + QStringLiteral("  ") +
                          displayText(row.value, longestText));
    return text;
}

QString matrixTable(const std::vector<Row> &rows)
{
    QString text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == 0 || rows[i].labels != rows[i - 1].labels)
            addLine(text, seriesText(rows[i].labels));
        addLine(text, QStringLiteral("  ") +
                          QString::fromStdString(rfc3339Text(rows[i].t)).leftJustified(26) +
                          displayText(rows[i].value, longestText));
    }
    return text;
}

QString table(const QueryResult &result, const std::vector<Row> &rows)
{
    if (result.type == promql::ValueType::InstantVector)
        return vectorTable(rows);
    if (result.type == promql::ValueType::RangeVector)
        return matrixTable(rows);
    return displayText(rows.front().value, longestText);
}

std::string csvField(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csv(const std::vector<Row> &rows)
{
    std::set<std::string, std::less<>> names;
    for (const Row &row : rows) {
        for (const LabelView label : row.labels)
            names.emplace(label.name);
    }
    std::string text = "time,value";
    for (const std::string &name : names)
        text += ',' + csvField(name);
    for (const Row &row : rows) {
        text += "\r\n" + secondsText(row.t) + ',' + csvField(row.value);
        for (const std::string &name : names)
            text += ',' + csvField(row.labels.value(name));
    }
    return text;
}

std::string json(const QueryResult &result, TimestampMs t)
{
    std::string text;
    JsonWriter writer(text, std::string::npos);
    writer.beginObject();
    writeResultMembers(writer, result, t, 0);
    writer.endObject();
    return text;
}

} // namespace

std::optional<QueryFormat> queryFormatFromName(const QString &name)
{
    if (name == QLatin1String("table"))
        return QueryFormat::Table;
    if (name == QLatin1String("csv"))
        return QueryFormat::Csv;
    return name == QLatin1String("json") ? std::optional(QueryFormat::Json) : std::nullopt;
}

std::string queryOutput(const QueryResult &result, TimestampMs t, QueryFormat format)
{
    if (format == QueryFormat::Json)
        return json(result, t);
    const std::vector<Row> rows = rowsOf(result, t);
    return format == QueryFormat::Csv ? csv(rows) : table(result, rows).toStdString();
}

} // namespace sightglass

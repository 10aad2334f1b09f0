// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/queryoutput.h"

#include "model/api/apitime.h"
#include "model/api/jsonwriter.h"
#include "model/api/resultjson.h"
#include "model/histogram/histogramtext.h"
#include "model/presentation/displaytext.h"
#include "parser/base/csvfield.h"
#include "parser/base/numbertext.h"

#include <QList>

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
    text += line;
    text += QLatin1Char('\n');
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
    return displayText(rows.front().value, longestText) + QLatin1Char('\n');
}

/// The column of a label, by the rule that QueryFormat::Csv states.
std::string columnName(std::string_view label)
{
    constexpr std::string_view prefix = "label_";
    std::string_view core = label;
    while (core.starts_with(prefix))
        core.remove_prefix(prefix.size());
    const bool isTaken = core == "time" || core == "value";
    return (isTaken ? std::string(prefix) : std::string()).append(label);
}

std::string shownText(std::string_view text, OutputReader reader)
{
    return reader == OutputReader::Terminal ? displayText(text, longestText).toStdString()
                                            : std::string(text);
}

std::string csv(const std::vector<Row> &rows, OutputReader reader)
{
    std::set<std::string, std::less<>> names;
    for (const Row &row : rows) {
        for (const LabelView label : row.labels)
            names.emplace(label.name);
    }
    const auto field = [reader](std::string_view text) { return csvField(shownText(text, reader)); };
    constexpr std::string_view rowEnd = "\r\n";
    std::string text = "time,value";
    for (const std::string &name : names)
        text += ',' + field(columnName(name));
    text += rowEnd;
    for (const Row &row : rows) {
        text += secondsText(row.t) + ',' + field(row.value);
        for (const std::string &name : names)
            text += ',' + field(row.labels.value(name));
        text += rowEnd;
    }
    return text;
}

/// JSON that says the same without any character that displayText() would not show as it is. Only strings can
/// have such.
std::string visibleJson(const std::string &json)
{
    QString visible;
    for (const char32_t c : QString::fromStdString(json).toUcs4()) {
        const QString text = QString::fromUcs4(&c, 1);
        if (c < 0x7f || displayText(text) == text) {
            visible += text;
            continue;
        }
        for (const QChar unit : text)
            visible += QStringLiteral("\\u%1").arg(static_cast<int>(unit.unicode()), 4, 16, QLatin1Char('0'));
    }
    return visible.toStdString();
}

std::string json(const QueryResult &result, TimestampMs t, OutputReader reader)
{
    std::string text;
    JsonWriter writer(text, std::string::npos);
    writer.beginObject();
    writeResultMembers(writer, result, t, 0);
    writer.endObject();
    return (reader == OutputReader::Terminal ? visibleJson(text) : text) + '\n';
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

std::string queryOutput(const QueryResult &result, TimestampMs t, QueryFormat format, OutputReader reader)
{
    if (format == QueryFormat::Json)
        return json(result, t, reader);
    const std::vector<Row> rows = rowsOf(result, t);
    return format == QueryFormat::Csv ? csv(rows, reader) : table(result, rows).toStdString();
}

} // namespace sightglass

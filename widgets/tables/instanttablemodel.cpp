// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/instanttablemodel.h"

#include "model/core/units.h"
#include "model/histogram/floathistogram.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/histogramdisplay.h"
#include "model/presentation/valuetext.h"
#include "widgets/panelkit/instantvalues.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace sightglass {

namespace {

/// Rows of several metrics with more labels than these leave most cells of a column each empty.
constexpr std::size_t mostColumnsOfMixture = 2;
/// Stands for the column of all labels: no label has an empty name.
constexpr std::string_view foldedColumn;
/// More columns than these leave none of them legible.
constexpr std::size_t mostColumns = 8;
constexpr int mostLabelsInTip = 30;

/// Values are the same to the eye: NaN is NaN, and only the presence counts where there is no number.
bool sameValue(const SeriesValue &a, const SeriesValue &b)
{
    const bool sameNumber = a.value == b.value || (std::isnan(a.value) && std::isnan(b.value));
    return a.presence == b.presence && sameNumber;
}

bool sameValue(const HistogramPtr &a, const HistogramPtr &b)
{
    return a == b || (a && b && sameHistogram(*a, *b));
}

} // namespace

InstantTableModel::InstantTableModel(const PanelSpec &spec, const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_spec(spec)
    , m_theme(theme)
{}

std::vector<std::string> InstantTableModel::tellingLabels(const std::vector<Row> &rows)
{
    std::set<std::string> names;
    for (const Row &row : rows) {
        for (const auto label : row.labels)
            names.emplace(label.name);
    }
    std::vector<std::string> labels;
    for (const std::string &name : names) {
        const auto differs = [&name, &rows](const Row &row) {
            return row.labels.value(name) != rows.front().labels.value(name);
        };
        if (rows.size() == 1 || std::ranges::any_of(rows, differs))
            labels.push_back(name);
    }
    return labels;
}

InstantTableModel::Columns InstantTableModel::columnsFor(const std::vector<Row> &rows)
{
    Columns columns{tellingLabels(rows), {}};
    std::vector<std::string> &labels = columns.labels;
    const auto name = std::ranges::find(labels, metricNameLabel);
    const bool metrics = name != labels.end();
    if (metrics)
        std::rotate(name, name + 1, labels.end());
    const bool mixture = metrics && rows.size() > 1;
    if (labels.size() <= (mixture ? 1 + mostColumnsOfMixture : mostColumns))
        return columns;
    if (metrics)
        labels.pop_back();
    columns.folded = std::move(labels);
    columns.labels.clear();
    // The labels of a mixture are remarks on the metric.
    if (metrics)
        columns.labels.emplace_back(metricNameLabel);
    columns.labels.emplace_back(foldedColumn);
    return columns;
}

// ---- changes

void InstantTableModel::setData(const PanelData &answer)
{
    std::vector<Row> rows;
    for (const PanelSeries &series : answer.series) {
        if (!series.samples.empty() || !series.histograms.empty())
            rows.push_back(rowOf(series, answer));
    }
    m_end = answer.range.to;
    removeRowsBut(rows);
    updateColumns(columnsFor(rows));
    updateValues(rows);
    insertRows(std::move(rows));
}

InstantTableModel::Row InstantTableModel::rowOf(const PanelSeries &series, const PanelData &data) const
{
    Row row{
        series.query, series.labels, seriesValue(Calculation::LastNotNull, series, data), {}, series.config};
    const bool native = !series.histograms.empty() &&
                        (series.samples.empty() || series.samples.back().t < series.histograms.back().t);
    if (!native || !isCurrent(series.histograms.back().t, data))
        return row;
    row.histogram = series.histograms.back().histogram;
    row.value = {row.histogram->count, Presence::Current, {}};
    return row;
}

void InstantTableModel::updateColumns(Columns columns)
{
    for (int i = valueColumn() - 1; i >= 0; --i) {
        if (std::ranges::find(columns.labels, m_labels[static_cast<std::size_t>(i)]) != columns.labels.end())
            continue;
        beginRemoveColumns({}, i, i);
        m_labels.erase(m_labels.begin() + i);
        endRemoveColumns();
    }
    // What is left has the order of the wanted columns: both come from columnsFor().
    for (std::size_t i = 0; i < columns.labels.size(); ++i) {
        if (i < m_labels.size() && m_labels[i] == columns.labels[i])
            continue;
        const int place = static_cast<int>(i);
        beginInsertColumns({}, place, place);
        m_labels.insert(m_labels.begin() + place, columns.labels[i]);
        endInsertColumns();
    }
    if (m_folded == columns.folded)
        return;
    m_folded = std::move(columns.folded);
    const int folded = columnOf(std::string(foldedColumn));
    if (!m_rows.empty() && folded != valueColumn())
        emit dataChanged(index(0, folded), index(rowCount() - 1, folded));
}

void InstantTableModel::removeRowsBut(const std::vector<Row> &wanted)
{
    std::set<std::tuple<std::size_t, Labels>> keys;
    for (const Row &row : wanted)
        keys.emplace(row.query, row.labels);
    const auto stays = [this, &keys](int row) {
        const Row &one = m_rows[static_cast<std::size_t>(row)];
        return keys.contains({one.query, one.labels});
    };
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (stays(last))
            continue;
        int first = last;
        while (first > 0 && !stays(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void InstantTableModel::updateValues(std::vector<Row> &wanted)
{
    std::map<std::tuple<std::size_t, Labels>, std::size_t> known;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        known.emplace(std::tuple(m_rows[i].query, m_rows[i].labels), i);
    int first = rowCount();
    int last = -1;
    std::erase_if(wanted, [this, &known, &first, &last](const Row &row) {
        const auto place = known.find({row.query, row.labels});
        if (place == known.end())
            return false;
        Row &shown = m_rows[place->second];
        if (!sameValue(shown.value, row.value) || !sameValue(shown.histogram, row.histogram)) {
            first = std::min(first, static_cast<int>(place->second));
            last = std::max(last, static_cast<int>(place->second));
        }
        shown.value = row.value;
        shown.histogram = row.histogram;
        return true;
    });
    if (last >= 0)
        emit dataChanged(index(first, valueColumn()), index(last, valueColumn()));
}

void InstantTableModel::insertRows(std::vector<Row> added)
{
    if (added.empty())
        return;
    const int count = rowCount();
    beginInsertRows({}, count, count + static_cast<int>(added.size()) - 1);
    std::ranges::move(added, std::back_inserter(m_rows));
    endInsertRows();
}

// ---- contents

std::optional<std::string> InstantTableModel::columnKey(int column) const
{
    if (column < 0 || column >= valueColumn())
        return std::nullopt;
    return m_labels[static_cast<std::size_t>(column)];
}

int InstantTableModel::columnOf(const std::optional<std::string> &key) const
{
    return key ? static_cast<int>(std::ranges::find(m_labels, *key) - m_labels.begin()) : valueColumn();
}

void InstantTableModel::setZone(ZoneRule zone)
{
    m_zone = std::move(zone);
    if (rowCount() > 0)
        emit dataChanged(index(0, valueColumn()), index(rowCount() - 1, valueColumn()), {Qt::DisplayRole});
}

void InstantTableModel::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::ForegroundRole});
}

int InstantTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InstantTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : valueColumn() + 1;
}

const FieldConfig &InstantTableModel::configOf(const Row &row) const
{
    return row.config ? *row.config : m_spec.field;
}

QString InstantTableModel::valueCell(const Row &row) const
{
    if (row.value.presence != Presence::Current)
        return noValue;
    if (row.histogram)
        return histogramSummary(*row.histogram);
    const double value = row.value.value;
    const std::string_view metric = row.labels.value(metricNameLabel);
    if (configOf(row).unit || metric.empty())
        return valueText(configOf(row), value, m_zone);
    FieldConfig config;
    // Buckets count observations, whatever these are measured in.
    config.unit = metric.ends_with("_bucket") ? "short" : inferPresentUnit(metric, value);
    config.decimals = configOf(row).decimals;
    return valueText(config, value, m_zone);
}

QString InstantTableModel::foldedLabels(const Row &row) const
{
    QString text;
    for (const std::string &name : m_folded) {
        const std::string_view value = row.labels.value(name);
        if (value.empty())
            continue;
        if (!text.isEmpty())
            text += QStringLiteral(", ");
        text += displayText(std::string_view(name)) + u'=' + displayText(value);
    }
    return text;
}

QVariant InstantTableModel::cell(const Row &row, int column) const
{
    if (column == valueColumn())
        return valueCell(row);
    const std::string &label = m_labels[static_cast<std::size_t>(column)];
    return label == foldedColumn ? foldedLabels(row) : displayText(row.labels.value(label));
}

QString InstantTableModel::tip(const Row &row, int column) const
{
    QStringList lines;
    if (column == valueColumn() && row.histogram)
        return histogramDetails(*row.histogram);
    if (column == valueColumn() && row.value.last)
        lines.append(lastKnownText(configOf(row), *row.value.last, m_end, m_zone));
    else
        lines.append(cell(row, column).toString());
    QString metric;
    int listed = 0;
    for (const auto label : row.labels) {
        if (++listed > mostLabelsInTip)
            continue;
        const QString line = displayText(label.name) + u'=' + displayText(label.value);
        if (label.name == metricNameLabel)
            metric = line;
        else
            lines.append(line);
    }
    if (!metric.isEmpty())
        lines.append(metric);
    if (listed > mostLabelsInTip)
        lines.append(tr("and %n more", nullptr, listed - mostLabelsInTip));
    return lines.join(u'\n');
}

QVariant InstantTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isValue = index.column() == valueColumn();
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, index.column());
    case sortRole:
        return isValue ? QVariant(row.value.value) : cell(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(tip(row, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant(isValue ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (isValue && row.value.presence != Presence::Current)
            return m_theme.textMuted;
        if (isValue && !row.histogram && configOf(row).thresholds)
            return valueColor(configOf(row), row.value.value, {}, m_theme);
        return {};
    default:
        return {};
    }
}

QVariant InstantTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == valueColumn() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == valueColumn())
        return tr("Value");
    const std::string &label = m_labels[static_cast<std::size_t>(section)];
    if (label == metricNameLabel)
        return tr("Metric");
    return label == foldedColumn ? tr("Labels") : displayText(std::string_view(label));
}

} // namespace sightglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/pagesamplemodel.h"

#include "model/analysis/pagetext.h"
#include "model/analysis/textsearch.h"
#include "model/presentation/displaytext.h"

#include <QDateTime>

#include <algorithm>
#include <string_view>
#include <utility>

namespace sightglass {

void PageSampleModel::setFamily(std::shared_ptr<const PageExamination> examination,
                                std::optional<std::size_t> family)
{
    if (examination == m_examination && family == m_family)
        return;
    m_examination = std::move(examination);
    m_family = family;
    update();
}

void PageSampleModel::setFilter(const QString &filter)
{
    m_filter = filter.trimmed().toStdString();
    update();
}

std::size_t PageSampleModel::total() const
{
    return m_family ? m_examination->page().families[*m_family].samples.size() : 0;
}

void PageSampleModel::update()
{
    beginResetModel();
    m_rows.clear();
    if (m_family) {
        for (const std::uint32_t sample : m_examination->page().families[*m_family].samples) {
            if (passes(sample))
                m_rows.push_back(sample);
        }
    }
    endResetModel();
}

bool PageSampleModel::passes(std::uint32_t sample) const
{
    if (m_filter.empty())
        return true;
    const ExposedPage &page = m_examination->page();
    const SourceSpan span = page.samples[sample].span;
    const std::string_view written = page.textBody().substr(span.begin, span.end - span.begin);
    const std::string series = written.empty() ? seriesText(page, page.samples[sample]) : std::string();
    return containsText(written.empty() ? series : written, m_filter, LetterCase::Ignored);
}

QString PageSampleModel::wholeText(int row) const
{
    constexpr qsizetype longestCopied = 1 << 20;
    const auto shown = sample(row);
    return shown ? text(*shown, SeriesColumn, longestCopied) + u' ' + text(*shown, ValueColumn, longestCopied)
                 : QString();
}

std::optional<std::uint32_t> PageSampleModel::sample(int row) const
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_rows.size())
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(row)];
}

int PageSampleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PageSampleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PageSampleModel::text(std::uint32_t sample, int column, qsizetype longest) const
{
    const ExposedPage &page = m_examination->page();
    const PageExtras &extras = m_examination->extras();
    switch (column) {
    case SeriesColumn:
        return displayText(seriesText(page, page.samples[sample]), longest);
    case ValueColumn:
        return displayText(sampleValueText(page, extras, sample), longest);
    case TimeColumn:
        return page.samples[sample].timestampMs
                   ? QDateTime::fromMSecsSinceEpoch(*page.samples[sample].timestampMs, Qt::UTC)
                         .toString(Qt::ISODateWithMs)
                   : QString();
    case ExemplarColumn: {
        QStringList texts;
        for (const PageExemplar &each :
             extras.exemplarsOf(sample).first(std::min<std::size_t>(extras.exemplarsOf(sample).size(), 8)))
            texts << displayText(exemplarText(each.exemplar).substr(2), longest);
        return texts.join(QStringLiteral("  "));
    }
    default:
        return {};
    }
}

QVariant PageSampleModel::data(const QModelIndex &index, int role) const
{
    const auto shown = index.isValid() ? sample(index.row()) : std::nullopt;
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*shown, index.column(), 300);
    case Qt::ToolTipRole:
        return plainToolTip(text(*shown, index.column(), 2000));
    case Qt::TextAlignmentRole:
        return index.column() == ValueColumn && !m_examination->page().samples[*shown].isNative
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    default:
        return {};
    }
}

QVariant PageSampleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == ValueColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeriesColumn:
        return tr("Series");
    case ValueColumn:
        return tr("Value");
    case TimeColumn:
        return tr("Timestamp");
    case ExemplarColumn:
        return tr("Exemplar");
    default:
        return {};
    }
}

} // namespace sightglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/configreportmodel.h"

#include "model/presentation/displaytext.h"

#include <utility>

namespace sightglass {

namespace {

QString kindText(ConfigReportLine::Kind kind)
{
    using Kind = ConfigReportLine::Kind;
    switch (kind) {
    case Kind::Broken:
        return ConfigReportModel::tr("Broken");
    case Kind::Problem:
        return ConfigReportModel::tr("Problem");
    case Kind::Lost:
        return ConfigReportModel::tr("Not honoured");
    case Kind::RuleFile:
        break;
    }
    return ConfigReportModel::tr("Rules");
}

QString cellText(const ConfigReportLine &line, int column)
{
    switch (column) {
    case ConfigReportModel::KindColumn:
        return kindText(line.kind);
    case ConfigReportModel::PlaceColumn:
        return line.shortPlace();
    case ConfigReportModel::TextColumn:
        return line.text;
    default:
        return {};
    }
}

} // namespace

void ConfigReportModel::setState(const ConfigState &state)
{
    std::vector<ConfigReportLine> lines = configReport(state);
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

QString ConfigReportModel::asText() const
{
    QString text;
    for (const ConfigReportLine &line : m_lines)
        text += line.line() + QLatin1Char('\n');
    return text;
}

int ConfigReportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ConfigReportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConfigReportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConfigReportLine &line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(line, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(line.line());
    case KindRole:
        return static_cast<int>(line.kind);
    default:
        return {};
    }
}

QVariant ConfigReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn:
        return tr("Kind");
    case PlaceColumn:
        return tr("Place");
    case TextColumn:
        return tr("What");
    default:
        return {};
    }
}

} // namespace sightglass

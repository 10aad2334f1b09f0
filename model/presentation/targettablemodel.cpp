// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/targettablemodel.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/numbertext.h"

#include <QFileInfo>

namespace sightglass {

namespace {

/// The user's name for it, else host and port as the instance label has them.
QString nameOf(const TargetConfig &config)
{
    if (!config.name.isEmpty())
        return displayText(config.name);
    const Labels labels = targetLabels(config);
    const std::string_view instance = labels.value("instance");
    return instance.empty() ? displayUrl(config.url) : displayText(instance);
}

/// Jobs that scrape the same host and port are told apart by their names.
QString placeText(const TargetConfig &config)
{
    const QString url = displayUrl(config.url);
    const QString job = displayText(targetLabels(config).value("job"));
    const bool isTold =
        job.isEmpty() || job == nameOf(config) || job == displayText(targetAddress(config.url));
    return isTold ? url : job + QStringLiteral(" · ") + url;
}

QString toolTip(const TargetConfig &config)
{
    QStringList lines{displayText(displayUrl(config.url))};
    for (const LabelView label : targetLabels(config))
        lines << displayText(label.name) + QStringLiteral(" = ") + displayText(label.value);
    if (!config.origin.isEmpty())
        lines << TargetTableModel::tr("from %1").arg(displayText(config.origin));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

bool TargetTableModel::Row::operator==(const Row &other) const
{
    const TargetStatus &a = status;
    const TargetStatus &b = other.status;
    return a.config == b.config && a.health == b.health && a.error == b.error &&
           a.lastScrape == b.lastScrape && a.skipped == b.skipped && a.samplesDropped == b.samplesDropped &&
           a.samplesOutOfBounds == b.samplesOutOfBounds && a.scrapes == b.scrapes &&
           ageSeconds == other.ageSeconds;
}

void TargetTableModel::update(const std::vector<TargetStatus> &targets, TimestampMs now)
{
    std::vector<Row> rows;
    rows.reserve(targets.size());
    for (const TargetStatus &target : targets) {
        const std::int64_t age =
            target.lastScrape ? std::max<std::int64_t>(now - *target.lastScrape, 0) / 1000 : -1;
        rows.push_back({target, age});
    }
    updateRows(*this, m_rows, std::move(rows), [](const Row &row) { return row.status.config.id; });
}

void TargetTableModel::setHeld(const QSet<QString> &ids)
{
    if (ids == m_held)
        return;
    m_held = ids;
    for (int row = 0; row < rowCount(); ++row)
        rowChanged(row);
}

void TargetTableModel::setBadges(const QHash<QString, Badge> &badges)
{
    if (badges == m_badges)
        return;
    m_badges = badges;
    for (int row = 0; row < rowCount(); ++row)
        rowChanged(row);
}

const TargetStatus *TargetTableModel::status(const QString &id) const
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&id](const Row &r) { return r.status.config.id == id; });
    return row == m_rows.end() ? nullptr : &row->status;
}

int TargetTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TargetTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TargetTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(cellText(row, NameColumn), summary(row));
    case HealthRole:
        return static_cast<int>(row.status.health);
    case IdRole:
        return row.status.config.id;
    case SummaryRole:
        return summary(row);
    case UrlRole:
        return displayUrl(row.status.config.url);
    case PlaceRole:
        return placeText(row.status.config);
    case HeldRole:
        return m_held.contains(row.status.config.id);
    case BadgeCountRole:
        return m_badges.value(row.status.config.id).count;
    case BadgeColorRole:
        return static_cast<int>(m_badges.value(row.status.config.id).color);
    case OriginRole:
        return displayText(QFileInfo(row.status.config.origin).fileName());
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(row.status.config));
    default:
        return {};
    }
}

QVariant TargetTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Target");
    case StateColumn:
        return tr("State");
    case LastScrapeColumn:
        return tr("Last scrape");
    case DurationColumn:
        return tr("Duration");
    case SamplesColumn:
        return tr("Samples");
    case ReasonColumn:
        return tr("Reason");
    default:
        return {};
    }
}

QString TargetTableModel::cellText(const Row &row, int column) const
{
    const TargetStatus &status = row.status;
    switch (column) {
    case NameColumn:
        return nameOf(status.config);
    case StateColumn:
        return stateText(status);
    case LastScrapeColumn:
        return ageText(row);
    case DurationColumn:
        return row.ageSeconds < 0 ? QString() : measureText(status.durationSeconds, "s");
    case SamplesColumn:
        return countText(status.samples);
    case ReasonColumn:
        return status.error ? errorText(*status.error) : QString();
    default:
        return {};
    }
}

QString TargetTableModel::stateText(const TargetStatus &status) const
{
    if (m_held.contains(status.config.id))
        return tr("command not run: it waits for your leave");
    if (!status.config.enabled)
        return tr("off");
    switch (status.health) {
    case TargetHealth::Up:
        return tr("up");
    case TargetHealth::Down:
        return tr("down");
    case TargetHealth::Unknown:
        break;
    }
    return tr("waiting for the first scrape");
}

QString TargetTableModel::ageText(const Row &row)
{
    if (row.ageSeconds < 0)
        return tr("never");
    if (row.ageSeconds < 2)
        return tr("just now");
    return tr("%1 ago").arg(measureText(static_cast<double>(row.ageSeconds), "s"));
}

QString TargetTableModel::summary(const Row &row) const
{
    const TargetStatus &status = row.status;
    if (!status.config.enabled || row.ageSeconds < 0)
        return stateText(status);
    QStringList parts{stateText(status)};
    if (status.error)
        parts << errorText(*status.error);
    parts << ageText(row) << cellText(row, DurationColumn);
    if (!status.error)
        parts << tr("%n samples", nullptr,
                    static_cast<int>(std::min<std::size_t>(status.samples, 1'000'000'000)));
    const std::size_t others = status.samplesDropped - status.samplesOutOfBounds;
    if (others > 0)
        parts << tr("%n dropped", nullptr, static_cast<int>(std::min<std::size_t>(others, 1'000'000'000)));
    if (status.samplesOutOfBounds > 0)
        parts << tr("%n dropped: timestamp out of bounds", nullptr,
                    static_cast<int>(std::min<std::size_t>(status.samplesOutOfBounds, 1'000'000'000)));
    if (status.skipped > 0)
        parts << tr("%n skipped", nullptr,
                    static_cast<int>(std::min<std::uint64_t>(status.skipped, 1'000'000'000)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace sightglass

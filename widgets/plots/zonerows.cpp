// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/zonerows.h"

#include <QDateTime>

#include <algorithm>

namespace sightglass {

namespace {

QString placeOf(const QTimeZone &zone)
{
    const QString id = QString::fromUtf8(zone.id());
    return id.mid(id.lastIndexOf(u'/') + 1).replace(u'_', u' ');
}

} // namespace

std::vector<ZoneRow> zoneRows(const QTimeZone &first, const std::vector<QTimeZone> &further, TimestampMs at)
{
    std::vector<ZoneRow> rows{{first, {}}};
    for (const QTimeZone &zone : further)
        rows.push_back({zone, {}});
    if (further.empty())
        return rows;
    const auto abbreviated = [at](const ZoneRow &row) {
        return row.zone.abbreviation(QDateTime::fromMSecsSinceEpoch(at, row.zone));
    };
    std::vector<QString> names;
    std::ranges::transform(rows, std::back_inserter(names), abbreviated);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].name = std::ranges::count(names, names[i]) > 1 ? placeOf(rows[i].zone) : names[i];
    return rows;
}

} // namespace sightglass

// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/lists/dashboardrows.h"

#include "model/presentation/displaytext.h"

#include <QCoreApplication>

#include <algorithm>

namespace sightglass {

namespace {

using Entries = std::vector<const DashboardEntry *>;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::DashboardList)
};

bool contains(const std::string &text, const QString &part)
{
    return QString::fromStdString(text).contains(part, Qt::CaseInsensitive);
}

bool isFound(const DashboardEntry &entry, const DashboardListOptions &options, const QString &typed)
{
    const bool tagged = std::ranges::all_of(options.tags, [&entry](const std::string &tag) {
        return std::ranges::find(entry.tags, tag) != entry.tags.end();
    });
    const auto hasWord = [&entry, &typed] {
        return contains(entry.title, typed) ||
               std::ranges::any_of(entry.tags,
                                   [&typed](const std::string &tag) { return contains(tag, typed); });
    };
    return tagged && contains(entry.title, QString::fromStdString(options.query)) &&
           (typed.isEmpty() || hasWord());
}

ListRow rowOf(const DashboardEntry &entry)
{
    QStringList tags;
    for (const std::string &tag : entry.tags)
        tags.append(displayText(std::string_view(tag)));
    const QString title = entry.title.empty() ? displayText(std::string_view(entry.id))
                                              : displayText(std::string_view(entry.title));
    return {ListRow::Kind::Entry,
            title,
            {},
            entry.starred ? QStringLiteral("★") : QString(),
            tags.mid(0, 8).join(QStringLiteral(", ")),
            {},
            entry.id};
}

void addSection(std::vector<ListRow> &rows, const QString &title, const Entries &entries,
                const DashboardListOptions &options)
{
    if (options.headings)
        rows.push_back({ListRow::Kind::Heading, title, {}, {}, {}, {}, {}});
    if (entries.empty()) {
        rows.push_back({ListRow::Kind::Note, Texts::tr("none"), {}, {}, {}, {}, {}});
        return;
    }
    const std::size_t limit = options.limit > 0
                                  ? std::min(static_cast<std::size_t>(options.limit), entries.size())
                                  : entries.size();
    for (const DashboardEntry *entry : std::span(entries).first(limit))
        rows.push_back(rowOf(*entry));
    if (limit < entries.size())
        rows.push_back({ListRow::Kind::Note,
                        Texts::tr("and %n more", nullptr, static_cast<int>(entries.size() - limit)),
                        {},
                        {},
                        {},
                        {},
                        {}});
}

} // namespace

std::vector<ListRow> dashboardListRows(const std::vector<DashboardEntry> &dashboards,
                                       const DashboardListOptions &options, const QString &typed)
{
    Entries starred;
    Entries recent;
    Entries found;
    for (const DashboardEntry &entry : dashboards) {
        if (entry.starred)
            starred.push_back(&entry);
        if (entry.visited)
            recent.push_back(&entry);
        if (isFound(entry, options, typed))
            found.push_back(&entry);
    }
    std::ranges::stable_sort(
        recent, [](const DashboardEntry *a, const DashboardEntry *b) { return *a->visited > *b->visited; });
    std::vector<ListRow> rows;
    if (options.starred)
        addSection(rows, Texts::tr("Starred"), starred, options);
    if (options.recent)
        addSection(rows, Texts::tr("Recently viewed"), recent, options);
    if (options.search)
        addSection(rows, Texts::tr("Found"), found, options);
    return rows;
}

} // namespace sightglass

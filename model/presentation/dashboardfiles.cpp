// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboardfiles.h"

#include "model/presentation/displaytext.h"
#include "model/scrape/regularfile.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace sightglass {

DashboardFiles::DashboardFiles(QObject *parent)
    : QObject(parent)
{}

DashboardFiles::~DashboardFiles() = default;

QString DashboardFiles::sourceOf(const QString &file)
{
    return QFileInfo(file).absoluteFilePath();
}

DashboardFiles::Source *DashboardFiles::find(const QString &source) const
{
    const auto found = std::ranges::find_if(
        m_sources, [&source](const std::unique_ptr<Source> &one) { return one->entry.source == source; });
    return found == m_sources.end() ? nullptr : found->get();
}

const DashboardFiles::Entry *DashboardFiles::entry(const QString &source) const
{
    const Source *found = find(source);
    return found == nullptr ? nullptr : &found->entry;
}

std::vector<const DashboardFiles::Entry *> DashboardFiles::entries() const
{
    std::vector<const Entry *> entries;
    for (const std::unique_ptr<Source> &source : m_sources) {
        if (source->entry.opened)
            entries.push_back(&source->entry);
    }
    return entries;
}

QStringList DashboardFiles::paths() const
{
    QStringList paths;
    for (const Entry *entry : entries()) {
        if (entry->isFile)
            paths << entry->source;
    }
    return paths;
}

DashboardFiles::Source &DashboardFiles::add(Entry entry)
{
    auto source = std::make_unique<Source>();
    source->entry = std::move(entry);
    source->task = std::make_unique<BackgroundTask<Reading>>(
        [this, name = source->entry.source](Reading reading) { take(name, std::move(reading)); });
    m_sources.push_back(std::move(source));
    return *m_sources.back();
}

void DashboardFiles::open(const QString &file)
{
    const QString path = sourceOf(file);
    Source *source = find(path);
    if (source == nullptr) {
        Entry entry;
        entry.source = path;
        entry.name = displayText(QFileInfo(path).fileName(), 80);
        source = &add(std::move(entry));
        source->watch = std::make_unique<FileWatch>();
        connect(source->watch.get(), &FileWatch::changed, this, [this, path] {
            if (Source *changed = find(path))
                read(*changed);
        });
    }
    source->forcedReading = true;
    source->entry.asked = ++m_asked;
    read(*source);
}

QString DashboardFiles::openText(const QByteArray &text, const QString &name)
{
    Entry entry;
    entry.source = QStringLiteral("text:%1").arg(++m_texts);
    entry.name = displayText(name, 80);
    entry.isFile = false;
    entry.asked = ++m_asked;
    Source &source = add(std::move(entry));
    source.task->start([text] { return Reading{text, openDashboardText(text)}; });
    return source.entry.source;
}

void DashboardFiles::read(Source &source)
{
    source.task->startAgain([path = source.entry.source] {
        const std::size_t most = DashboardLimits().bytes + 1;
        const Result<std::string> bytes = readRegularFile(path, most);
        if (!bytes)
            return Reading{{}, bytes.error()};
        Reading reading;
        reading.text = QByteArray(bytes->data(), static_cast<qsizetype>(bytes->size()));
        reading.opened = openDashboardText(reading.text);
        return reading;
    });
}

void DashboardFiles::take(const QString &name, Reading reading)
{
    Source *source = find(name);
    if (source == nullptr)
        return;
    Entry &entry = source->entry;
    // Who replaces a file does so in its folder.
    if (source->watch)
        source->watch->watch({entry.source, QFileInfo(entry.source).absolutePath()});
    const bool forced = std::exchange(source->forcedReading, false);
    if (!reading.opened) {
        const QString problem = dashboardProblem(entry.name, reading.opened.error());
        if (!forced && problem == entry.problem)
            return;
        entry.problem = problem;
        const bool neverGood = !entry.opened;
        if (neverGood)
            drop(name);
        emit failed(name, problem);
        return;
    }
    const bool same = entry.opened && entry.text == reading.text && entry.problem.isEmpty();
    if (same && !forced)
        return;
    entry.problem.clear();
    entry.text = std::move(reading.text);
    entry.opened = std::move(*reading.opened);
    emit changed(name);
}

void DashboardFiles::drop(const QString &source)
{
    const auto found = std::ranges::find_if(
        m_sources, [&source](const std::unique_ptr<Source> &one) { return one->entry.source == source; });
    if (found == m_sources.end())
        return;
    // It may be its own task that tells: it goes when that has come back.
    const std::shared_ptr<Source> gone = std::move(*found);
    m_sources.erase(found);
    QMetaObject::invokeMethod(
        this, [gone] {}, Qt::QueuedConnection);
}

void DashboardFiles::close(const QString &source)
{
    const QString name = source;
    if (find(source) == nullptr)
        return;
    drop(name);
    emit closed(name);
}

} // namespace sightglass

// SPDX-License-Identifier: GPL-3.0-or-later
// What WindowSettings keeps of dashboards.
#include "app/desktop/notesdialog.h"
#include "app/desktop/windowsettings.h"

#include <QCryptographicHash>

#include <algorithm>

namespace sightglass {

namespace {

constexpr qsizetype mostPaths = 200;
constexpr qsizetype mostChoices = 200;
constexpr qsizetype longestChoices = 100'000;
constexpr int mostDetached = 50;
constexpr qsizetype longestGeometry = 1000;
constexpr qsizetype mostRanges = 20;
constexpr qsizetype longestRange = 200;
constexpr qsizetype mostNotes = 1000;
constexpr qsizetype longestNote = 1000;

/// Keys are paths and worse; what QSettings makes groups of must not be in them.
QString choicesKey(const QString &key)
{
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QStringLiteral("choices/") + QString::fromLatin1(hash);
}

} // namespace

QStringList WindowSettings::dashboards() const
{
    return m_settings->value(QStringLiteral("window/dashboards")).toStringList().mid(0, mostPaths);
}

void WindowSettings::setDashboards(const QStringList &paths)
{
    m_settings->setValue(QStringLiteral("window/dashboards"), paths);
}

QStringList WindowSettings::recentDashboards() const
{
    return m_settings->value(QStringLiteral("window/recentDashboards")).toStringList().mid(0, mostPaths);
}

void WindowSettings::setRecentDashboards(const QStringList &paths)
{
    m_settings->setValue(QStringLiteral("window/recentDashboards"), paths);
}

DashboardChoices WindowSettings::choices(const QString &key) const
{
    const QString text = m_settings->value(choicesKey(key)).toString();
    return text.isEmpty() || text.size() > longestChoices ? DashboardChoices()
                                                          : readChoices(text.toStdString());
}

void WindowSettings::setChoices(const QString &key, const DashboardChoices &choices)
{
    const QString name = choicesKey(key);
    QStringList order = m_settings->value(QStringLiteral("choices/order")).toStringList();
    order.removeAll(name);
    const QString text = QString::fromStdString(choicesText(choices));
    if (choices == DashboardChoices() || text.size() > longestChoices) {
        m_settings->remove(name);
    } else {
        m_settings->setValue(name, text);
        order.prepend(name);
    }
    for (const QString &old : order.mid(mostChoices))
        m_settings->remove(old);
    m_settings->setValue(QStringLiteral("choices/order"), order.mid(0, mostChoices));
}

std::vector<DetachedPage> WindowSettings::detachedPages() const
{
    std::vector<DetachedPage> pages;
    const int count = std::min(m_settings->beginReadArray(QStringLiteral("detached")), mostDetached);
    for (int i = 0; i < count; ++i) {
        m_settings->setArrayIndex(i);
        DetachedPage page{m_settings->value(QStringLiteral("key")).toString(),
                          m_settings->value(QStringLiteral("geometry")).toByteArray()};
        if (!page.key.isEmpty() && page.geometry.size() <= longestGeometry)
            pages.push_back(std::move(page));
    }
    m_settings->endArray();
    return pages;
}

void WindowSettings::setDetachedPages(const std::vector<DetachedPage> &pages)
{
    m_settings->remove(QStringLiteral("detached"));
    m_settings->beginWriteArray(QStringLiteral("detached"), static_cast<int>(pages.size()));
    for (std::size_t i = 0; i < pages.size(); ++i) {
        m_settings->setArrayIndex(static_cast<int>(i));
        m_settings->setValue(QStringLiteral("key"), pages[i].key);
        m_settings->setValue(QStringLiteral("geometry"), pages[i].geometry);
    }
    m_settings->endArray();
}

QStringList WindowSettings::timeHistory() const
{
    QStringList history = m_settings->value(QStringLiteral("window/timeHistory")).toStringList();
    history.removeIf(
        [](const QString &range) { return range.size() > longestRange || !range.contains(u'\t'); });
    return history.mid(0, mostRanges);
}

void WindowSettings::setTimeHistory(const QStringList &history)
{
    m_settings->setValue(QStringLiteral("window/timeHistory"), history.mid(0, mostRanges));
}

AnnotationMarks WindowSettings::notes() const
{
    AnnotationMarks notes;
    for (const QString &note :
         m_settings->value(QStringLiteral("window/notes")).toStringList().mid(0, mostNotes)) {
        bool ok = false;
        const TimestampMs at = note.section(u'\t', 0, 0).toLongLong(&ok);
        if (ok && note.size() <= longestNote)
            notes.push_back(noteMark(at, note.section(u'\t', 1)));
    }
    return notes;
}

void WindowSettings::setNotes(const AnnotationMarks &notes)
{
    QStringList texts;
    for (const AnnotationMark &note : notes)
        texts << QString::number(note.from) + u'\t' + QString::fromStdString(note.title);
    while (texts.size() > mostNotes)
        texts.removeFirst();
    m_settings->setValue(QStringLiteral("window/notes"), texts);
}

int WindowSettings::playlistSeconds() const
{
    return m_settings->value(QStringLiteral("window/playlistSeconds"), 30).toInt();
}

void WindowSettings::setPlaylistSeconds(int seconds)
{
    m_settings->setValue(QStringLiteral("window/playlistSeconds"), seconds);
}

QStringList WindowSettings::playlistDashboards() const
{
    return m_settings->value(QStringLiteral("window/playlistDashboards")).toStringList();
}

void WindowSettings::setPlaylistDashboards(const QStringList &keys)
{
    m_settings->setValue(QStringLiteral("window/playlistDashboards"), keys);
}

} // namespace sightglass
